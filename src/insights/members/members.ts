import type { MemberNote, MemberOutline, OrganisationType } from '../../organisations/index.js';
import type { MemberState } from './member-state.js';

/** One member as the officers' table shows it. */
export interface MemberRow {
  readonly member: MemberOutline;
  readonly state: MemberState;
  /** listed calls whose fit is strong, and good without the strong ones */
  readonly strong: number;
  readonly good: number;
  /** people known there */
  readonly contacts: number;
  /** ISO instants */
  readonly invitedAt: string | null;
  readonly confirmedAt: string | null;
  /** what is to be done next */
  readonly next: MemberNote | null;
}

export interface MemberFilter {
  readonly state?: MemberState;
  readonly type?: OrganisationType;
  /** part of the name or the town */
  readonly search?: string;
  /** what is missing, so that it can be worked off */
  readonly lacks?: Lack;
}

export const lacks = ['contact', 'texts', 'matches', 'next-step'] as const;
export type Lack = (typeof lacks)[number];

export const memberSorts = ['name', 'matches', 'freshness', 'next'] as const;
export type MemberSort = (typeof memberSorts)[number];

const lacking: Readonly<Record<Lack, (row: MemberRow) => boolean>> = {
  contact: ({ contacts }) => contacts === 0,
  texts: ({ member }) => member.texts === 0,
  matches: ({ strong, good }) => strong + good === 0,
  'next-step': ({ next }) => next === null,
};

/** Whether a row is asked for; filters combine. Whoever left is listed only when asked for. */
export function isAsked(row: MemberRow, { state, type, search, lacks: lack }: MemberFilter): boolean {
  const sought = search?.trim().toLowerCase() ?? '';
  return [
    state === undefined ? row.state !== 'left' : row.state === state,
    type === undefined || row.member.type === type,
    `${row.member.name}\n${row.member.city ?? ''}`.toLowerCase().includes(sought),
    lack === undefined || lacking[lack](row),
  ].every(Boolean);
}

/** @param rows in order of name, which also breaks ties */
export function inMemberOrder(rows: readonly MemberRow[], sort: MemberSort): MemberRow[] {
  if (sort === 'name') return [...rows];
  if (sort === 'matches') return [...rows].sort((a, b) => b.strong - a.strong || b.good - a.good);
  const latest = '9999';
  const key: (row: MemberRow) => string =
    sort === 'freshness'
      ? ({ member }) => member.saidOn ?? ''
      : ({ next }) => next?.dueOn ?? (next ? '9998' : latest);
  return [...rows].sort((a, b) => Number(key(a) > key(b)) - Number(key(a) < key(b)));
}
