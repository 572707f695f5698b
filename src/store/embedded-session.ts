import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";

/**
 * Many clients of node-postgres on the one session that the embedded database has, without a socket in between.
 *
 * Promise: what a client sends up to its Sync is run without anybody in between, and so is everything between its
 * `begin` and its end. (The socket server that comes with the database lets other clients in between the messages of
 * one query: under load, one client's unnamed statement was replaced by another's.)
 */
export class EmbeddedSession {
  readonly #db: PGlite;
  readonly #waiting: Turn[] = [];
  #owner: object | null = null;
  #busy = false;

  constructor(db: PGlite) {
    this.#db = db;
  }

  /** A connection, as node-postgres wants its socket. */
  connection(): Duplex {
    return new Connection(this);
  }

  run(client: object, messages: readonly Uint8Array[]): Promise<Uint8Array> {
    return new Promise((done, fail) => {
      this.#waiting.push({ client, messages, done, fail });
      void this.#next();
    });
  }

  /** A client that goes away in the middle of a transaction gives it up. */
  async leave(client: object): Promise<void> {
    if (this.#owner !== client) return;
    await this.#db.exec("rollback");
    this.#owner = null;
    void this.#next();
  }

  async #next(): Promise<void> {
    if (this.#busy) return;
    const at = this.#waiting.findIndex(({ client }) => this.#owner === null || client === this.#owner);
    const turn = at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
    if (turn === undefined) return;
    this.#busy = true;
    try {
      const answers: Uint8Array[] = [];
      for (const message of turn.messages) answers.push(await this.#db.execProtocolRaw(message));
      const answer = Buffer.concat(answers);
      this.#owner = isInTransaction(answer, this.#owner === turn.client) ? turn.client : null;
      turn.done(answer);
    } catch (error) {
      this.#owner = null;
      turn.fail(error);
    } finally {
      this.#busy = false;
      void this.#next();
    }
  }
}

interface Turn {
  readonly client: object;
  readonly messages: readonly Uint8Array[];
  readonly done: (answer: Uint8Array) => void;
  readonly fail: (error: unknown) => void;
}

const READY = Buffer.from([0x5a, 0, 0, 0, 5]);
const IDLE = 0x49;

/** The last ReadyForQuery of an answer says whether a transaction is open. Without one, nothing changed. */
function isInTransaction(answer: Buffer, was: boolean): boolean {
  const at = answer.lastIndexOf(READY);
  return at < 0 ? was : answer[at + READY.length] !== IDLE;
}

const QUERY = 0x51;
const SYNC = 0x53;
const TERMINATE = 0x58;

class Connection extends Duplex {
  readonly #session: EmbeddedSession;
  #received: Buffer = Buffer.alloc(0);
  #batch: Uint8Array[] = [];
  #isStarted = false;

  constructor(session: EmbeddedSession) {
    super();
    this.#session = session;
  }

  connect(): this {
    process.nextTick(() => this.emit("connect"));
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

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    this.#take().then(() => done(), done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#session.leave(this).then(
      () => done(error),
      () => done(error),
    );
  }

  async #take(): Promise<void> {
    for (let message = this.#message(); message !== null; message = this.#message()) {
      const kind = this.#isStarted ? message[0] : QUERY;
      this.#isStarted = true;
      if (kind === TERMINATE) return;
      this.#batch.push(message);
      if (kind !== QUERY && kind !== SYNC) continue;
      const batch = this.#batch;
      this.#batch = [];
      this.push(await this.#session.run(this, batch));
    }
  }

  /** The next whole message. The first has no letter in front of its length. */
  #message(): Buffer | null {
    const letter = this.#isStarted ? 1 : 0;
    if (this.#received.length < letter + 4) return null;
    const length = letter + this.#received.readUInt32BE(letter);
    if (this.#received.length < length) return null;
    const message = this.#received.subarray(0, length);
    this.#received = this.#received.subarray(length);
    return message;
  }
}
