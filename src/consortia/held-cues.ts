import type { NeedCues } from './needs/need-cues.js';

/** How calls ask for partners: read once, by whoever starts the program. */
export abstract class HeldCues {
  abstract readonly cues: NeedCues;
}
