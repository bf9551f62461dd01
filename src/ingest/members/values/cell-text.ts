const formulaGuard = /^'(?=[=+\-@\t\r\n\u0000＝＋－＠]|\d)/;
const asFormula = /^="([^"]*)"$/;

/**
 * The text of a cell as a person sees it: composed letters (NFC), no invisible marks, plain spaces, no blank ends; the
 * two ways to keep a spreadsheet from touching a value (`="007"`, `'007`) undone.
 */
export function cellText(raw: string): string {
  const text = raw
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim();
  return (asFormula.exec(text)?.[1] ?? text).replace(formulaGuard, '').trim();
}

/** The same on one line. */
export function oneLine(raw: string): string {
  return cellText(raw).replace(/\s+/g, ' ');
}

/** The first control character but tab and line end, as `U+0007`; no text people write has one. */
export function controlCharacter(raw: string): string | undefined {
  const found = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.exec(raw)?.[0];
  return found === undefined
    ? undefined
    : `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const placeholders = new Set([
  'nd', 'na', 'np', 'nn', 'n d', 'n a', 'n p', 'tbd', 'tbc', 'null', 'none',
  'non disponibile', 'non disponibili', 'non dichiarato', 'non indicato', 'non noto', 'non nota', 'non specificato',
  'non applicabile', 'non pervenuto', 'sconosciuto', 'da definire', 'da completare', 'da verificare', 'in attesa',
  'not available', 'not stated', 'not applicable', 'not specified', 'not known', 'unknown', 'to be defined',
]); // prettier-ignore

/**
 * Whether a text stands for "not stated": empty, dashes, `n.d.`, `n/a`, `non disponibile`, `#N/D`.
 *
 * `NA` counts too; where it is a code of its own (a country, a province) ask `isMissingCode`.
 */
export function isMissing(text: string): boolean {
  return isMissingCode(text) || isPlaceholder(text);
}

/** As `isMissing`, but bare `NA` is a value: Namibia, Napoli. `n.a.` and `N/A` still are not. */
export function isMissingCode(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (/^#N\/[AD]$/i.test(text)) return true;
  return !/^na$/i.test(text) && isPlaceholder(text);
}

const longestPlaceholder = 40;

function isPlaceholder(text: string): boolean {
  return text.length <= longestPlaceholder && placeholders.has(key(text));
}

function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/[./_\-()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An error left by a formula, in English or Italian: `#REF!`, `#RIF!`, `#VALORE!`. */
export function isFormulaError(text: string): boolean {
  return /^#(REF!|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!|RIF!|VALORE!|NOME\?|NULLO!|SPILL!|CALC!|FIELD!)$/i.test(
    text,
  );
}
