import type { Validator } from '../../sources/index.js';

/** How far a fetch is. */
export interface FetchProgress {
  readonly bytes: number;
  /** null: not told */
  readonly total: number | null;
  readonly secondsLeft: number | null;
}

export type CordisAnswer =
  | {
      readonly state: 'unchanged';
      /** as it is told now; null: as before */
      readonly validator: Validator | null;
    }
  | {
      readonly state: 'fetched';
      /** where it lies until `discard` */
      readonly path: string;
      readonly fileName: string;
      /** null: the server did not say */
      readonly publishedAt: Date | null;
      readonly validator: Validator;
      discard(): Promise<void>;
    };

/** The export of funded projects, as CORDIS publishes it: a port, so that a test can stand a server of its own in. */
export abstract class CordisExport {
  /**
   * @param known of the export that we hold; null: none, or one from elsewhere
   * @throws {AppError} `ingest.cordis-unreachable`, `-refused`, `-redirected`, `-too-large`, `-strange-answer`,
   *   `ingest.download-not-written`. What was fetched until then is kept, and the next fetch goes on behind it.
   */
  abstract fetch(
    known: Validator | null,
    onProgress?: (progress: FetchProgress) => void,
  ): Promise<CordisAnswer>;
  abstract close(): void;
}
