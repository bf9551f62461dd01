import type { Unit } from '../database/unit-of-work.js';
import type { Brand } from './letter.js';

/** Whom a mail is for: somebody with an account, somebody whom a cluster knows, or an address that is neither (yet). */
export type Recipient =
  | { readonly user: string }
  | { readonly contact: string }
  | { readonly name: string; readonly address: string };

/** A recipient as they are at this moment. */
export interface Addressee {
  readonly name: string;
  readonly address: string;
  /** the one they chose; null: not stated */
  readonly language: 'en' | 'it' | null;
  /** a one-way mark of the address: what bounces, counts and erasures are kept under */
  readonly mark: Buffer;
}

/** What mail asks of those who know people and clusters. A port. */
export abstract class MailDirectory {
  /** @returns null where they are gone: erased, disabled, removed */
  abstract find(unit: Unit, recipient: Recipient): Promise<Addressee | null>;
  /**
   * A way for somebody without an account to have themselves removed, for one mail to them: `/remove-me#…`; null where there
   * is none.
   */
  abstract leave(unit: Unit, to: Addressee, language: 'en' | 'it'): Promise<string | null>;
  abstract brand(unit: Unit, cluster: string | null, language: 'en' | 'it'): Promise<Brand>;
}
