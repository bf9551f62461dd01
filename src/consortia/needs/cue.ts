/** Words that a gap (`…`) in a cue may stand for. */
const widestGap = 6;

/**
 * A phrase to look for, as a pattern: words in any letter case, `*` for any ending of a word, `…` for up to six words in
 * between. Spaces also stand for a hyphen or a slash.
 *
 * @param phrase `develop* … tool*`
 */
export function compileCue(phrase: string): RegExp {
  const parts = phrase
    .split('…')
    .map((part) => part.trim().split(/\s+/).map(wordPattern).join('[\\s/\\u2010-\\u2014-]+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join(gap)}(?![\\p{L}\\p{N}])`, 'iu');
}

const gap = `(?:[\\s,;:()/’'"-]+[\\p{L}\\p{N}.’'/&-]+){0,${widestGap}}?[\\s,;:()/-]+`;

const wordPattern = (word: string): string =>
  word
    .replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/['’]/g, "['’]")
    .replaceAll('*', "[\\p{L}\\p{N}'’-]*");
