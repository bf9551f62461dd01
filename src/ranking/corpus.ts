import type { Day } from './index/calendar.js';
import { mergeOrganisations } from './index/merged-organisations.js';
import type { MergedOrganisations } from './index/merged-organisations.js';
import type { Segment } from './index/segment.js';
import { defaultModel } from './model.js';
import type { RankingModel } from './model.js';
import { evidenceWeights } from './signals/evidence-weights.js';
import { ProgrammeIndex } from './signals/programme.js';
import { trackBasis } from './signals/activity.js';
import type { TrackBasis } from './signals/activity.js';
import type { Boilerplate } from './text/boilerplate.js';
import type { History } from './learned/history.js';
import type { Glossary } from './text/glossary.js';
import { Workspace } from './workspace.js';

export interface CorpusOptions {
  readonly model?: RankingModel;
  readonly boilerplate?: Boilerplate | null;
  readonly glossary?: Glossary | null;
}

/** One document an organisation holds, by its number in the corpus. */
export interface Held {
  readonly document: number;
  readonly role: number;
}

/**
 * The segments one request may see, merged: an organisation in several of them is one organisation with all that
 * evidence. Opening costs little (views and small tables); keep one per audience and snapshot.
 *
 * Documents are numbered through all segments (`documentBase`), organisations by `MergedOrganisations`.
 */
export class Corpus {
  readonly model: RankingModel;
  readonly boilerplate: Boilerplate | null;
  readonly glossary: Glossary | null;
  readonly organisations: MergedOrganisations;
  /** the corpus number of each segment's first document */
  readonly documentBase: readonly number[];
  readonly documentCount: number;
  /** 1: a later segment holds the same id, which supersedes this one */
  readonly superseded: Uint8Array;
  readonly workspace: Workspace;
  readonly programmes: ProgrammeIndex;
  private readonly dated = new Map<Day, Dated>();

  /** Use `openCorpus`. */
  constructor(
    readonly segments: readonly Segment[],
    options: CorpusOptions,
  ) {
    this.model = options.model ?? defaultModel;
    this.boilerplate = options.boilerplate ?? null;
    this.glossary = options.glossary ?? null;
    this.organisations = mergeOrganisations(segments);
    const base: number[] = [];
    let count = 0;
    for (const segment of segments) {
      base.push(count);
      count += segment.documentCount;
    }
    this.documentBase = base;
    this.documentCount = count;
    this.workspace = new Workspace(count, this.organisations.count, segments);
    this.programmes = new ProgrammeIndex(segments);
    this.superseded = supersededDocuments(segments, base, count);
  }

  get organisationCount(): number {
    return this.organisations.count;
  }

  /** The id behind an ordinal of a packed list. */
  organisationId(ordinal: number): string {
    return this.organisations.id(ordinal);
  }

  /** Undefined where no segment knows the organisation. */
  organisationOrdinal(id: string): number | undefined {
    return this.organisations.find(id);
  }

  /** The segment of a document and its number there. */
  locate(document: number): { segment: number; local: number } {
    let segment = this.segments.length - 1;
    while (segment > 0 && document < (this.documentBase[segment] ?? 0)) segment -= 1;
    return { segment, local: document - (this.documentBase[segment] ?? 0) };
  }

  /** The documents of one organisation, superseded ones left out, ascending. */
  held(ordinal: number): Held[] {
    const result: Held[] = [];
    for (const { segment, local } of this.organisations.places(ordinal)) {
      const { heldStarts, heldDocuments, heldRoles } = this.segments[segment]!.arrays;
      const base = this.documentBase[segment] ?? 0;
      for (let at = heldStarts[local] ?? 0; at < (heldStarts[local + 1] ?? 0); at += 1) {
        const document = base + (heldDocuments[at] ?? 0);
        if (this.superseded[document] === 0) result.push({ document, role: heldRoles[at] ?? 0 });
      }
    }
    return result;
  }

  /** What the corpus is on a day; kept for the last few: a service asks for today, an evaluation for one cut. */
  on(asOf: Day): Dated {
    const known = this.dated.get(asOf);
    if (known !== undefined) return known;
    if (this.dated.size >= 4) this.dated.clear();
    const weights = evidenceWeights(this, asOf);
    const openWeights = this.superseded.includes(1)
      ? evidenceWeights(this, asOf, new Uint8Array(this.documentCount))
      : weights;
    const admitted = Uint8Array.from(weights, (weight) => Number(weight > 0));
    const made = { weights, admitted, track: trackBasis(this, admitted, asOf), openWeights, history: null };
    this.dated.set(asOf, made);
    return made;
  }
}

/** A corpus as of a day. */
export interface Dated {
  /** what each document counts before its words are read: 0 for what is dated later, or superseded */
  readonly weights: Float64Array;
  /** 1 where that is above 0 */
  readonly admitted: Uint8Array;
  /** past participation of each organisation */
  readonly track: TrackBasis;
  /** the weights that hold where nothing private is known: by these the best of the open evidence is found */
  readonly openWeights: Float64Array;
  /** the same in more detail, once a list with seeds was asked for */
  history: History | null;
}

/** @param segments the `open` one first: statistics and the scale of scores come from it alone */
export function openCorpus(segments: readonly Segment[], options: CorpusOptions = {}): Corpus {
  return new Corpus(segments, options);
}

function supersededDocuments(
  segments: readonly Segment[],
  base: readonly number[],
  count: number,
): Uint8Array {
  const flags = new Uint8Array(count);
  segments.forEach((later, place) => {
    if (place === 0) return;
    for (let document = 0; document < later.documentCount; document += 1) {
      const id = later.documents.at(document);
      for (let earlier = 0; earlier < place; earlier += 1) {
        const held = segments[earlier]?.documents.find(id);
        if (held !== undefined) flags[(base[earlier] ?? 0) + held] = 1;
      }
    }
  });
  return flags;
}
