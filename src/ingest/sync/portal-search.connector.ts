import { randomInt } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as waitMs } from 'node:timers/promises';

import {
  type Answer,
  post,
  RequestFailure,
  type RequestLimits,
} from '../../platform/http/bounded-request.js';
import { userAgent } from './contact.js';
import {
  portalPage,
  sourceRedirected,
  sourceRefused,
  sourceTooLarge,
  sourceUnreachable,
} from './sync.errors.js';

/** The portal's search, a page at a time: a port, so that a test can stand a server of its own in. */
export abstract class PortalSearch {
  /**
   * Open and forthcoming calls.
   *
   * @param page from 1
   * @returns the body of the answer, whatever it holds
   * @throws {AppError} `ingest.portal-unreachable`, `-refused`, `-redirected`, `-too-large`
   */
  abstract page(page: number): Promise<Buffer>;
  /** Announcements of partner searches for these topics; the same otherwise. */
  abstract announcements(topics: readonly string[], page: number): Promise<Buffer>;
  abstract close(): void;
}

/** How many records the search gives at most for one request. */
export const pageSize = 100;

/** Where and how to ask. Only tests say otherwise: no setting and no option leads here. */
export interface PortalAccess {
  readonly origin: string;
  readonly limits: RequestLimits;
  /** pauses, in milliseconds */
  readonly wait: (ms: number) => Promise<unknown>;
}

const live: PortalAccess = {
  origin: 'https://api.tech.ec.europa.eu',
  limits: { connectMs: 10_000, totalMs: 60_000, bytes: 50 * 1024 * 1024 },
  wait: (ms) => waitMs(ms),
};

/** Between two requests, whatever they ask for. */
const pauseMs = 1_000;
/** Before the second, third and fourth try, at most; at least half of it. */
const retryMs = [4_000, 12_000, 36_000];

/** A question to one of the portal's indexes. */
interface Question {
  /** names the index, keeps nothing secret */
  readonly apiKey: 'SEDIA' | 'SEDIA_PERSON';
  readonly page: number;
  /** each a part of the form, as JSON */
  readonly parts: Readonly<Record<string, unknown>>;
}

/** Open and forthcoming topics (1), calls of external action (2) and cascade calls (8), in English. */
const calls = {
  query: {
    bool: { must: [{ terms: { type: ['1', '2', '8'] } }, { terms: { status: ['31094501', '31094502'] } }] },
  },
  languages: ['en'],
  // By relevance or status, pages overlap and skip.
  sort: { field: 'identifier', order: 'ASC' },
};

/** Announcements alone, and of each nothing but what says which organisation asks for which topic. */
const announcements = (topics: readonly string[]) => ({
  query: { bool: { must: [{ terms: { topics } }, { terms: { type: ['ANNOUNCEMENT'] } }] } },
  languages: ['en'],
  displayFields: ['type', 'announcementId', 'pic', 'topics'],
});

/**
 * Asks the search of the Funding & Tenders portal, politely: one connection, a second between requests, a contact.
 *
 * It documents no limits of its own and answers with bursts of 500 at times; such an answer is asked for again, later.
 */
export class PortalSearchConnector extends PortalSearch {
  readonly #access: PortalAccess;
  readonly #agent: HttpAgent;
  readonly #userAgent: string;
  #asked = false;

  /**
   * @param contact of whoever runs this service: a mail address or an https page
   * @throws {AppError} `ingest.bad-contact`
   */
  constructor(contact: string, access: PortalAccess = live) {
    super();
    this.#access = access;
    this.#userAgent = userAgent(contact);
    const one = { keepAlive: true, maxSockets: 1 };
    this.#agent = access.origin.startsWith('https:') ? new HttpsAgent(one) : new HttpAgent(one);
  }

  page(page: number): Promise<Buffer> {
    return this.#answerTo({ apiKey: 'SEDIA', page, parts: calls });
  }

  announcements(topics: readonly string[], page: number): Promise<Buffer> {
    return this.#answerTo({ apiKey: 'SEDIA_PERSON', page, parts: announcements(topics) });
  }

  close(): void {
    this.#agent.destroy();
  }

  async #answerTo(question: Question): Promise<Buffer> {
    if (this.#asked) await this.#access.wait(pauseMs);
    this.#asked = true;
    for (let tries = 1; ; tries += 1) {
      const answer = await this.#ask(question);
      const pause = retryMs[tries - 1];
      if (pause === undefined || !isPassing(answer)) return this.#usable(question.page, answer, tries);
      await this.#access.wait(randomInt(pause / 2, pause + 1));
    }
  }

  #usable(page: number, answer: Answer | RequestFailure, tries: number): Buffer {
    const asked = portalPage(page);
    if (answer instanceof RequestFailure) throw failed(page, answer, this.#access.limits);
    if (answer.status >= 300 && answer.status < 400) throw sourceRedirected(asked, answer.status);
    if (answer.status !== 200) throw sourceRefused(asked, answer.status, tries);
    return answer.body;
  }

  async #ask({ apiKey, page, parts }: Question): Promise<Answer | RequestFailure> {
    const form = new FormData();
    for (const [name, value] of Object.entries(parts)) {
      // A part without this type is answered with 500.
      form.set(name, new Blob([JSON.stringify(value)], { type: 'application/json' }), 'blob');
    }
    const encoded = new Response(form);
    const url = new URL('/search-api/prod/rest/search', this.#access.origin);
    url.search = new URLSearchParams({
      apiKey,
      text: '***',
      pageSize: String(pageSize),
      pageNumber: String(page),
    }).toString();
    const headers = {
      'User-Agent': this.#userAgent,
      Accept: 'application/json',
      'Accept-Encoding': 'identity',
      'Content-Type': encoded.headers.get('content-type') ?? '',
    };
    const body = Buffer.from(await encoded.arrayBuffer());
    const { limits } = this.#access;
    return post({ url, headers, body, agent: this.#agent, limits }).catch((error: unknown) => {
      if (error instanceof RequestFailure) return error;
      throw error;
    });
  }
}

/**
 * Whether it may go well the next time: a fault of the server, a connection that broke on the way. A host that is not
 * there, an answer too slow or too long will be the same then.
 */
function isPassing(answer: Answer | RequestFailure): boolean {
  if (!(answer instanceof RequestFailure)) return answer.status >= 500;
  return answer.reason === 'broken' && ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(answer.code);
}

function failed(page: number, failure: RequestFailure, limits: RequestLimits): Error {
  const asked = portalPage(page);
  switch (failure.reason) {
    case 'too-large':
      return sourceTooLarge(asked, limits.bytes);
    case 'connect-timeout':
      return sourceUnreachable(asked, `no connection within ${limits.connectMs} ms`, failure);
    case 'idle-timeout':
    case 'total-timeout':
      return sourceUnreachable(asked, `no whole answer within ${limits.totalMs} ms`, failure);
    case 'broken':
      return sourceUnreachable(asked, `the connection failed (${failure.code || 'broken off'})`, failure);
  }
}
