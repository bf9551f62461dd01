import type { ExplanationNode, FactNode, GroupNode } from '../explanation.js';
import type { Setting } from '../standing.js';
import { toValue } from '../tree.js';
import type { TextSums } from '../signals/text-sums.js';
import { activityTypes } from '../corpus-document.js';
import { documentValue } from './seed-links.js';
import type { SeededFeature } from './seeded-row.js';
import { SeededScorer } from './seeded-score.js';
import type { SeededModel } from './seeded-score.js';

/** What each part of an explanation rests on. */
const features = {
  fit: ['text', 'text of best', 'three best texts', 'best text', 'texts'],
  proximity: ['walk', 'walk of best', 'shared text', 'shared closeness', 'shared small', 'shared lately'],
  experience: ['projects', 'consortia', 'coordinated share', 'consortium size'],
  activity: ['years since last'],
  place: ['same country', 'same region'],
} as const satisfies Record<string, readonly SeededFeature[]>;
type Part = keyof typeof features;

/**
 * Why trees gave one organisation its score: each part counts by what the score would lose without it, and all parts
 * together are the score. Within a part, what it rests on keeps the proportions of the plain score.
 */
export class SeededReasons {
  readonly #scorer: SeededScorer;
  readonly #score: number;
  readonly #shares: ReadonlyMap<Part, number>;

  constructor(
    private readonly setting: Setting,
    model: SeededModel,
    private readonly ordinal: number,
    private readonly text: TextSums,
  ) {
    this.#scorer = new SeededScorer(setting, model);
    this.#score = this.#scorer.score(ordinal, text);
    this.#shares = this.#losses();
  }

  /** The score with less evidence. Words of a document shared with a seed count there too. */
  scoreWith(text: TextSums, without: number | null): number {
    if (without === null) return this.#scorer.score(this.ordinal, text);
    const lost = this.#seedsOn(without) * documentValue(this.setting.corpus, this.setting.call, without);
    const sharedText = Math.max(0, this.#scorer.sharedText(this.ordinal) - lost);
    return this.#scorer.without(this.ordinal, text, { sharedText });
  }

  /** The parts that the plain score does not have. */
  place(): GroupNode[] {
    const value = this.#shares.get('place') ?? 0;
    if (value === 0) return [];
    const type = this.setting.corpus.organisations.types[this.ordinal]!;
    const fact: FactNode = {
      kind: 'fact',
      signal: 'facts',
      fact: 'near-seeds',
      value,
      stated: activityTypes[type - 1] ?? null,
    };
    return [{ kind: 'group', signal: 'facts', value, parts: [fact] }];
  }

  /** A part of the plain explanation, brought to what it makes of this score. */
  scaled(node: ExplanationNode): ExplanationNode {
    if (node.kind !== 'group') return node;
    if (node.signal === 'fit') return toValue(node, this.#shares.get('fit') ?? 0);
    if (node.signal !== 'track') return node;
    const parts = node.parts.map((part) =>
      part.kind === 'group' && part.signal in features
        ? toValue(part, this.#shares.get(part.signal as Part) ?? 0)
        : toValue(part, 0),
    );
    return { ...node, parts, value: parts.reduce((sum, part) => sum + part.value, 0) };
  }

  /** How many seeds hold a document beside this organisation. */
  #seedsOn(document: number): number {
    const { corpus, seeds } = this.setting;
    return seeds.filter((seed) => corpus.held(seed).some((held) => held.document === document)).length;
  }

  #losses(): Map<Part, number> {
    const parts = Object.keys(features) as Part[];
    const losses = parts.map((part) => {
      const score = this.#scorer.without(this.ordinal, this.text, { features: features[part] });
      return Math.max(0, this.#score - score);
    });
    const total = losses.reduce((sum, loss) => sum + loss, 0);
    if (total === 0) return new Map([[this.text.sum > 0 ? 'fit' : 'proximity', this.#score]]);
    return new Map(parts.map((part, at) => [part, (losses[at]! / total) * this.#score]));
  }
}
