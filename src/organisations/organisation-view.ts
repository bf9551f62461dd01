import type { OrganisationFacts } from './organisation.js';

/** What one source states, with where and when it comes from. */
export interface SourcedFacts extends OrganisationFacts {
  /** `members`, `cordis`, `demo` */
  readonly source: string;
  /** calendar date the source speaks of */
  readonly observedOn: string;
  /** facts of which it says that what less trusted sources state is wrong */
  readonly denied?: readonly string[];
}

export interface Provenance {
  readonly source: string;
  readonly date: string;
}

export interface OrganisationView {
  readonly facts: OrganisationFacts;
  /** which source gave each stated fact; an unstated one has no entry */
  readonly provenance: Readonly<Partial<Record<keyof OrganisationFacts, Provenance>>>;
}

/** What an organisation says of itself, then its cluster, stands before what others published about it. */
const trust: readonly string[] = ['self', 'members', 'cordis', 'demo'];

const fields = [
  'legalName',
  'shortName',
  'country',
  'city',
  'nuts',
  'type',
  'sme',
  'employees',
  'url',
  'site',
  'languages',
] as const satisfies readonly (keyof OrganisationFacts)[];

/**
 * One view of an organisation from all that the scope may read: per fact the most trusted source that states it,
 * the newest where two are trusted alike. "Not stated" never hides a statement, "that is wrong" does.
 *
 * @param records at least one, in any order
 */
export function mergeRecords(records: readonly SourcedFacts[]): OrganisationView {
  const ordered = [...records].sort(byTrust);
  const facts: Record<string, unknown> = {};
  const provenance: Record<string, Provenance> = {};
  for (const field of fields) {
    const denying = ordered.findIndex(({ denied }) => denied?.includes(field));
    const heard = denying === -1 ? ordered : ordered.slice(0, denying + 1);
    const stating = heard.find((record) => isStated(record[field]));
    facts[field] = stating?.[field] ?? (field === 'languages' ? [] : null);
    if (stating) provenance[field] = { source: stating.source, date: stating.observedOn };
  }
  return { facts: facts as unknown as OrganisationFacts, provenance };
}

function isStated(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}

function byTrust(a: SourcedFacts, b: SourcedFacts): number {
  const rank = (record: SourcedFacts): number => {
    const place = trust.indexOf(record.source);
    return place === -1 ? trust.length : place;
  };
  return rank(a) - rank(b) || Number(a.observedOn < b.observedOn) - Number(a.observedOn > b.observedOn);
}
