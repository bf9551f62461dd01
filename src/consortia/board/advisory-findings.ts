import type { Certainty, RegionList, Source } from '../../eligibility/index.js';
import { inRegionList } from '../../eligibility/index.js';
import type { NeededRole } from '../needs/needed-role.js';
import type { Board } from './board.js';
import type { BoardCheck, Counted } from './check-board.js';

/** What speaks against the make-up of a consortium that no rule forbids (B-30). */
export const advisoryKinds = [
  'dominant-country',
  'no-end-user',
  'no-sme',
  'newcomers-only',
  'no-less-developed-region',
] as const;
export type AdvisoryKind = (typeof advisoryKinds)[number];

/** Why the first four matter: by what document. Of the last the call itself is the source. */
export type AdviceSources = Readonly<Record<Exclude<AdvisoryKind, 'no-less-developed-region'>, Source>>;

/** One finding, with the values it was found by. */
export interface AdvisoryFinding {
  readonly kind: AdvisoryKind;
  /** who was looked at */
  readonly partners: number;
  /** of whom it is not known: one of them may be what is missing */
  readonly unknown: number;
  /** of `dominant-country`: which, and how many partners are there */
  readonly country: { readonly code: string; readonly partners: number } | null;
  readonly source: Source;
}

/** What the findings rest on besides the board and its check. */
export interface FoundBy {
  /** ids of organisations that were in one funded project at most */
  readonly newcomers: ReadonlySet<string>;
  /** ids of organisations that would be end users, or have a site where things are used */
  readonly endUsers: ReadonlySet<string>;
  /** regions that a call means by less developed; null: not held */
  readonly lessDeveloped: RegionList | null;
  readonly sources: AdviceSources;
}

/** Those who use what comes of a project. */
const users: readonly NeededRole[] = ['end-user', 'practitioner', 'clinical', 'primary-producer'];

/** What people should weigh, apart from the rules: it decides nothing. Pure. */
export function advisoryFindings(board: Board, check: BoardCheck, by: FoundBy): readonly AdvisoryFinding[] {
  const { counted } = check;
  if (!check.answer.partnerSearch || counted.length < 2) return [];
  const { sources, newcomers, endUsers, lessDeveloped } = by;
  const uses = new Set(board.needs.filter(({ role }) => users.includes(role)).map(({ id }) => id));
  return [
    ...dominantCountry(counted, sources['dominant-country']),
    ...nobody('no-end-user', counted, sources['no-end-user'], ({ needIds, organisationId }) =>
      needIds.some((id) => uses.has(id)) || endUsers.has(organisationId ?? '') ? 'yes' : 'no',
    ),
    ...nobody('no-sme', counted, sources['no-sme'], ({ partner: { sme } }) =>
      sme === null ? 'maybe' : sme ? 'yes' : 'no',
    ),
    ...nobody('newcomers-only', counted, sources['newcomers-only'], ({ organisationId }) =>
      organisationId === null ? 'maybe' : newcomers.has(organisationId) ? 'no' : 'yes',
    ),
    ...noLessDevelopedRegion(board, counted, lessDeveloped),
  ];
}

/** Found where nobody surely is like this. */
function nobody(
  kind: AdvisoryKind,
  counted: readonly Counted[],
  source: Source,
  isLikeThis: (one: Counted) => Certainty,
): AdvisoryFinding[] {
  const answers = counted.map(isLikeThis);
  if (answers.includes('yes')) return [];
  const unknown = answers.filter((answer) => answer === 'maybe').length;
  return [{ kind, partners: counted.length, unknown, country: null, source }];
}

/** More than half of all are in one country, wherever those are of whom it is not known. */
function dominantCountry(counted: readonly Counted[], source: Source): AdvisoryFinding[] {
  const places = counted.map(({ partner }) => partner.country);
  const inCountry = (code: string): number => places.filter((place) => place === code).length;
  const code = places.find((place) => place !== null && 2 * inCountry(place) > places.length) ?? null;
  if (code === null) return [];
  const country = { code, partners: inCountry(code) };
  const unknown = places.filter((place) => place === null).length;
  return [{ kind: 'dominant-country', partners: counted.length, unknown, country, source }];
}

/** Only where the call is flagged as asking for one. */
function noLessDevelopedRegion(
  { opportunity }: Board,
  counted: readonly Counted[],
  regions: RegionList | null,
): AdvisoryFinding[] {
  if (opportunity?.flags['lessDevelopedRegion'] !== true || regions === null) return [];
  const { identifier, title, observedAt, url } = opportunity;
  const source = { document: `${identifier}, ${title}`, date: observedAt.slice(0, 10), url };
  return nobody('no-less-developed-region', counted, source, ({ partner: { nuts, country } }) =>
    inRegionList(regions, nuts, country),
  );
}
