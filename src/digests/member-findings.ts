import type { FoundItem, Waiting } from './digest.js';

/** For whom something is looked up, as what they are. */
export interface DigestReader {
  readonly user: string;
  readonly organisation: string;
  readonly clusters: readonly string[];
  readonly language: 'en' | 'it';
}

/** What a digest may say to somebody: found as they themselves would find it, so that nothing masked is unmasked. */
export abstract class MemberFindings {
  /** Calls worth their time, the best first, each with a quotation from both sides. More than a digest holds. */
  abstract calls(reader: DigestReader, asOf: Date): Promise<readonly FoundItem[]>;

  /** Requests that they have not answered, and needs that they were shown, the newest first. */
  abstract waiting(reader: DigestReader, asOf: Date): Promise<Waiting>;
}
