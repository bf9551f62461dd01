/** Texts that spreadsheet programs do something with, and pieces to put together at random. */
const beginnings = [
  '=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '＝', '＋', '－', '＠', "'", '"', ' ', '\u00a0', '\ufeff', '\u200b', '\u202e',
  '', '', '', '',
]; // prettier-ignore

const pieces = [
  'cmd|\' /C calc\'!A0', 'HYPERLINK("http://x.example","x")', 'SUM(1+1)', 'WEBSERVICE("http://x.example")', 'DDE("a";"b")',
  '1+1', '-1', '007', '1E10', '12,5', '1.250', '03/04/2019', 'TRUE', 'VERO', '#REF!', '#N/D', '_x0041_', '_x000D_', '_x005F_',
  '<f>1</f>', ']]>', '&amp;', '&', '<', '>', '"', "'", ';', ',', '|', '\\', '{', '}', '%0A', '\n', '\t', '\u0001', '\u001b',
  '\u007f', '\u0085', '\u2028', '\ufffe', '\u0301', 'è', 'ß', '€', '“', '日本', 'اسم', '🧩', 'Alfa', 'srl', ' ', '  ', '__proto__',
]; // prettier-ignore

const pick = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;

/** Any text that the database can hold: no NUL, no half of a surrogate pair. Never blank, so that it is looked for. */
export function hostileText(random: () => number): string {
  const length = Math.floor(random() * 6);
  const parts = Array.from({ length }, () => (random() < 0.8 ? pick(random, pieces) : anyCharacter(random)));
  return `${pick(random, beginnings)}${parts.join('')}${random() < 0.3 ? '' : pick(random, pieces)}x`;
}

function anyCharacter(random: () => number): string {
  for (;;) {
    const code = 1 + Math.floor(random() ** 3 * 0x10fffe);
    if (code < 0xd800 || code > 0xdfff) return String.fromCodePoint(code);
  }
}
