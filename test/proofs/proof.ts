/** What a proof found. `result` holds counts and times by name; `worst` says the worst single case in words. */
export interface Finding {
  /** how many trials were made: kills, sequences, requests */
  readonly n: number;
  readonly result: Readonly<Record<string, number>>;
  readonly worst: string;
  readonly pass: boolean;
}

/** What a proof is given; everything random in it follows from the seed. */
export interface ProofContext {
  readonly seed: number;
  /** for standard error: what is happening, for who waits */
  readonly progress: (line: string) => void;
}

/**
 * One invariant of the service and the way to put it to the test; a file `test/proofs/<id>.proof.ts` exports it as
 * `proof`. Quick size is for every push (seconds), full size for a release.
 *
 * A proof counts once a planted fault has made it fail.
 */
export interface Proof {
  /** `R-01`, `S-02`: the name of the invariant in docs/security.md and docs/operations.md */
  readonly id: string;
  readonly invariant: string;
  readonly quick: (context: ProofContext) => Promise<Finding>;
  readonly full: (context: ProofContext) => Promise<Finding>;
}
