import type { CorpusDocument, DocumentState } from './corpus-document.js';
import { documentStates } from './corpus-document.js';
import { openCorpus } from './corpus.js';
import { explainStanding } from './explain.js';
import type { DocumentPointer, MissingItem } from './explanation.js';
import { fused } from './fusion.js';
import { buildSegment } from './index/segment-builder.js';
import { openSegment } from './index/segment.js';
import { scoredItems, textOf } from './items.js';
import type { ScoredItem } from './items.js';
import { ensureScale } from './votes.js';
import { trlWeight } from './signals/evidence-weights.js';
import { SeededScorer } from './learned/seeded-score.js';
import { fitWithFacts } from './signals/fit.js';
import { fitOfSum } from './signals/text-sums.js';
import { factsIn, settingOf, trackSignals, withMeaning } from './standing.js';
import type { Setting } from './standing.js';
import { pointerTo } from './tree.js';

/** Something that would raise a score, and by how much. */
export type Change =
  /** a competence the organisation vouches for, that says these words of the call */
  | (ChangeBase & { readonly kind: 'say'; readonly words: readonly string[] })
  /** an unconfirmed text is vouched for */
  | (ChangeBase & { readonly kind: 'confirm'; readonly document: DocumentPointer })
  /** a text speaks of the readiness that the call asks */
  | (ChangeBase & { readonly kind: 'readiness'; readonly document: DocumentPointer })
  /** the type or size asked for is stated, and is the one */
  | (ChangeBase & { readonly kind: 'state-role'; readonly role: string });

interface ChangeBase {
  /** the score then */
  readonly score: number;
  /** the score then less the score now, above 0 */
  readonly gain: number;
}

const mostChanges = 4;

/** Gains below this are not worth anybody's while. */
const leastGain = 0.002;

/** Missing items that one new competence would speak of. */
const saidTogether = 3;

/**
 * What would raise one organisation's score for a call, the most first. Each was scored again: a new text by building
 * and ranking it, a changed one by the value it would have.
 */
export function changesFor(setting: Setting, ordinal: number, missing: readonly MissingItem[]): Change[] {
  const items = scoredItems(setting, ordinal);
  const now = scoreOf(setting, ordinal, items);
  const worth = <Made extends { readonly score: number }>(made: Made): (Made & ChangeBase)[] => {
    const gain = made.score - now;
    return gain >= leastGain ? [{ ...made, gain }] : [];
  };
  const words = missing.filter(({ kind }) => kind === 'term').map(({ label }) => label);
  const changes: Change[] = [
    ...sayable(words).flatMap((said) =>
      worth({ kind: 'say' as const, words: said, score: scoreSaying(setting, ordinal, said) }),
    ),
    ...items.flatMap((item) => changedItem(setting, ordinal, items, item).flatMap(worth)),
    ...roleStated(setting, ordinal, items).flatMap(worth),
  ];
  return changes.sort((a, b) => b.gain - a.gain).slice(0, mostChanges);
}

/** The weightiest alone, and the weightiest few together. */
const sayable = (words: readonly string[]): (readonly string[])[] => {
  const [first] = words;
  if (first === undefined) return [];
  return words.length === 1 ? [[first]] : [[first], words.slice(0, saidTogether)];
};

function scoreOf(setting: Setting, ordinal: number, items: readonly ScoredItem[], met?: number): number {
  const { model } = setting.corpus;
  const sums = textOf([...items].sort(byValue), model.fit);
  const text = fitOfSum(sums.sum, model.fit);
  const facts = met ?? factsIn(setting, ordinal, text);
  const plain = fused(fitWithFacts(text, facts, model.fit), trackSignals(setting, ordinal), model);
  const score =
    plain === 0 || setting.walked === null || model.seeded === null
      ? plain
      : new SeededScorer(setting, model.seeded).score(ordinal, sums, facts);
  return withMeaning(setting, ordinal, score);
}

const byValue = (a: ScoredItem, b: ScoredItem): number => b.value - a.value || a.document - b.document;

/** The score with one more competence: built, opened beside the others and ranked like any other. */
function scoreSaying(setting: Setting, ordinal: number, words: readonly string[]): number {
  const { corpus, call, seeds } = setting;
  const { segments, organisations, model, boilerplate, glossary } = corpus;
  const open = segments[0];
  if (open === undefined) return 0;
  const id = corpus.organisationId(ordinal);
  const said = openSegment(
    buildSegment([competence(id, words)], [factsOf(id)], { name: 'said', statistics: open.statistics }),
  );
  const richer = openCorpus([...segments, said], { model, boilerplate, glossary });
  const again = (known: number): number => richer.organisationOrdinal(organisations.id(known)) ?? known;
  return explainStanding(settingOf(richer, call, new Set(seeds.map(again))), again(ordinal)).score;
}

/** The id of no other document: they are ids of rows. */
const competence = (organisation: string, words: readonly string[]): CorpusDocument => ({
  id: `said by ${organisation}`,
  version: 1,
  type: 'competence',
  title: '',
  keywords: [],
  body: `${words.join(', ')}.`,
  language: null,
  date: null,
  state: 'confirmed',
  concepts: [],
  topic: null,
  holders: [{ organisation, role: 'owner', share: null }],
});

/** States nothing: the facts of the earlier segments stand. */
const factsOf = (id: string) => ({
  id,
  key: id,
  country: null,
  nuts: null,
  type: null,
  sme: null,
  listed: false,
});

type Changed = {
  readonly kind: 'confirm' | 'readiness';
  readonly document: DocumentPointer;
  readonly score: number;
};

/** One text made to count more: its value is proportional to its weight. */
function changedItem(
  setting: Setting,
  ordinal: number,
  items: readonly ScoredItem[],
  item: ScoredItem,
): Changed[] {
  const { corpus, call } = setting;
  const { segment, local } = corpus.locate(item.document);
  const { documentStates: states, documentTrlFrom, documentTrlTo } = corpus.segments[segment]!.arrays;
  const { evidence } = corpus.model;
  const state: DocumentState = documentStates[states[local] ?? 0] ?? 'open';
  const asked = { from: call.text.trlFrom ?? null, to: call.text.trlTo ?? null };
  const trl = trlWeight(documentTrlFrom[local] ?? 0, documentTrlTo[local] ?? 0, asked, evidence);
  const withChange = (change: Partial<ScoredItem>): number =>
    scoreOf(
      setting,
      ordinal,
      items.map((other) => (other === item ? { ...other, ...change } : other)),
    );
  const document = pointerTo(corpus, item.document);
  return [
    ...(state === 'unconfirmed'
      ? [
          {
            kind: 'confirm' as const,
            document,
            score: withChange({ value: confirmedValue(setting, item), unconfirmed: false }),
          },
        ]
      : []),
    ...(trl < 1
      ? [
          {
            kind: 'readiness' as const,
            document,
            score: withChange({ value: withReadiness(setting, item, { trl, state }) }),
          },
        ]
      : []),
  ];
}

/** What a text is worth once nothing bounds it: a profile or a competence, by its share of the scale and its weight. */
function unbounded({ corpus, call }: Setting, { score, weight }: ScoredItem): number {
  return (score / ensureScale(corpus, call).ownFull) ** corpus.model.fit.sharpness * weight;
}

function confirmedValue(setting: Setting, item: ScoredItem): number {
  const { states } = setting.corpus.model.evidence;
  return (unbounded(setting, item) * states.confirmed) / states.unconfirmed;
}

function withReadiness(
  setting: Setting,
  item: ScoredItem,
  { trl, state }: { readonly trl: number; readonly state: DocumentState },
): number {
  if (state !== 'unconfirmed') return item.value / trl;
  return Math.min(unbounded(setting, item) / trl, setting.corpus.model.fit.mostUnconfirmed ?? Infinity);
}

/** Where a role is asked and not all of it is met: what stating it would bring, if it is true. */
function roleStated(
  setting: Setting,
  ordinal: number,
  items: readonly ScoredItem[],
): { readonly kind: 'state-role'; readonly role: string; readonly score: number }[] {
  const asked = setting.call.roleFacts;
  const { organisations } = setting.corpus;
  if (asked === null || items.length === 0) return [];
  const typeUnknown = asked.types !== null && (organisations.types[ordinal] ?? 0) === 0;
  const sizeUnknown = asked.sme !== null && (organisations.sme[ordinal] ?? 0) === 0;
  const facts = [asked.types !== null, asked.sme !== null, asked.leads].filter(Boolean).length;
  const unstated = Number(typeUnknown) + Number(sizeUnknown);
  const { fit } = setting.corpus.model;
  const met = factsIn(setting, ordinal, fitOfSum(textOf(items, fit).sum, fit));
  if (unstated === 0 || met === null) return [];
  // what is not stated counts half
  const stated = met + (0.5 * unstated) / facts;
  return [{ kind: 'state-role', role: asked.role, score: scoreOf(setting, ordinal, items, stated) }];
}
