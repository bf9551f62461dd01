/** Words that a gap (`…`) in a cue may stand for. */
const widestGap = 6;

/**
 * A phrase to look for, as a pattern: words in any letter case, `*` for any ending of a word, `…` for up to six words in
 * between. Spaces also stand for a hyphen or a slash.
 *
 * Texts are strangers': every repetition is bounded and each text can be read in one way only, so that time grows with
 * the length of a text and no faster.
 *
 * @param phrase `develop* … tool*`
 */
export function compileCue(phrase: string): RegExp {
  const parts = phrase
    .split('…')
    .map((part) => part.trim().split(/\s+/).map(wordPattern).join('[\\s/\\u2010-\\u2014-]{1,5}'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join(gap)}(?![\\p{L}\\p{N}])`, 'iu');
}

/** What is between words and what words consist of: nothing is in both. */
const between = '[\\s,;:()"]';
const within = "[\\p{L}\\p{N}.’'/&-]";

/** It begins and ends where words meet; `state-of-the-art` is one word, and the next part of the cue may end it. */
const gap =
  `(?=[\\s,;:()/’'"-])${within}{0,80}(?:${between}{1,8}${within}{1,80}){0,${widestGap}}?` +
  `${between}{0,8}(?<=[\\s,;:()/-])`;

const wordPattern = (word: string): string =>
  word
    .replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/['’]/g, "['’]")
    .replaceAll('*', "[\\p{L}\\p{N}'’-]{0,40}");
