/** Runs of letters and digits; a new object each time, because a global pattern remembers where it stood. */
export const wordPattern = (): RegExp => /[\p{L}\p{N}\p{M}]+/gu;

/** Letters without their accents, `città` → `citta`; text without any is returned as it is. */
export function foldAccents(word: string): string {
  return isAscii(word) ? word : word.normalize('NFKD').replace(/\p{M}+/gu, '');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
