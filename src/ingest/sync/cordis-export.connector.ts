import { randomInt } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { join } from 'node:path';
import { setTimeout as waitMs } from 'node:timers/promises';

import type { Clock } from '../../platform/clock/clock.js';
import type { Validator } from '../../sources/index.js';
import { contentRange, type FileFacts, isStrong, restOf, wholeFile } from './byte-range.js';
import {
  get,
  type OpenAnswer,
  RequestFailure,
  type RequestLimits,
} from '../../platform/http/bounded-request.js';
import { type CordisAnswer, CordisExport, type FetchProgress } from './cordis-export.js';
import { userAgent } from './contact.js';
import { type HeldPart, PartialFile } from './partial-file.js';
import { retryAfterMs } from './retry-after.js';
import {
  type Asked,
  sourceBusy,
  sourceRedirected,
  sourceRefused,
  sourceStrange,
  sourceTooLarge,
  sourceUnreachable,
} from './sync.errors.js';

/** Where and how to ask. Only tests say otherwise: no setting and no option leads here. */
export interface CordisAccess {
  readonly origin: string;
  readonly limits: RequestLimits;
  /** pauses, in milliseconds */
  readonly wait: (ms: number) => Promise<unknown>;
}

/** 34 MB in June 2026; the limits let it grow tenfold and come over a slow line. */
const live: CordisAccess = {
  origin: 'https://cordis.europa.eu',
  limits: { connectMs: 10_000, idleMs: 30_000, totalMs: 30 * 60_000, bytes: 400 * 1024 * 1024 },
  wait: (ms) => waitMs(ms),
};

const fileName = 'cordis-HORIZONprojects-csv.zip';
const asked: Asked = { code: 'cordis', what: `CORDIS, ${fileName}` };
/** Tries in a row that bring nothing new; and tries at all. */
const mostTries = 5;
const mostSteps = 60;
/** Before the next try, at most; at least half of it. */
const retryMs = 8_000;
/** Longer than this a pass does not wait because it is asked to. */
const longestWaitMs = 5 * 60_000;

/** What one request came to. */
type Step =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'whole'; readonly etag: string | null; readonly lastModified: string | null }
  | { readonly kind: 'again'; readonly error: Error; readonly pauseMs?: number };

/**
 * Fetches the Horizon Europe export of CORDIS: asks only whether it changed where we hold one, and goes on behind the
 * bytes that came before a connection broke.
 */
export class CordisExportConnector extends CordisExport {
  readonly #access: CordisAccess;
  readonly #agent: HttpAgent;
  readonly #userAgent: string;
  readonly #clock: Clock;
  readonly #part: PartialFile;

  /**
   * @param settings.folder where the file lies while it is fetched
   * @throws {AppError} `ingest.bad-contact`
   */
  constructor(
    settings: { readonly contact: string | null; readonly folder: string; readonly clock: Clock },
    access: CordisAccess = live,
  ) {
    super();
    this.#access = access;
    this.#userAgent = userAgent(settings.contact);
    this.#clock = settings.clock;
    this.#part = new PartialFile(join(settings.folder, `${fileName}.part`));
    this.#agent = access.origin.startsWith('https:') ? new HttpsAgent() : new HttpAgent();
  }

  async fetch(
    known: Validator | null,
    onProgress: (progress: FetchProgress) => void = () => undefined,
  ): Promise<CordisAnswer> {
    let inVain = 0;
    for (let steps = 1; ; steps += 1) {
      const before = (await this.#part.held())?.bytes ?? 0;
      const step = await this.#ask(known, onProgress);
      if (step.kind === 'unchanged') return { state: 'unchanged', validator: null };
      if (step.kind === 'whole') return this.#whole(step, known);
      inVain = ((await this.#part.held())?.bytes ?? 0) > before ? 1 : inVain + 1;
      if (inVain >= mostTries || steps >= mostSteps) throw step.error;
      await this.#access.wait(step.pauseMs ?? randomInt(retryMs / 2, retryMs + 1));
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #ask(known: Validator | null, onProgress: (progress: FetchProgress) => void): Promise<Step> {
    const held = await this.#part.held();
    try {
      const { limits } = this.#access;
      const url = new URL(`/data/${fileName}`, this.#access.origin);
      const headers = { ...this.#headers(held, known) };
      const answer = await get({ url, headers, agent: this.#agent, limits });
      try {
        return await this.#take(answer, held, onProgress);
      } finally {
        answer.close();
      }
    } catch (error) {
      if (error instanceof RequestFailure) return this.#failed(error);
      throw error;
    }
  }

  #headers(held: HeldPart | null, known: Validator | null): Record<string, string> {
    const common = {
      'User-Agent': this.#userAgent,
      'Accept-Encoding': 'identity',
      Accept: 'application/zip, */*',
    };
    if (held !== null) return { ...common, Range: `bytes=${held.bytes}-`, 'If-Range': held.etag };
    return {
      ...common,
      ...(known?.etag ? { 'If-None-Match': known.etag } : {}),
      ...(known?.lastModified ? { 'If-Modified-Since': known.lastModified } : {}),
    };
  }

  async #take(
    answer: OpenAnswer,
    held: HeldPart | null,
    onProgress: (progress: FetchProgress) => void,
  ): Promise<Step> {
    const { status, headers } = answer;
    if (status === 304 && held === null) return { kind: 'unchanged' };
    if (status === 416) return this.#beyond(held, headers['content-range']);
    if (status === 429 || status >= 500) return this.#busy(status, headers['retry-after']);
    requireBytes(answer);
    const facts = status === 206 ? restOf(held, headers) : wholeFile(headers);
    if (facts === null) return this.#anew('it sent other bytes than asked for');
    if (status === 200) await this.#part.begin(isStrong(facts.etag) ? { ...facts, etag: facts.etag } : null);
    return this.#receive(answer, facts, onProgress);
  }

  /** Takes the body in behind what is held. */
  async #receive(
    answer: OpenAnswer,
    { etag, lastModified, total }: FileFacts,
    onProgress: (progress: FetchProgress) => void,
  ): Promise<Step> {
    const { bytes: limit } = this.#access.limits;
    if ((total ?? 0) > limit) return this.#tooLarge();
    const startedAt = this.#clock.now().getTime();
    const first = await this.#part.size();
    await this.#part.append(answer.body, (bytes) => {
      if (bytes > limit) throw new RequestFailure('too-large');
      const seconds = (this.#clock.now().getTime() - startedAt) / 1_000;
      const speed = seconds > 0 ? (bytes - first) / seconds : 0;
      onProgress({
        bytes,
        total,
        secondsLeft: total === null ? null : secondsFor(total - bytes, speed),
      });
    });
    const size = await this.#part.size();
    if (total !== null && size < total)
      return { kind: 'again', error: sourceUnreachable(asked, `it ended after ${size} of ${total} bytes`) };
    if (total !== null && size > total) return this.#anew(`it sent ${size} bytes and had announced ${total}`);
    return { kind: 'whole', etag, lastModified };
  }

  /** Nothing lies behind what we hold: it is whole, or another file. */
  async #beyond(held: HeldPart | null, header: string | undefined): Promise<Step> {
    const range = contentRange(header);
    if (held !== null && range?.total === held.bytes)
      return { kind: 'whole', etag: held.etag, lastModified: held.lastModified };
    return this.#anew('it has no bytes where the file should go on');
  }

  #busy(status: number, retryAfter: string | undefined): Step {
    const wait = retryAfterMs(retryAfter, this.#clock.now());
    if (wait !== null && wait > longestWaitMs) throw sourceBusy(asked, status, wait);
    const error = sourceRefused(asked, status, mostTries);
    return wait === null ? { kind: 'again', error } : { kind: 'again', error, pauseMs: wait };
  }

  async #anew(why: string): Promise<Step> {
    await this.#part.discard();
    return { kind: 'again', error: sourceStrange(asked, why) };
  }

  async #tooLarge(): Promise<never> {
    await this.#part.discard();
    throw sourceTooLarge(asked, this.#access.limits.bytes);
  }

  async #failed(failure: RequestFailure): Promise<Step> {
    const { limits } = this.#access;
    const unreachable = (why: string): Error => sourceUnreachable(asked, why, failure);
    switch (failure.reason) {
      case 'too-large':
        return this.#tooLarge();
      case 'connect-timeout':
        throw unreachable(`no connection within ${limits.connectMs} ms`);
      case 'total-timeout':
        throw unreachable(`not all of it within ${limits.totalMs} ms`);
      case 'idle-timeout':
        return { kind: 'again', error: unreachable(`not a byte for ${limits.idleMs ?? 0} ms`) };
      case 'broken': {
        const error = unreachable(`the connection failed (${failure.code || 'broken off'})`);
        if (/^(ENOTPUBLIC|ENOTFOUND|CERT|ERR_TLS)/.test(failure.code)) throw error;
        return { kind: 'again', error };
      }
    }
  }

  async #whole(
    { etag, lastModified }: { readonly etag: string | null; readonly lastModified: string | null },
    known: Validator | null,
  ): Promise<CordisAnswer> {
    if ((await this.#part.head(4)).toString('latin1') !== 'PK\x03\x04') {
      await this.#part.discard();
      throw sourceStrange(asked, 'it sent something that is no zip');
    }
    const sha256 = await this.#part.sha256();
    if (known?.sha256 === sha256) {
      await this.#part.discard();
      return { state: 'unchanged', validator: { etag, lastModified, sha256 } };
    }
    const at = Date.parse(lastModified ?? '');
    return {
      state: 'fetched',
      path: this.#part.path,
      fileName,
      publishedAt: Number.isNaN(at) ? null : new Date(at),
      validator: { etag, lastModified, sha256 },
      discard: () => this.#part.discard(),
    };
  }
}

/** @throws {AppError} where an answer that is neither a fault nor a wait holds no bytes of the file */
function requireBytes({ status, headers }: OpenAnswer): void {
  if (status >= 300 && status < 400) throw sourceRedirected(asked, status);
  if (status !== 200 && status !== 206) throw sourceRefused(asked, status, 1);
  const type = headers['content-type'] ?? '';
  if (/^text\/|html/i.test(type)) throw sourceStrange(asked, `it sent ${type} in the place of a zip`);
}

/** Nothing left takes no time, however little has passed; null: nothing tells yet how fast it goes. */
function secondsFor(bytesLeft: number, bytesPerSecond: number): number | null {
  if (bytesLeft <= 0) return 0;
  return bytesPerSecond === 0 ? null : bytesLeft / bytesPerSecond;
}
