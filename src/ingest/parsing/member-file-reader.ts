import type { SpooledFile } from '../../platform/files/spooled-file.js';
import type { ColumnMap } from '../members/column-map.js';
import type { MemberFile } from '../members/read-member-file.js';

/** A member file to be read, and what was said about it. */
export interface MemberFileSource {
  readonly content: SpooledFile;
  /** its own name, for messages */
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly map?: ColumnMap | undefined;
}

/** Reads member files that nobody vouches for. */
export abstract class MemberFileReader {
  /**
   * @throws {AppError} `ingest.…` where the whole file is refused; a wrong row is returned as refused
   */
  abstract read(source: MemberFileSource): Promise<MemberFile>;
}
