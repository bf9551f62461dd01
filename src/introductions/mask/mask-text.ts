import { findIdentity, type FoundIdentity, type IdentityKind } from './find-identity.js';

/** What stands in a text where something was taken out. */
export const takenOut = '[…]';

/** What was taken out of a text, told to whoever wrote it. */
export interface TakenOut {
  readonly kind: IdentityKind;
  readonly text: string;
}

/**
 * A text as the other side may read it before both have agreed.
 *
 * @param names   what its author and their organisation are called
 * @param allowed what a person has looked at and lets stand, to the letter
 */
export function maskText(
  text: string,
  names: readonly string[],
  allowed: readonly string[] = [],
): { readonly text: string; readonly removed: readonly TakenOut[] } {
  const removed = findIdentity(text, names).filter((found) => !allowed.includes(found.text));
  return {
    text: without(text, removed),
    removed: removed.map(({ kind, text: words }) => ({ kind, text: words })),
  };
}

function without(text: string, removed: readonly FoundIdentity[]): string {
  let [masked, at] = ['', 0];
  for (const { start, end } of removed) {
    masked += text.slice(at, start) + takenOut;
    at = end;
  }
  return masked + text.slice(at);
}
