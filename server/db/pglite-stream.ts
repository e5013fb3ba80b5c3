/**
 * A socket that is not one: `pg` writes the PostgreSQL protocol into it, a worker with PGlite answers.
 *
 * Speaking bytes rather than calling PGlite's own query function makes the driver the same for both engines, so
 * that types, errors and transactions cannot come out differently. The pool has one connection, which gives
 * transactions the database for themselves, first come first served.
 */
import { Duplex } from 'node:stream';

/** Runs a run of protocol messages that ends in Query or Sync, and answers with what the database said. */
export type Exchange = (messages: Buffer) => Promise<Buffer>;

const QUERY = 0x51;
const SYNC = 0x53;
const TERMINATE = 0x58;
const READY_FOR_QUERY = 0x5a;
const IDLE = 0x49;

/** AuthenticationOk, then ReadyForQuery: nobody else can reach this database. */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, READY_FOR_QUERY, 0, 0, 0, 5, IDLE]);
const ROLLBACK = simple('rollback');
/** The session outlives the connection, and so would what was prepared in it. */
const FORGET = simple('deallocate all');

function simple(statement: string): Buffer {
  const head = Buffer.from([QUERY, 0, 0, 0, statement.length + 5]);
  return Buffer.concat([head, Buffer.from(statement), Buffer.from([0])]);
}

export class PgliteStream extends Duplex {
  readonly #exchange: Exchange;
  #started = false;
  #open = false;
  #unread: Buffer = Buffer.alloc(0);
  #batch: Buffer[] = [];

  constructor(exchange: Exchange) {
    super();
    this.#exchange = exchange;
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _writev(chunks: { chunk: Buffer }[], callback: (error?: Error | null) => void): void {
    this.#take(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => callback(), callback);
  }

  override _write(chunk: Buffer, _: string, callback: (error?: Error | null) => void): void {
    this.#take(chunk).then(() => callback(), callback);
  }

  /** A connection that goes in the middle of a transaction must not leave it to the next one. */
  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    const left = this.#open ? this.#exchange(ROLLBACK) : Promise.resolve();
    this.#open = false;
    left.then(
      () => callback(error),
      () => callback(error),
    );
  }

  async #take(chunk: Buffer): Promise<void> {
    this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
    if (!this.#started && !(await this.#welcome())) return;
    for (let message = this.#next(); message; message = this.#next()) {
      if (message[0] === TERMINATE) {
        this.push(null);
        return;
      }
      this.#batch.push(message);
      if (message[0] === QUERY || message[0] === SYNC) await this.#run();
    }
  }

  /** The first message has no type byte: length, version, user, database. None of it matters here. */
  async #welcome(): Promise<boolean> {
    if (this.#unread.length < 4 || this.#unread.length < this.#unread.readInt32BE(0)) return false;
    this.#unread = this.#unread.subarray(this.#unread.readInt32BE(0));
    this.#started = true;
    await this.#exchange(FORGET);
    this.push(WELCOME);
    return true;
  }

  #next(): Buffer | null {
    if (this.#unread.length < 5) return null;
    const length = this.#unread.readInt32BE(1) + 1;
    if (this.#unread.length < length) return null;
    const message = this.#unread.subarray(0, length);
    this.#unread = this.#unread.subarray(length);
    return message;
  }

  async #run(): Promise<void> {
    const messages = Buffer.concat(this.#batch);
    this.#batch = [];
    const answer = await this.#exchange(messages);
    // The answer ends in ReadyForQuery, whose last byte is the state of the transaction.
    this.#open = answer.at(-1) !== IDLE;
    this.push(answer);
  }
}
