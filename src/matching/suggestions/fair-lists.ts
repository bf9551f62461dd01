import { defaultModel, type FairAsked, type FairShares } from '../../ranking/index.js';

/** `fair`: kinds that did little so far keep their share of every prefix; `score`: by score alone. */
export const listOrders = ['fair', 'score'] as const;
export type ListOrder = (typeof listOrders)[number];

/**
 * What lists of partners keep for small firms, companies and newcomers: a setting of the installation. Only the order
 * depends on it, never a score or a reason.
 */
export class FairLists {
  /** @param set what differs from what the consortia had that answered calls like the one at hand; `off`: lists are by score */
  constructor(private readonly set: Partial<FairShares> | 'off' = {}) {}

  /** The order of a list where none is asked for. */
  get usual(): ListOrder {
    return this.set === 'off' ? 'score' : 'fair';
  }

  /**
   * @param newcomer what the asker's clusters want newcomers to keep; null: what is set here
   * @returns null for a list by score
   */
  shares(order: ListOrder, newcomer: number | null = null): FairAsked | null {
    if (order === 'score') return null;
    const set = this.set === 'off' ? {} : this.set;
    return {
      sme: set.sme ?? null,
      company: set.company ?? null,
      newcomer: newcomer ?? set.newcomer ?? defaultModel.fairLike.newcomer,
    };
  }
}
