import type { SharingLevel, SizeBand } from './sharing-level.js';

/** A member of a sister cluster, as whoever may see it does. */
export interface SharedMember {
  /** of the mask: says nothing about the organisation */
  readonly id: string;
  readonly clusterId: string;
  readonly level: Extract<SharingLevel, 'masked' | 'full'>;
  readonly country: string | null;
  /** NUTS 2 at most */
  readonly region: string | null;
  readonly type: string | null;
  readonly sme: boolean | null;
  readonly sizeBand: SizeBand | null;
  /** what it would do in a project */
  readonly roles: readonly string[];
  /** null behind a mask */
  readonly name: string | null;
  readonly url: string | null;
  readonly invented: boolean;
}

/** What it can do, names taken out. */
export interface SharedEvidence {
  readonly id: string;
  readonly memberId: string;
  readonly kind: 'profile' | 'competence';
  readonly text: string;
  readonly language: 'en' | 'it' | null;
  readonly year: number | null;
  readonly state: 'confirmed' | 'unconfirmed';
  readonly competenceKind: string | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
}
