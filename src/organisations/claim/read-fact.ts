import { organisationTypes } from '../organisation.js';
import { badLine } from './claim.errors.js';
import { separator, type ClaimField } from './profile-line.js';

/** Control characters have no place in a fact, nor what turns its reading direction. */
const hidden = /[\p{Cc}\p{Cf}]/u;

const mostCharacters = 300;
const mostEmployees = 10_000_000;

/** A fact as a record keeps it. */
export type FactValue = string | number | boolean | readonly string[];

/** How each fact is read that is not plain text. */
const readers: Readonly<Partial<Record<ClaimField, (text: string) => FactValue>>> = {
  country: (text) => matching('country', text, /^[A-Z]{2}$/, 'write the two letters of the country: IT'),
  nuts: (text) => matching('nuts', text, /^[A-Z]{2}[A-Z0-9]{0,3}$/, 'write a NUTS code: ITC4C'),
  type: (text) =>
    matching(
      'type',
      text,
      new RegExp(`^(${organisationTypes.join('|')})$`),
      `write one of ${organisationTypes.join(', ')}`,
    ),
  sme: (text) => matching('sme', text, /^(true|false)$/, 'write true or false') === 'true',
  url: readAddress,
  employees: readNumber,
  languages: readLanguages,
  ecosystems: (text) => text.split(separator).flatMap((part) => part.trim() || []),
};

/**
 * Reads a fact that somebody wrote in the place of another.
 *
 * @throws {AppError} `organisations.bad-line`, naming the field and what to write
 */
export function readFact(field: ClaimField, written: string): FactValue {
  const text = plainText(field, written, mostCharacters);
  return readers[field]?.(text) ?? text;
}

/**
 * A text without hidden characters, trimmed, of at most so many characters.
 *
 * @throws {AppError} `organisations.bad-line`
 */
export function plainText(field: string, written: string, most: number): string {
  const text = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') throw badLine(field, 'write something, or say that it is not you');
  if (text.length > most) throw badLine(field, `it has ${text.length} characters; write at most ${most}`);
  if (hidden.test(text)) throw badLine(field, 'it holds control characters; leave them out');
  return text;
}

function matching(field: ClaimField, text: string, form: RegExp, remedy: string): string {
  if (!form.test(text)) throw badLine(field, remedy);
  return text;
}

function readNumber(text: string): number {
  const number = Number(matching('employees', text, /^\d{1,8}$/, 'write how many people work there: 28'));
  if (number > mostEmployees) throw badLine('employees', 'write how many people work there: 28');
  return number;
}

function readLanguages(text: string): readonly string[] {
  const codes = text.split(/[;,\s]+/).filter((code) => code !== '');
  if (!codes.every((code) => /^[a-z]{2}$/.test(code)))
    throw badLine('languages', 'write codes of two letters: it; en');
  return [...new Set(codes)];
}

function readAddress(text: string): string {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address) || !new URL(address).hostname.includes('.'))
    throw badLine('url', 'write the address of a website: www.example.org');
  const { protocol, username, password, href } = new URL(address);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '')
    throw badLine('url', 'write the address of a website: www.example.org');
  return href;
}
