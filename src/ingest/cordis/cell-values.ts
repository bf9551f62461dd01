import { isCalendarDate } from '../reading/brussels-time.js';
import type { RowProblems } from '../reading/source-problem.js';

/** Reads one cell: what it says, or null with a problem noted where it says nothing we can use. */
export type ReadCell<T> = (text: string, column: string, problems: RowProblems) => T | null;

const stated = (text: string): string | null => (text === '' ? null : text);

export const readText: ReadCell<string> = stated;

/** Amounts in euro: decimal comma or point, no thousands separator. */
export const readMoney: ReadCell<number> = (text, column, problems) => {
  if (text === '') return null;
  const amount = Number(text.replace(',', '.'));
  if (/^\d+([.,]\d+)?$/.test(text) && Number.isFinite(amount)) return amount;
  problems.note('not-an-amount', column, text, 'not an amount such as 1234567,89; left out');
  return null;
};

/** A calendar date; a time behind it is dropped. */
export const readDate: ReadCell<string> = (text, column, problems) => {
  if (text === '') return null;
  const date = text.slice(0, 10);
  if (isCalendarDate(date) && /^([T ]|$)/.test(text.slice(10))) return date;
  problems.note('not-a-date', column, text, 'not a date such as 2026-09-17; left out');
  return null;
};

export const readBoolean: ReadCell<boolean> = (text, column, problems) => {
  const word = text.toLowerCase();
  if (word === '') return null;
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0') return false;
  problems.note('not-true-or-false', column, text, 'neither true nor false; left out');
  return null;
};

/** Codes the European Union writes in its own way. */
const euCountries: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

/** ISO 3166-1 alpha-2; `EL` and `UK` are read as `GR` and `GB`. */
export const readCountry: ReadCell<string> = (text, column, problems) => {
  if (text === '') return null;
  const code = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) return euCountries[code] ?? code;
  problems.note('not-a-country', column, text, 'not a two-letter country code; left out');
  return null;
};

/** NUTS of any vintage and level; whether it still exists is the taxonomy's to say. */
export const readNuts: ReadCell<string> = (text, column, problems) => {
  if (text === '') return null;
  const code = text.toUpperCase();
  if (/^[A-Z]{2}[0-9A-Z]{0,3}$/.test(code)) return code;
  problems.note('not-a-nuts-code', column, text, 'not a NUTS code; left out');
  return null;
};

/** A weak key: placeholders (`MISSING`, `N/A`) are silently no number. */
export const readVatNumber: ReadCell<string> = (text) => {
  const number = text.toUpperCase().replace(/[\s.\-/]/g, '');
  return /^[A-Z]{2}[A-Z0-9]{4,18}$/.test(number) && /\d{3}/.test(number.replace(/[A-Z]/g, ''))
    ? number
    : null;
};

/** A web address; nothing but http and https passes. */
export const readUrl: ReadCell<string> = (text, column, problems) => {
  if (text === '') return null;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `http://${text}`;
  if (/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address) && URL.canParse(address)) return address;
  problems.note('not-a-web-address', column, text, 'not a web address; left out');
  return null;
};

/** A list inside one cell: parted by `;`, or by `,` where there is none. */
export function readList(text: string): readonly string[] {
  const words = text.split(text.includes(';') ? ';' : ',').map((word) => word.trim().replace(/\s+/g, ' '));
  return [...new Set(words.filter((word) => word !== ''))];
}
