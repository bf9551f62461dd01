import { loadRulebook } from '../../src/app/eligibility/load-rulebook.js';
import type { Rulebook } from '../../src/eligibility/index.js';

/** The rules that ship with the service, for tests of features that may not know where they are read. */
export const shippedRulebook = (): Rulebook => loadRulebook().book;
