import { documentTypes } from './corpus-document.js';
import type { Corpus } from './corpus.js';
import type { Day } from './index/calendar.js';
import { nutsWidth } from './index/metadata-arrays.js';
import { activityCode, countryCode } from './index/segment-format.js';
import type { RankOptions } from './ranking.js';

/** What the asker narrows a list by, and can take back, in the order in which it is named. */
export const narrowingNames = [
  'countries',
  'regions',
  'types',
  'sme',
  'experience',
  'trl',
  'cluster',
] as const;
export type NarrowingName = (typeof narrowingNames)[number];

/** What can keep an organisation out of a list whatever it scores; in the order in which it is named. */
export const filterNames = ['seed', 'exclude', 'among', ...narrowingNames] as const;
export type FilterName = (typeof filterNames)[number];

/** One condition of a list. A fact that is asked for and not stated leaves an organisation out. */
export interface Filter {
  readonly name: FilterName;
  /** whether the organisation may appear as far as this filter goes, by its ordinal */
  readonly admits: (ordinal: number) => boolean;
}

/** Whether a filter is one that the asker chose and could take back. */
export const isNarrowing = (name: FilterName): name is NarrowingName =>
  (narrowingNames as readonly string[]).includes(name);

/**
 * The filters that are asked for, each alone.
 *
 * @param asOf what began later is not known yet
 */
export function filtersOf(corpus: Corpus, options: RankOptions, asOf: Day): Filter[] {
  const { organisations } = corpus;
  const { among, cluster, countries, types, sme, regions, experience, trl } = options;
  const filters: Filter[] = [];
  const add = (name: FilterName, admits: Filter['admits']): void => void filters.push({ name, admits });
  const seeds = ordinalsOf(corpus, options.seeds ?? []);
  if (seeds.size > 0) add('seed', (ordinal) => !seeds.has(ordinal));
  const banned = ordinalsOf(corpus, options.exclude ?? []);
  if (banned.size > 0) add('exclude', (ordinal) => !banned.has(ordinal));
  if (among !== undefined) add('among', isOneOf(corpus, among));
  if (countries !== undefined) {
    const codes = new Set(countries.map(countryCode).filter((code) => code > 0));
    add('countries', (ordinal) => codes.has(organisations.countries[ordinal] ?? 0));
  }
  if (regions !== undefined) {
    const codes = regions.map((region) => region.toUpperCase());
    add('regions', (ordinal) => codes.some((code) => liesIn(organisations.nuts, ordinal, code)));
  }
  if (types !== undefined) {
    const codes = new Set(types.map(activityCode));
    add('types', (ordinal) => codes.has(organisations.types[ordinal] ?? 0));
  }
  if (sme !== undefined && sme !== null)
    add('sme', (ordinal) => organisations.sme[ordinal] === Number(sme) + 1);
  if (experience !== undefined) add('experience', hasExperience(corpus, experience, options.masks, asOf));
  if (trl !== undefined) add('trl', (ordinal) => speaksOfReadiness(corpus, ordinal, trl, asOf));
  if (cluster !== undefined) add('cluster', isOneOf(corpus, cluster));
  return filters;
}

/** Whether an organisation may appear, by its ordinal. */
export function admits(corpus: Corpus, options: RankOptions, asOf: Day): (ordinal: number) => boolean {
  const filters = filtersOf(corpus, options, asOf);
  return (ordinal) => filters.every((filter) => filter.admits(ordinal));
}

function isOneOf(corpus: Corpus, ids: readonly string[]): Filter['admits'] {
  const allowed = ordinalsOf(corpus, ids);
  return (ordinal) => allowed.has(ordinal);
}

const project = documentTypes.indexOf('project');

/** A mask says nothing of what was taken part in: whoever is known by one alone is neither. */
function hasExperience(
  corpus: Corpus,
  wanted: NonNullable<RankOptions['experience']>,
  masks: readonly string[] = [],
  asOf: Day,
): Filter['admits'] {
  const masked = new Set(masks);
  const isMask = ({ segment }: { readonly segment: number }): boolean =>
    masked.has(corpus.segments[segment]?.name ?? '');
  return (ordinal) =>
    holdsOne(corpus, ordinal, asOf, ({ documentTypes: types }, local) => types[local] === project)
      ? wanted === 'experienced'
      : wanted === 'new' && !corpus.organisations.places(ordinal).every(isMask);
}

/** Whether something it holds states a span of readiness levels with this one in it. */
const speaksOfReadiness = (corpus: Corpus, ordinal: number, trl: number, asOf: Day): boolean =>
  holdsOne(corpus, ordinal, asOf, ({ documentTrlFrom, documentTrlTo }, local) => {
    const from = documentTrlFrom[local] || documentTrlTo[local] || 0;
    const to = documentTrlTo[local] || from;
    return from > 0 && from <= trl && trl <= to;
  });

type DocumentArrays = Corpus['segments'][number]['arrays'];

/** Whether it holds a document like that, known on the day. */
function holdsOne(
  corpus: Corpus,
  ordinal: number,
  asOf: Day,
  isLike: (arrays: DocumentArrays, local: number) => boolean,
): boolean {
  const { admitted } = corpus.on(asOf);
  return corpus.held(ordinal).some(({ document }) => {
    const { segment, local } = corpus.locate(document);
    return admitted[document] === 1 && isLike(corpus.segments[segment]!.arrays, local);
  });
}

function liesIn(nuts: Uint8Array, ordinal: number, region: string): boolean {
  if (region === '' || region.length > nutsWidth) return false;
  for (let at = 0; at < region.length; at += 1) {
    if (nuts[ordinal * nutsWidth + at] !== region.charCodeAt(at)) return false;
  }
  return true;
}

/** Ids that no segment knows are left out. */
export function ordinalsOf(corpus: Corpus, ids: readonly string[]): Set<number> {
  return new Set(ids.flatMap((id) => corpus.organisationOrdinal(id) ?? []));
}
