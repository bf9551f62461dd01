import type { MemberContacts } from '../../accounts/index.js';
import type { MemberOutline } from '../../organisations/index.js';

/** Where a member stands with the service. */
export const memberStates = ['imported', 'invited', 'confirmed', 'dormant', 'left'] as const;
export type MemberState = (typeof memberStates)[number];

/** A confirmation counts for so long; after that its lists rest on old words. */
const confirmedForDays = 365;

const dayMs = 86_400_000;

/**
 * `left` once the membership has ended; `confirmed` when somebody there said that its profile is right within a year,
 * `dormant` when that is longer ago; `invited` while nobody has; else `imported`.
 */
export function memberState(
  { live }: Pick<MemberOutline, 'live'>,
  contacts: Pick<MemberContacts, 'invitedAt' | 'confirmedAt'> | undefined,
  asOf: Date,
): MemberState {
  if (!live) return 'left';
  const confirmed = contacts?.confirmedAt ?? null;
  if (confirmed !== null)
    return asOf.getTime() - Date.parse(confirmed) > confirmedForDays * dayMs ? 'dormant' : 'confirmed';
  return contacts?.invitedAt ? 'invited' : 'imported';
}
