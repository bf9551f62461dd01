/**
 * What people see instead of decimals. The model holds the limits of the first three; `unknown`: too little is known of the
 * organisation, or asked, to say anything.
 */
export type Band = 'strong' | 'good' | 'possible' | 'unknown';

/** One of the two figures that are never merged on a screen. */
export interface Figure {
  /** in [0, 1] */
  readonly score: number;
  readonly band: Band;
}

/** A signal by name; each has its file in `signals/`. */
export type SignalName =
  | 'fit'
  | 'text'
  | 'concepts'
  | 'facts'
  | 'track'
  | 'proximity'
  | 'experience'
  | 'activity'
  | 'programme'
  | 'meaning';

/**
 * One node of the tree that *is* the score: `value` is the sum of the values of `parts` (to 1e-6), in units of the
 * fused score, so that the root's value is the score and a leaf's value is what it added to it.
 */
export type ExplanationNode = GroupNode | DocumentNode | TermNode | FactNode | SeedNode;

interface NodeBase {
  /** what this part added to the fused score */
  readonly value: number;
}

/** `score`, one of the two figures, a signal, or `rest`: what is too small to be listed one by one. */
export interface GroupNode extends NodeBase {
  readonly kind: 'group';
  readonly signal: SignalName | 'score' | 'rest';
  readonly parts: readonly ExplanationNode[];
}

/** One evidence item; its parts are the terms and concepts it shares with the call. */
export interface DocumentNode extends NodeBase {
  readonly kind: 'document';
  readonly signal: SignalName;
  readonly document: DocumentPointer;
  /** the score without this item's words: equals the score before minus this (its track record stays) */
  readonly loss: number;
  /** source, state, role, age and TRL together, in [0, 1] */
  readonly weight: number;
  readonly parts: readonly ExplanationNode[];
}

/** A word, a pair of words or a concept of the call that an evidence item shows. */
export interface TermNode extends NodeBase {
  readonly kind: 'term';
  readonly signal: 'text' | 'concepts';
  /** the word as the call writes it, or the label of the concept */
  readonly label: string;
  /** the key it was found under in the evidence: stemmed words, or a concept's code after `/` */
  readonly key: string;
  /** the key it has in the call: another one where the evidence says it in the other language */
  readonly callKey: string;
  /** places in `OpportunityText.sections`, the heaviest first; -1 is the title, -2 the keywords */
  readonly sections: readonly number[];
  /** the evidence says it in the other language: `smontaggio` for `disassembly` */
  readonly bridge: Bridge | null;
}

/** A fact that was asked for, such as the type that a role calls for. */
export interface FactNode extends NodeBase {
  readonly kind: 'fact';
  readonly signal: SignalName;
  /** `role`, `projects`, `coordinated`, `last-start`, `same-programme`, `close-in-meaning` (stated: the evidence's id) */
  readonly fact: string;
  /** the stated value; null where not stated */
  readonly stated: string | number | null;
}

/** Past work with one seed: the walk from that seed, and the projects they share. */
export interface SeedNode extends NodeBase {
  readonly kind: 'seed';
  readonly signal: 'proximity';
  readonly organisation: string;
  /** shared projects, the newest first, at most five; empty: linked through a third organisation */
  readonly shared: readonly DocumentPointer[];
}

export interface Bridge {
  /** as the call says it */
  readonly from: string;
  /** as the evidence says it */
  readonly to: string;
}

/** Where to read the text, through the reader's own rights; a segment holds none. */
export interface DocumentPointer {
  /** place in the corpus' list of segments */
  readonly segment: number;
  readonly id: string;
  readonly version: number;
}

/** Something weighty that the call asks and no evidence of the organisation shows. */
export interface MissingItem {
  readonly label: string;
  readonly kind: 'term' | 'concept';
  /** place in `OpportunityText.sections`; -1 is the title, -2 the keywords */
  readonly section: number;
  /** share of all the call asks, in [0, 1] */
  readonly weight: number;
}
