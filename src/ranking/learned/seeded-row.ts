import { activityCode } from '../index/segment-format.js';
import type { Setting } from '../standing.js';
import type { TextSums } from '../signals/text-sums.js';
import { bestOpenSum } from '../votes.js';
import { historyOf } from './history.js';
import type { History } from './history.js';
import { regionOf, seedLinks } from './seed-links.js';
import type { SeedLinks } from './seed-links.js';

/** What the trees read of an organisation when partners are already there, in the order of a row. */
export const seededFeatures = [
  'text',
  'text of best',
  'three best texts',
  'best text',
  'texts',
  'projects',
  'consortia',
  'coordinated share',
  'years since last',
  'consortium size',
  'university',
  'research organisation',
  'company',
  'public body',
  'sme',
  'walk',
  'walk of best',
  'shared text',
  'shared closeness',
  'shared small',
  'shared lately',
  'same country',
  'same region',
  'type among seeds',
  'seeds',
  'experience of seeds',
] as const;
export type SeededFeature = (typeof seededFeatures)[number];

/** A greater value of these can only raise a score: evidence never hurts. */
export const risingFeatures: ReadonlySet<SeededFeature> = new Set([
  'text',
  'text of best',
  'three best texts',
  'best text',
  'shared text',
]);

/** What is known once the seeds are: made on first use, kept with the setting. */
export interface SeededGround {
  readonly links: SeedLinks;
  readonly history: History;
  /** greatest mass of the walk */
  readonly walkBest: number;
  /** greatest text sum that open evidence gives anybody */
  readonly textBest: number;
}

export function seededGround(setting: Setting): SeededGround {
  const { corpus, call, walked } = setting;
  const dated = corpus.on(call.asOf);
  dated.history ??= historyOf(corpus, dated.admitted, call.asOf);
  let walkBest = 0;
  for (const mass of walked ?? []) if (mass > walkBest) walkBest = mass;
  return {
    links: seedLinks(setting, dated.history),
    history: dated.history,
    walkBest,
    textBest: bestOpenSum(corpus, call),
  };
}

const hes = activityCode('HES');
const rec = activityCode('REC');
const prc = activityCode('PRC');
const pub = activityCode('PUB');

/** Fills `row`. */
export function seededRow(
  { corpus, seeds, walked }: Setting,
  { links, history, walkBest, textBest }: SeededGround,
  { ordinal, text }: { readonly ordinal: number; readonly text: TextSums },
  row: Float64Array,
): Float64Array {
  const { organisations } = corpus;
  const type = organisations.types[ordinal]!;
  const walk = walked?.[ordinal] ?? 0;
  const consortia = history.consortia[ordinal]!;
  let at = 0;
  row[at++] = text.sum;
  row[at++] = textBest === 0 ? 0 : text.sum / textBest;
  row[at++] = text.three;
  row[at++] = text.best;
  row[at++] = text.items;
  row[at++] = history.projects[ordinal]!;
  row[at++] = consortia;
  row[at++] = history.coordinated[ordinal]! / Math.max(1, consortia);
  row[at++] = history.last[ordinal]!;
  row[at++] = history.size[ordinal]!;
  row[at++] = Number(type === hes);
  row[at++] = Number(type === rec);
  row[at++] = Number(type === prc);
  row[at++] = Number(type === pub);
  row[at++] = Number(organisations.sme[ordinal] === 2);
  row[at++] = walk;
  row[at++] = walkBest === 0 ? 0 : walk / walkBest;
  row[at++] = links.text[ordinal]!;
  row[at++] = links.close[ordinal]!;
  row[at++] = links.small[ordinal]!;
  row[at++] = links.lately[ordinal]!;
  row[at++] = Number(links.countries.has(organisations.countries[ordinal]!));
  row[at++] = Number(links.regions.has(regionOf(corpus, ordinal)));
  row[at++] = links.types[type]!;
  row[at++] = seeds.length;
  row[at] = links.experience;
  return row;
}
