/** What can be said of a claim: it holds, it does not, or the facts at hand do not decide it. */
export type Certainty = 'yes' | 'maybe' | 'no';

/** The weakest of the claims; 'yes' of none. */
export function allOf(claims: readonly Certainty[]): Certainty {
  if (claims.includes('no')) return 'no';
  return claims.includes('maybe') ? 'maybe' : 'yes';
}

/** The strongest of the claims; 'no' of none. */
export function anyOf(claims: readonly Certainty[]): Certainty {
  if (claims.includes('yes')) return 'yes';
  return claims.includes('maybe') ? 'maybe' : 'no';
}

/** The opposite; what is undecided stays so. */
export function opposite(claim: Certainty): Certainty {
  if (claim === 'maybe') return 'maybe';
  return claim === 'yes' ? 'no' : 'yes';
}

/** A claim that would hold, but that nobody has confirmed. */
export function doubtful(claim: Certainty): Certainty {
  return claim === 'no' ? 'no' : 'maybe';
}
