type Numbers = Uint8Array | Uint32Array | Int32Array | Float32Array;

/** A typed array that grows by doubling; `values` is a view on what was pushed. */
export class GrowingArray<T extends Numbers> {
  private data: T;
  private used = 0;

  constructor(
    private readonly make: (length: number) => T,
    capacity = 1024,
  ) {
    this.data = make(capacity);
  }

  get length(): number {
    return this.used;
  }

  push(value: number): void {
    if (this.used === this.data.length) this.grow();
    this.data[this.used] = value;
    this.used += 1;
  }

  values(): T {
    return this.data.subarray(0, this.used) as T;
  }

  private grow(): void {
    const larger = this.make(this.data.length * 2);
    larger.set(this.data);
    this.data = larger;
  }
}

export const growingBytes = (): GrowingArray<Uint8Array> =>
  new GrowingArray((length) => new Uint8Array(length));
export const growingUints = (): GrowingArray<Uint32Array> =>
  new GrowingArray((length) => new Uint32Array(length));
