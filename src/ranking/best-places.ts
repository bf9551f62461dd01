import type { Corpus } from './corpus.js';
import type { TextSums } from './signals/text-sums.js';

/** How one organisation stands to one call. */
export interface Standing {
  readonly ordinal: number;
  /** 32-bit floats, as a stored list holds them */
  readonly score: number;
  readonly fit: number;
  readonly track: number;
  readonly text: TextSums;
}

/** A standing as a list holds it. */
export type Place = Omit<Standing, 'text'>;

/**
 * The best of many, equal scores in the order of ties: a heap with the last place on top, so that most of those
 * offered are refused by one comparison.
 */
export class BestPlaces {
  private readonly heap: Standing[] = [];
  private offered = 0;

  constructor(
    private readonly corpus: Corpus,
    private readonly limit: number,
    /** how many there were before these were chosen; null: those offered here */
    private readonly chosenFrom: number | null = null,
  ) {}

  /** How many were offered, or there were to choose from. */
  get total(): number {
    return this.chosenFrom ?? this.offered;
  }

  offer(standing: Standing): void {
    this.offered += 1;
    const { heap, limit } = this;
    if (heap.length < limit) {
      heap.push(standing);
      this.rise(heap.length - 1);
    } else if (heap[0] !== undefined && this.before(standing, heap[0])) {
      heap[0] = standing;
      this.sink();
    }
  }

  /** Best first. */
  sorted(): Standing[] {
    return [...this.heap].sort((a, b) => (this.before(a, b) ? -1 : 1));
  }

  private before(a: Standing, b: Standing): boolean {
    const { tieRank } = this.corpus.organisations;
    return a.score > b.score || (a.score === b.score && tieRank[a.ordinal]! < tieRank[b.ordinal]!);
  }

  private rise(from: number): void {
    const { heap } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(heap[parent]!, heap[at]!)) return;
      [heap[parent], heap[at]] = [heap[at]!, heap[parent]!];
      at = parent;
    }
  }

  private sink(): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && this.before(heap[last]!, heap[child]!)) last = child;
      }
      if (last === at) return;
      [heap[last], heap[at]] = [heap[at]!, heap[last]!];
      at = last;
    }
  }
}
