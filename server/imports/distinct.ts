/** How many different ones there are among millions, in 16 kB: exactly as long as there are few, then to about one in a hundred. */
import { hash } from 'node:crypto';

const BITS = 14;
const REGISTERS = 2 ** BITS;
const EXACT = 5_000;

/** HyperLogLog (Flajolet et al., 2007) over the first 64 bits of SHA-256, which is as even as it asks for. */
export class Distinct {
  readonly #exact = new Set<string>();
  readonly #registers = new Uint8Array(REGISTERS);

  add(text: string): void {
    const bytes = hash('sha256', text, 'buffer');
    if (this.#exact.size <= EXACT) this.#exact.add(bytes.toString('base64url', 0, 8));
    const register = bytes.readUInt16BE(0) >>> (16 - BITS);
    const rank = Math.clz32(bytes.readUInt32BE(2)) + 1;
    if (rank > (this.#registers[register] ?? 0)) this.#registers[register] = rank;
  }

  get count(): number {
    if (this.#exact.size <= EXACT) return this.#exact.size;
    const alpha = 0.7213 / (1 + 1.079 / REGISTERS);
    const sum = this.#registers.reduce((total, rank) => total + 2 ** -rank, 0);
    const raw = (alpha * REGISTERS ** 2) / sum;
    const zeros = this.#registers.reduce((total, rank) => total + (rank === 0 ? 1 : 0), 0);
    const counted = raw <= 2.5 * REGISTERS && zeros > 0;
    return Math.round(counted ? REGISTERS * Math.log(REGISTERS / zeros) : raw);
  }
}
