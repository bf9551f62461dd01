import type { Figure } from '../explanation.js';
import { figuresOf } from '../calibration/figures.js';
import type { MissingItem } from '../explanation.js';
import { scoredItems } from '../items.js';
import { shownOf } from '../missing.js';
import type { Place } from '../best-places.js';
import type { Setting } from '../standing.js';
import { isMoreThanPossible, Kinds } from './fair-places.js';
import type { ScoredItem } from '../items.js';

/** The experienced co-ordinator that goes best with a newcomer: a newcomer is never proposed to stand alone. */
export interface Companion {
  readonly organisation: string;
  /** consortia it led, and all it was in */
  readonly led: number;
  readonly consortia: number;
  readonly fit: Figure;
  /** what the call asks, nothing of the newcomer shows and this one does, the weightiest first; at most three */
  readonly adds: readonly string[];
}

/** Co-ordinators compared, the best of the list: who answers the call less well leads it less well. */
const compared = 12;
const mostAdded = 3;

/** Finds companions for the newcomers of one list. */
export class Companions {
  readonly #kinds: Kinds;
  readonly #leaders: readonly Place[];
  readonly #items = new Map<number, ScoredItem[]>();

  /** @param candidates of the list, best first */
  constructor(
    private readonly setting: Setting,
    candidates: readonly Place[],
  ) {
    const { corpus, call } = setting;
    this.#kinds = new Kinds(corpus, call);
    this.#leaders = candidates
      .filter((place) => this.#kinds.isLeader(place.ordinal) && isMoreThanPossible(corpus, place))
      .slice(0, compared);
  }

  /** @returns null for who is no newcomer, and where no experienced co-ordinator is in reach */
  of(ordinal: number, missing: readonly MissingItem[]): Companion | null {
    if (!this.#kinds.isNewcomer(ordinal)) return null;
    let best: {
      readonly leader: Place;
      readonly adds: readonly MissingItem[];
      readonly weight: number;
    } | null = null;
    for (const leader of this.#leaders) {
      const adds = shownOf(this.setting.corpus, this.setting.call, this.#itemsOf(leader.ordinal), missing);
      const weight = adds.reduce((sum, item) => sum + item.weight, 0);
      if (best === null || weight > best.weight) best = { leader, adds, weight };
    }
    return best && this.#named(best);
  }

  #named({ leader, adds }: { leader: Place; adds: readonly MissingItem[] }): Companion {
    const { corpus, call } = this.setting;
    const { ordinal } = leader;
    return {
      organisation: corpus.organisationId(ordinal),
      led: this.#kinds.led(ordinal),
      consortia: this.#kinds.consortia(ordinal),
      fit: figuresOf(corpus, call, leader).fit,
      adds: adds.slice(0, mostAdded).map(({ label }) => label),
    };
  }

  #itemsOf(ordinal: number): ScoredItem[] {
    const known = this.#items.get(ordinal);
    if (known !== undefined) return known;
    const made = scoredItems(this.setting, ordinal);
    this.#items.set(ordinal, made);
    return made;
  }
}
