import { documentTypes } from '../corpus-document.js';
import type { Corpus } from '../corpus.js';
import type { Segment } from '../index/segment.js';
import type { ProgrammeWeights } from '../model.js';
import type { PreparedCall } from '../query/prepared-call.js';

const project = documentTypes.indexOf('project');

/** Where in a programme a call stands, read from its identifier alone. */
export interface ProgrammePlace {
  /** `HORIZON-CL5` */
  readonly part: string;
  /** `HORIZON-CL5-D3`; equal to the part where the identifier says no more */
  readonly series: string;
}

/**
 * The part of the programme and the series a topic belongs to: the first two and three words of its identifier, years
 * and numbers left out, so that calls of different years meet. Null where there are fewer than two words.
 */
export function programmePlace(topic: string): ProgrammePlace | null {
  const words = topic
    .toUpperCase()
    .split('-')
    .filter((word) => word !== '' && !/^\d+$/.test(word));
  if (words.length < 2) return null;
  return { part: words.slice(0, 2).join('-'), series: words.slice(0, 3).join('-') };
}

/** Part and series of every topic of a segment, as numbers; 0: none. Made once for a corpus. */
export class ProgrammeIndex {
  private readonly numbers = new Map<string, number>();
  /** numbers up to this one stand in the first segment */
  private openNumbers = 0;
  private readonly places: readonly { readonly parts: Uint32Array; readonly series: Uint32Array }[];

  constructor(segments: readonly Segment[]) {
    this.places = segments.map(({ topics }, at) => {
      const parts = new Uint32Array(topics.size + 1);
      const series = new Uint32Array(topics.size + 1);
      for (let topic = 0; topic < topics.size; topic += 1) {
        const place = programmePlace(topics.at(topic));
        if (place === null) continue;
        // a topic is stored as its number + 1
        parts[topic + 1] = this.numberOf(`part ${place.part}`);
        series[topic + 1] = this.numberOf(`series ${place.series}`);
      }
      if (at === 0) this.openNumbers = this.numbers.size;
      return { parts, series };
    });
  }

  /**
   * The numbers of a call's place; null where no open document stands in that part: then past work there tells
   * nobody apart, and what is private must not decide whether it counts.
   */
  find({ part, series }: ProgrammePlace): { part: number; series: number } | null {
    const found = this.numbers.get(`part ${part}`) ?? Number.POSITIVE_INFINITY;
    if (found > this.openNumbers) return null;
    return { part: found, series: this.numbers.get(`series ${series}`) ?? -1 };
  }

  of(segment: number): { readonly parts: Uint32Array; readonly series: Uint32Array } {
    return this.places[segment]!;
  }

  private numberOf(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const next = this.numbers.size + 1;
    this.numbers.set(key, next);
    return next;
  }
}

/** Past projects of one organisation in the call's part of the programme, and in its series; each fades with age. */
export interface ProgrammeWork {
  readonly part: number;
  readonly series: number;
  /** how many stand in the part, whatever their age */
  readonly projects: number;
}

/** @param admitted by document, 1 where it may count for this call */
export function programmeWork(
  corpus: Corpus,
  call: PreparedCall,
  ordinal: number,
  admitted: Uint8Array,
): ProgrammeWork {
  const asked = call.programme(corpus);
  const sum = { part: 0, series: 0, projects: 0 };
  if (asked === null) return sum;
  const { weights } = corpus.on(call.asOf);
  for (const { segment, local } of corpus.organisations.places(ordinal)) {
    const {
      heldStarts,
      heldDocuments,
      documentTopics,
      documentTypes: types,
    } = corpus.segments[segment]!.arrays;
    const { parts, series } = corpus.programmes.of(segment);
    const base = corpus.documentBase[segment]!;
    for (let at = heldStarts[local]!; at < heldStarts[local + 1]!; at += 1) {
      const document = heldDocuments[at]!;
      const topic = documentTopics[document]!;
      if (parts[topic] !== asked.part || types[document] !== project || admitted[base + document] === 0)
        continue;
      const kept = weights[base + document]!;
      sum.part += kept;
      if (series[topic] === asked.series) sum.series += kept;
      sum.projects += 1;
    }
  }
  return sum;
}

/** From past projects to [0, 1): half of it for the part, half for the series; each a half at its own number. */
export function programmeFigure({ part, series }: ProgrammeWork, model: ProgrammeWeights): number {
  return (part / (part + model.partHalf) + series / (series + model.seriesHalf)) / 2;
}
