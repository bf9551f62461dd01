import { setTimeout as pause } from 'node:timers/promises';

/** Where vectors come from: an endpoint in the OpenAI format. Only the operator's settings say which. */
export interface EmbeddingSettings {
  /** such as `http://127.0.0.1:8080/v1/embeddings` */
  readonly url: string;
  readonly model: string;
  /** sent as a bearer token; null: none */
  readonly key: string | null;
}

/** Nobody waits longer than this for a signal that may be missing. */
export interface EmbeddingLimits {
  /** texts in one request */
  readonly batch: number;
  /** of a text, the first so many characters */
  readonly characters: number;
  readonly timeoutMs: number;
  /** of one request; those between are a little apart, and further each time */
  readonly tries: number;
  readonly pauseMs: number;
  /** bytes of an answer */
  readonly bytes: number;
  /** requests in a row that may fail before the endpoint is left alone for a while */
  readonly failures: number;
  readonly restMs: number;
}

export const embeddingLimits: EmbeddingLimits = {
  batch: 64,
  characters: 8_000,
  timeoutMs: 10_000,
  tries: 3,
  pauseMs: 250,
  bytes: 16 * 1024 * 1024,
  failures: 3,
  restMs: 60_000,
};

/** One vector per text, in their order; null where none came that can be used. */
export type Vectors = readonly (Float32Array | null)[];

/**
 * Asks an endpoint for vectors. It never throws: whatever goes wrong, the texts have no vector this time, and `problem`
 * says what it was. An endpoint that fails again and again is left alone for a while.
 */
export class EmbeddingEndpoint {
  readonly #settings: EmbeddingSettings;
  readonly #limits: EmbeddingLimits;
  #failures = 0;
  #restUntil = 0;
  #dimensions: number | null = null;
  #problem: string | null = null;

  constructor(settings: EmbeddingSettings, limits: Partial<EmbeddingLimits> = {}) {
    this.#settings = settings;
    this.#limits = { ...embeddingLimits, ...limits };
  }

  get model(): string {
    return this.#settings.model;
  }

  /** What went wrong last, without address, key or text; null while all is well. */
  get problem(): string | null {
    return this.#problem;
  }

  async embed(texts: readonly string[]): Promise<Vectors> {
    const found: (Float32Array | null)[] = [];
    for (let from = 0; from < texts.length; from += this.#limits.batch) {
      const batch = texts.slice(from, from + this.#limits.batch);
      found.push(...((await this.#batch(batch)) ?? batch.map(() => null)));
    }
    return found;
  }

  async #batch(texts: readonly string[]): Promise<Vectors | null> {
    if (performance.now() < this.#restUntil) return null;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const vectors = await this.#ask(texts);
        this.#failures = 0;
        this.#problem = null;
        return vectors;
      } catch (error) {
        this.#problem = saidOf(error);
        const last = attempt >= this.#limits.tries || error instanceof Unusable;
        if (last) return this.#failed();
        await pause(this.#limits.pauseMs * attempt);
      }
    }
  }

  #failed(): null {
    this.#failures += 1;
    if (this.#failures >= this.#limits.failures) {
      this.#failures = 0;
      this.#restUntil = performance.now() + this.#limits.restMs;
    }
    return null;
  }

  async #ask(texts: readonly string[]): Promise<Vectors> {
    const { url, model, key } = this.#settings;
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(this.#limits.timeoutMs),
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        encoding_format: 'float',
        input: texts.map((text) => text.slice(0, this.#limits.characters)),
      }),
    });
    if (!response.ok) {
      await response.body?.cancel();
      if (response.status === 429 || response.status >= 500)
        throw new Passing(`it answers ${response.status}`);
      throw new Unusable(`it refuses with ${response.status}`);
    }
    return this.#read(await bodyOf(response, this.#limits.bytes), texts.length);
  }

  #read(body: string, count: number): Vectors {
    const data = (parsed(body) as { data?: unknown } | null)?.data;
    if (!Array.isArray(data) || data.length !== count)
      throw new Unusable(`it does not answer ${count} texts with as many vectors`);
    const vectors: (Float32Array | null)[] = Array.from({ length: count }, () => null);
    for (const [place, item] of (data as unknown[]).entries()) {
      const { index, embedding } = (item ?? {}) as { index?: unknown; embedding?: unknown };
      const at = index === undefined ? place : index;
      if (typeof at !== 'number' || !(at in vectors)) throw new Unusable('it numbers its vectors wrongly');
      vectors[at] = this.#vector(embedding);
    }
    if (vectors.every((vector) => vector === null)) throw new Unusable('it gives no vector that can be used');
    return vectors;
  }

  /** All of one model have the same length, finite parts, and point somewhere. */
  #vector(embedding: unknown): Float32Array | null {
    if (!Array.isArray(embedding) || embedding.length === 0 || embedding.length > mostDimensions) return null;
    if (!embedding.every((part) => typeof part === 'number' && Number.isFinite(part))) return null;
    const vector = Float32Array.from(embedding as number[]);
    if (!vector.some((part) => part !== 0)) return null;
    this.#dimensions ??= vector.length;
    return vector.length === this.#dimensions ? vector : null;
  }
}

const mostDimensions = 8_192;

/** May be over the next time. */
class Passing extends Error {}

/** An answer that would be no better the next time. */
class Unusable extends Error {}

/** @throws {Unusable} it is longer than that */
async function bodyOf(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += (chunk as Uint8Array).byteLength;
    if (length > most) throw new Unusable(`its answer is longer than ${most} bytes`);
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new Passing('its answer is no JSON, or was cut');
  }
}

function saidOf(error: unknown): string {
  if (error instanceof Passing || error instanceof Unusable) return error.message;
  const { name } = (error ?? {}) as { name?: unknown };
  return name === 'TimeoutError' ? 'it takes too long' : 'it cannot be reached, or breaks off';
}
