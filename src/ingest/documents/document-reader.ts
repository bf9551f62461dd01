import { runBounded } from '../../platform/child/bounded-child.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { SpooledFile } from '../../platform/files/spooled-file.js';
import { filesAtOnce, filesWaiting, readingHeapMb, readingMs } from '../parsing/limits.js';
import { readingBroken, readingTooCostly, readingTooSlow } from '../parsing/reading.errors.js';
import { Turns } from '../parsing/turns.js';
import type { DocumentAnswer, DocumentRequest } from './document-messages.js';

/**
 * Reads company profiles that nobody vouches for, each in a process of its own: no environment, no network, limits of
 * memory and time. A document that ends its process is refused; nothing else happens.
 */
export class DocumentReader {
  readonly #turns = new Turns(filesAtOnce, filesWaiting);

  constructor(private readonly limits = { heapMb: readingHeapMb, timeMs: readingMs }) {}

  /**
   * @param file its own name, for messages
   * @returns its text, a line per paragraph
   * @throws {AppError} `ingest.…` where it is refused
   */
  text(content: SpooledFile, file: string): Promise<string> {
    return this.#turns.use(() => this.#read(content, file));
  }

  async #read(content: SpooledFile, file: string): Promise<string> {
    const request: DocumentRequest = { file, bytes: content.bytes };
    const answers: DocumentAnswer[] = [];
    const end = await runBounded({
      module: new URL('./parse-document.js', import.meta.url),
      content: content.fd,
      request,
      onMessage: (message) => answers.push(message as DocumentAnswer),
      heapMb: this.limits.heapMb,
      timeMs: this.limits.timeMs,
    });
    const [answer] = answers;
    if (answer?.type === 'text') return answer.text;
    if (answer) throw new AppError(answer.code, answer.kind, answer.message, { context: answer.context });
    if (end === 'time') throw readingTooSlow(file, this.limits.timeMs);
    if (end === 'memory') throw readingTooCostly(file, this.limits.heapMb);
    throw readingBroken(file);
  }
}
