import type { NeededRole } from '../needs/needed-role.js';

/** What a cluster that was shown a need made of it. */
export type ShareState = 'asked' | 'told' | 'refused';

/** A need as those see it to whom it was shown: nothing else of the board. */
export interface SharedNeed {
  readonly id: string;
  readonly role: NeededRole;
  readonly text: string;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  readonly countries: readonly string[];
  /** the sentences of the call that ask for it */
  readonly cites: readonly string[];
  /** who asks */
  readonly cluster: { readonly id: string; readonly nameEn: string; readonly nameIt: string };
  readonly opportunity: { readonly identifier: string; readonly title: string } | null;
  /** ISO instant of the last deadline; null: none */
  readonly deadline: string | null;
  /** what the reader's own cluster made of it; members only ever see what they were told */
  readonly state: ShareState;
  /** members that were told; none: all. Of interest to staff */
  readonly organisationIds: readonly string[];
  readonly sharedAt: Date;
}

/** Whom a need was shown to, for the board's staff: who refused is not told from who has not answered. */
export interface Audience {
  readonly clusterId: string;
  readonly state: 'asked' | 'told';
}
