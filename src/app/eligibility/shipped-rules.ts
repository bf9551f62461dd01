import type { Rulebook } from '../../eligibility/index.js';
import { HeldRules } from '../../consortia/index.js';
import { loadRulebook } from './load-rulebook.js';

/** The rules that ship with the service, read once, when they are first asked for. */
export class ShippedRules extends HeldRules {
  #book: Rulebook | null = null;

  book(): Rulebook {
    this.#book ??= loadRulebook().book;
    return this.#book;
  }
}
