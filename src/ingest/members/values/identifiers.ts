import { type Reading, stated, unreadable } from './reading.js';

const shortened = /^\d+([.,]\d+)?E\+?\d+$/i;

/** A Participant Identification Code: nine digits, spaces and dots between them allowed. */
export function readPic(text: string): Reading<string> {
  const digits = text.replace(/^pic\b[\s:]*/i, '').replace(/[\s.]/g, '');
  if (/^\d{9}$/.test(digits)) return stated(digits);
  return shortened.test(text)
    ? unreadable(
        'number-shortened',
        'the spreadsheet shortened the number; format the column as text and enter it again',
      )
    : unreadable('pic-not-nine-digits', 'a PIC has nine digits; correct it or leave the cell empty');
}

/** Where a VAT number comes from, as far as the row says. */
export interface VatContext {
  /** the country of the seat, ISO 3166-1 alpha-2 */
  readonly country: string | null;
  /** the file is in Italian: numbers without prefix and country are Italian */
  readonly italianFile: boolean;
  readonly isCountry: (code: string) => boolean;
}

const fiscalCodeOfPerson =
  /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-EHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/i;

/** Whether a text is an Italian tax code of a person (16 characters). */
export function isFiscalCodeOfPerson(text: string): boolean {
  return fiscalCodeOfPerson.test(text.replace(/\s/g, ''));
}

/**
 * A VAT number, with its country prefix where that is known (`IT09999900989`, `EL…` for Greece).
 *
 * Italian ones are checked by their check digit; leading zeros that a spreadsheet dropped are put back where the check
 * digit and the office code agree, and said. The tax code of a person is left out.
 */
export function readVatNumber(text: string, context: VatContext): Reading<string> {
  const compact = text
    .toUpperCase()
    .replace(/[\s.\-_/:']/g, '')
    .replace(/^(PIVA|PARTITAIVA|VAT|CF)(?=[A-Z]{0,2}\d)/, '');
  if (/^0*$/.test(compact)) return stated<string>(null);
  if (isFiscalCodeOfPerson(compact)) {
    const message = 'the tax code of a person, left out';
    return stated<string>(null, { problem: 'personal-tax-code', message, personal: true });
  }
  if (shortened.test(text)) {
    return unreadable(
      'number-shortened',
      'the spreadsheet shortened the number; format the column as text and enter it again',
    );
  }
  const { prefix, body } = split(compact, context);
  if (prefix === 'IT') return readItalian(body);
  if (!/^[A-Z0-9+*]{4,15}$/.test(body) || !/\d/.test(body)) {
    return unreadable(
      'vat-number-malformed',
      'not the form of a VAT number; correct it or leave the cell empty',
    );
  }
  return stated((prefix ?? '') + body.replace(/(MWST|TVA|IVA|MVA)$/, ''));
}

/**
 * The tax code of an Italian company or association, eleven digits, as a VAT number; the one of a person, sixteen
 * characters, is left out.
 */
export function readTaxCode(text: string): Reading<string> {
  const compact = text
    .toUpperCase()
    .replace(/[\s.\-_/:']/g, '')
    .replace(/^(CF|IT)(?=\d)/, '');
  if (/^\d{1,11}$/.test(compact)) {
    const reading = readItalian(compact);
    const message = 'no VAT number is stated: the tax code of the company was taken';
    return reading.remark === undefined && reading.ok
      ? stated(reading.value, { problem: 'vat-number-from-tax-code', message })
      : reading;
  }
  const message = isFiscalCodeOfPerson(compact)
    ? 'the tax code of a person, left out'
    : 'not the tax code of a company, left out';
  return stated<string>(null, { problem: 'personal-tax-code', message, personal: true });
}

/** Whether a tax code could be that of a company: digits, at most eleven. */
export function isCompanyTaxCode(text: string): boolean {
  return /^(IT)?\d{5,11}$/.test(text.toUpperCase().replace(/[\s.-]/g, ''));
}

function split(compact: string, context: VatContext): { prefix: string | undefined; body: string } {
  const letters = /^[A-Z]{2}/.exec(compact)?.[0];
  if (letters !== undefined && (letters === 'EL' || letters === 'XI' || context.isCountry(letters))) {
    return { prefix: letters === 'GR' ? 'EL' : letters, body: compact.slice(2) };
  }
  if (context.country !== null)
    return { prefix: context.country === 'GR' ? 'EL' : context.country, body: compact };
  return { prefix: context.italianFile && /^\d+$/.test(compact) ? 'IT' : undefined, body: compact };
}

function readItalian(body: string): Reading<string> {
  if (!/^\d{1,11}$/.test(body)) {
    return unreadable(
      'vat-number-malformed',
      'an Italian VAT number has eleven digits; correct it or leave the cell empty',
    );
  }
  const full = body.padStart(11, '0');
  if (body.length === 11) {
    return hasItalianCheckDigit(full)
      ? stated(`IT${full}`)
      : unreadable(
          'vat-number-check-digit',
          'the check digit does not fit: a digit is wrong or two are swapped',
        );
  }
  if (body.length < 5 || !hasItalianCheckDigit(full) || !hasOfficeCode(full)) {
    return unreadable(
      'vat-number-too-short',
      `an Italian VAT number has eleven digits, this has ${body.length}, and putting zeros in front gives none that is valid`,
    );
  }
  const zeros = 11 - body.length;
  const message = `${zeros === 1 ? 'a leading zero was' : `${zeros} leading zeros were`} put back: IT${full}`;
  return stated(`IT${full}`, { problem: 'vat-number-zeros-restored', message });
}

/** The Luhn digit of an Italian VAT number (eleven digits). */
export function hasItalianCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Digits 8 to 10 name the tax office: 001–100, 120, 121, 888, 999. */
function hasOfficeCode(digits: string): boolean {
  const office = Number(digits.slice(7, 10));
  return (office >= 1 && office <= 100) || [120, 121, 888, 999].includes(office);
}
