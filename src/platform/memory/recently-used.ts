/** Keeps the few values used last; making one anew must give the same. */
export class RecentlyUsed<Value> {
  readonly #values = new Map<string, Value>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Without making it. */
  find(key: string): Value | undefined {
    return this.#values.get(key);
  }

  get(key: string, make: () => Value): Value {
    const value = this.#values.get(key) ?? make();
    this.#values.delete(key);
    this.#values.set(key, value);
    const oldest = this.#values.keys().next();
    if (this.#values.size > this.#limit && !oldest.done) this.#values.delete(oldest.value);
    return value;
  }

  clear(): void {
    this.#values.clear();
  }
}
