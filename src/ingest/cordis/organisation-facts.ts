import type { ParticipationRow } from './cordis-rows.js';

/** What CORDIS says of an organisation over all its participations. */
export interface CordisOrganisation extends Pick<
  ParticipationRow,
  'pic' | 'vatNumber' | 'name' | 'shortName' | 'type' | 'sme' | 'city' | 'country' | 'nuts' | 'url'
> {
  /** the day of the newest record that speaks of it */
  readonly observedOn: string;
  /** start of the newest project, by which statements are compared */
  readonly startDate: string;
}

/** The project a participation belongs to, as far as it decides which statement is the newest. */
export interface ProjectDates {
  readonly startDate: string;
  readonly observedOn: string;
}

/**
 * Takes one more participation's statements in: the newest project's count (names, addresses and size change over
 * the years), older ones fill what it leaves open. The order in which they come does not matter.
 */
export function joinFacts(
  known: CordisOrganisation | undefined,
  row: ParticipationRow,
  { startDate, observedOn }: ProjectDates,
): CordisOrganisation {
  const stated: CordisOrganisation = {
    pic: row.pic,
    vatNumber: row.vatNumber,
    name: row.name,
    shortName: row.shortName,
    type: row.type,
    sme: row.sme,
    city: row.city,
    country: row.country,
    nuts: row.nuts,
    url: row.url,
    observedOn,
    startDate,
  };
  if (known === undefined) return stated;
  const [newer, older] = isNewer(stated, known) ? [stated, known] : [known, stated];
  return {
    ...newer,
    vatNumber: newer.vatNumber ?? older.vatNumber,
    shortName: newer.shortName ?? older.shortName,
    type: newer.type ?? older.type,
    sme: newer.sme ?? older.sme,
    city: newer.city ?? older.city,
    country: newer.country ?? older.country,
    nuts: newer.nuts ?? older.nuts,
    url: newer.url ?? older.url,
    observedOn: newer.observedOn > older.observedOn ? newer.observedOn : older.observedOn,
  };
}

/** By project, then by name: some order that the order of rows does not change. */
function isNewer(a: CordisOrganisation, b: CordisOrganisation): boolean {
  if (a.startDate !== b.startDate) return a.startDate > b.startDate;
  return JSON.stringify(a) > JSON.stringify(b);
}
