/** Keeps what was used last, up to a total size; the oldest goes first. */
export class Lru<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly size: number }>();
  readonly #most: number;
  #total = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: T, size = 1): void {
    this.#remove(key);
    if (size > this.#most) return;
    this.#entries.set(key, { value, size });
    this.#total += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#total <= this.#most) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    this.#total -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }
}
