import type { OpportunityCard } from '../../opportunities/index.js';
import type { OrganisationCard, OrganisationType } from '../../organisations/index.js';
import type { NeededRole } from '../needs/needed-role.js';
import type { SeatOffer } from '../seats/seat-offer.js';
import type { Audience } from '../sharing/need-share.js';
import type { ConsortiumState, NeedState, SeatState } from './board-states.js';

/** How an organisation takes part: the roles of the portal's Part A, and clusters that only spread results. */
export const participations = [
  'coordinator',
  'beneficiary',
  'affiliated-entity',
  'associated-partner',
  'subcontractor',
  'facilitator',
] as const;
export type Participation = (typeof participations)[number];

/** A sentence of the call: `start` and `end` are places in the text of its section. */
export interface NeedCite {
  readonly section: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a person may say of a need. */
export interface NeedFacts {
  readonly role: NeededRole;
  readonly text: string;
  /** what the partner starts from and what it hands on; null: not stated */
  readonly input: string | null;
  readonly output: string | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  /** ISO 3166-1 alpha-2; empty: anywhere */
  readonly countries: readonly string[];
}

export interface Need extends NeedFacts {
  readonly id: string;
  readonly cites: readonly NeedCite[];
  readonly state: NeedState;
  /** id of the user; null: by nobody yet */
  readonly approvedBy: string | null;
  /** null: by nobody yet, by somebody whose account is gone, or in an open demonstration */
  readonly approvedByName: string | null;
  readonly approvedAt: Date | null;
  readonly version: number;
}

/** What a person may say of a seat. */
export interface SeatFacts {
  readonly participation: Participation;
  /** null: open */
  readonly organisationId: string | null;
  readonly needIds: readonly string[];
  /** person-months */
  readonly effortMonths: number | null;
  /** from 0 to 100 */
  readonly budgetShare: number | null;
  readonly note: string | null;
  /** without it the consortium is not agreed */
  readonly required: boolean;
}

export interface Seat extends SeatFacts {
  readonly id: string;
  readonly state: SeatState;
  readonly version: number;
}

/** What Part A asks of whoever takes a seat, as it was filled in for that seat; null: not stated. */
export interface PartyFacts {
  /** nine digits */
  readonly pic: string | null;
  readonly legalName: string | null;
  /** ISO 3166-1 alpha-2 */
  readonly country: string | null;
  readonly type: OrganisationType | null;
  readonly sme: boolean | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
}

export interface Party extends PartyFacts {
  readonly filledBy: 'guest' | 'member' | 'officer';
  readonly filledAt: Date;
}

/** Something on a board, at the version it was read. */
export interface OnBoardAt {
  /** of the board */
  readonly id: string;
  /** of the need or the seat */
  readonly thing: string;
  readonly version: number;
}

/** A board without what is on it. */
export interface Consortium {
  readonly id: string;
  readonly clusterId: string;
  readonly opportunityId: string | null;
  readonly title: string;
  readonly idea: string | null;
  readonly state: ConsortiumState;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** A board with all that is on it, in order. */
export interface Board extends Consortium {
  /** null where it starts from an idea, or where the opportunity went away */
  readonly opportunity: OpportunityCard | null;
  readonly needs: readonly Need[];
  readonly seats: readonly Seat[];
  /** by id, those in scope: who left the cluster may be missing */
  readonly organisations: ReadonlyMap<string, OrganisationCard>;
  /** by id of the seat; managers see none, for contacts are in them */
  readonly parties: ReadonlyMap<string, Party>;
  /** of its seats, the oldest first */
  readonly offers: readonly SeatOffer[];
  /** whom its needs are shown to */
  readonly shares: readonly (Audience & { readonly needId: string })[];
}

/** Who stands on a board: those whose seat was taken. */
export const seated = (seats: readonly Seat[]): string[] =>
  seats.flatMap(({ state, organisationId }) =>
    organisationId !== null && ['accepted', 'confirmed'].includes(state) ? [organisationId] : [],
  );

/** Whether somebody on a seat was a member of the board's cluster and is none any more, or cannot be seen any more. */
export function hasLeft({ clusterId, organisations }: Board, { organisationId }: Seat): boolean {
  if (organisationId === null) return false;
  const card = organisations.get(organisationId);
  if (card === undefined) return true;
  const here = card.memberships.filter((membership) => membership.clusterId === clusterId);
  return here.length > 0 && here.every(({ live }) => !live);
}

/** What is known of a partner: the registry's word, then what was filled in for the seat; null: not stated. */
export function partnerFacts(card: OrganisationCard | undefined, party: PartyFacts | undefined): PartyFacts {
  const known = { ...card?.facts, pic: card?.pic };
  const stated = <K extends 'pic' | 'legalName' | 'country' | 'type' | 'sme'>(key: K): PartyFacts[K] =>
    (known[key] as PartyFacts[K] | undefined) ?? party?.[key] ?? null;
  return {
    pic: stated('pic'),
    legalName: stated('legalName'),
    country: stated('country'),
    type: stated('type'),
    sme: stated('sme'),
    contactName: party?.contactName ?? null,
    contactEmail: party?.contactEmail ?? null,
  };
}
