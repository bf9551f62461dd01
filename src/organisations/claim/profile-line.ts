import type { CompetenceKind } from '../evidence.js';
import type { OrganisationFacts } from '../organisation.js';

/** The facts about an organisation that it is asked about, in the order in which it is. */
export const claimFields = [
  'legalName',
  'shortName',
  'country',
  'city',
  'nuts',
  'type',
  'url',
  'languages',
  'sme',
  'employees',
  'site',
  'ecosystems',
] as const;
export type ClaimField = (typeof claimFields)[number];

export const lineGroups = [
  'identity',
  'size',
  'sites',
  'ecosystems',
  'profile',
  'competences',
  'projects',
] as const;
export type LineGroup = (typeof lineGroups)[number];

/** One thing that is said of an organisation, of which it can say: right, change, not us. */
export interface ProfileLine {
  /** `field:city`, `evidence:<id>`, `project:<id>`: how a decision names it */
  readonly ref: string;
  readonly group: LineGroup;
  /** of a fact */
  readonly field: ClaimField | null;
  readonly text: string;
  /** `members`, `cordis`, `demo`, `self`, `interview` */
  readonly source: string;
  /** ISO day; null: not stated */
  readonly date: string | null;
  readonly confirmed: boolean;
  readonly competence: CompetenceDetails | null;
}

export interface CompetenceDetails {
  readonly kind: CompetenceKind | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  /** what it rests on */
  readonly basis: string | null;
}

/** A competence line as the organisation writes it. */
export interface OwnCompetence extends CompetenceDetails {
  /** at most 300 characters */
  readonly statement: string;
}

/** What the organisation says of one line. */
export interface LineDecision {
  readonly ref: string;
  readonly verdict: 'right' | 'changed' | 'not-us';
  /** what is right instead; of `changed` alone */
  readonly text: string | null;
  /** of a competence that was changed; null leaves them as they are */
  readonly competence: CompetenceDetails | null;
}

/** What one source states, as a claim reads it. */
export interface StatedFacts extends OrganisationFacts {
  readonly source: string;
  readonly observedOn: string;
  readonly denied: readonly string[];
  readonly ecosystems: readonly string[];
}

const groupOf: Readonly<Record<ClaimField, LineGroup>> = {
  legalName: 'identity',
  shortName: 'identity',
  country: 'identity',
  city: 'identity',
  nuts: 'identity',
  type: 'identity',
  url: 'identity',
  languages: 'identity',
  sme: 'size',
  employees: 'size',
  site: 'sites',
  ecosystems: 'ecosystems',
};

/** Separates the parts of a fact that has several. */
export const separator = '; ';

/**
 * The facts as lines: of each the one that is shown, with who says so and when.
 *
 * @param records the most trusted first; an unstated fact has no line
 */
export function factLines(records: readonly StatedFacts[]): ProfileLine[] {
  return claimFields.flatMap((field) => {
    const denying = records.findIndex(({ denied }) => denied.includes(field));
    const heard = denying === -1 ? records : records.slice(0, denying + 1);
    const stating = heard.find((record) => factText(record, field) !== null);
    const text = stating && factText(stating, field);
    if (!stating || text === undefined || text === null) return [];
    const { source, observedOn } = stating;
    const line = { ref: `field:${field}`, group: groupOf[field], field, text, source, date: observedOn };
    return [{ ...line, confirmed: source === 'self', competence: null }];
  });
}

function factText(record: StatedFacts, field: ClaimField): string | null {
  const value = record[field];
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(separator);
  return value === null || value === undefined || value === '' ? null : String(value);
}
