import { runBounded } from '../../platform/child/bounded-child.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { ReadRow } from '../members/member-row.js';
import type { MemberFile } from '../members/read-member-file.js';
import { filesAtOnce, filesWaiting, readingHeapMb, readingMs } from './limits.js';
import { type MemberFileSource, MemberFileReader } from './member-file-reader.js';
import type { ParseAnswer, ParseRequest } from './parse-messages.js';
import { readingBroken, readingTooCostly, readingTooSlow } from './reading.errors.js';
import { Turns } from './turns.js';

/** What of it tests may tighten. */
export interface ReadingLimits {
  readonly heapMb: number;
  readonly timeMs: number;
}

/**
 * Reads each file in a process of its own, without credentials, within limits of memory and time. A file that ends its
 * process is refused; nothing else happens.
 */
export class ChildMemberFileReader extends MemberFileReader {
  readonly #turns = new Turns(filesAtOnce, filesWaiting);

  constructor(private readonly limits: ReadingLimits = { heapMb: readingHeapMb, timeMs: readingMs }) {
    super();
  }

  override read(source: MemberFileSource): Promise<MemberFile> {
    return this.#turns.use(() => this.#read(source));
  }

  async #read({ content, file, sheet, map }: MemberFileSource): Promise<MemberFile> {
    const request: ParseRequest = { file, bytes: content.bytes, sheet, map };
    const answer = new Answer();
    const end = await runBounded({
      module: new URL('./parse-member-file.js', import.meta.url),
      content: content.fd,
      request,
      onMessage: (message) => answer.take(message as ParseAnswer),
      heapMb: this.limits.heapMb,
      timeMs: this.limits.timeMs,
    });
    const read = answer.complete();
    if (read !== undefined) return read;
    if (end === 'time') throw readingTooSlow(file, this.limits.timeMs);
    if (end === 'memory') throw readingTooCostly(file, this.limits.heapMb);
    throw readingBroken(file);
  }
}

/** What a child has said so far. */
class Answer {
  private file: Omit<MemberFile, 'rows'> | undefined;
  private readonly rows: ReadRow[] = [];
  private ended = false;
  private refusal: AppError | undefined;

  take(message: ParseAnswer): void {
    switch (message.type) {
      case 'file':
        this.file = message.file;
        return;
      case 'rows':
        for (const row of message.rows) this.rows.push(row);
        return;
      case 'end':
        this.ended = true;
        return;
      case 'refused': {
        const { code, kind, message: text, context } = message;
        this.refusal = new AppError(code, kind, text, { context });
      }
    }
  }

  /** The whole file; undefined where the child broke off. */
  complete(): MemberFile | undefined {
    if (this.refusal !== undefined) throw this.refusal;
    return this.ended && this.file !== undefined ? { ...this.file, rows: this.rows } : undefined;
  }
}
