/** Web Locks of one browser: whoever dies lets go. */
import type { Life } from './life.ts';

export class Locks {
  /** Off: everybody has every lock. */
  hold = true;
  readonly #held = new Map<string, Life>();
  #waiting: { name: string; go: () => void }[] = [];

  /** @returns whether this life has it now */
  take(name: string, life: Life): boolean {
    const holder = this.#held.get(name);
    if (this.hold && holder && !holder.isDead) return false;
    this.#held.set(name, life);
    return true;
  }

  free(name: string, life: Life): void {
    if (this.#held.get(name) === life) this.#held.delete(name);
    this.#tell();
  }

  freed(name: string): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push({ name, go });
      this.#tell();
    });
  }

  /** @param life has ended */
  letGo(life: Life): void {
    for (const [name, holder] of this.#held) if (holder === life) this.#held.delete(name);
    this.#tell();
  }

  #tell(): void {
    const free = this.#waiting.filter(({ name }) => !this.#held.has(name));
    this.#waiting = this.#waiting.filter((one) => !free.includes(one));
    for (const { go } of free) go();
  }
}
