import fc from 'fast-check';
import { cellText, controlCharacter, isMissing, isMissingCode } from './cell-text.js';
import { dateOrderOf, readDate } from './dates.js';
import { hasItalianCheckDigit, readPic, readVatNumber } from './identifiers.js';
import {
  readCompetences,
  readEmployees,
  readLanguages,
  readOrganisationType,
  readSme,
  readWebAddress,
  readYesNo,
} from './plain-values.js';
import type { Reading } from './reading.js';

/** The value, or the code of what is wrong with it. */
const valueOf = <T>(reading: Reading<T>): T | null | string =>
  reading.ok ? reading.value : reading.remark.problem;
const remarkOf = (reading: Reading<unknown>): string | undefined => reading.remark?.problem;

describe('the text of a cell', () => {
  it.each([
    ['  Alfa\u00a0 srl\t', 'Alfa srl'],
    ['Citta\u0300', 'Città'],
    ['Al\u200bfa\u00ad', 'Alfa'],
    ['\ufeffAlfa\u202e', 'Alfa'],
    ['="00123"', '00123'],
    ["'00123", '00123'],
    ["'=Alfa", '=Alfa'],
    ["'s-Hertogenbosch", "'s-Hertogenbosch"],
    ['one\ntwo', 'one\ntwo'],
  ])('of %j is %j', (raw, text) => {
    expect(cellText(raw)).toBe(text);
  });

  it.each([
    '',
    '-',
    '--',
    '—',
    '?',
    '...',
    '/',
    'n.d.',
    'N.D.',
    'nd',
    'n/a',
    'N/A',
    '#N/A',
    '#N/D',
    'n.a.',
    'NA',
    'non disponibile',
    'Non  dichiarato',
    'not available',
    'unknown',
    'null',
  ])('says "not stated" where it is %j', (text) => {
    expect(isMissing(text)).toBe(true);
  });

  it('takes bare NA as a code where codes are meant, n.a. and N/A not', () => {
    expect(['NA', 'na', 'n.a.', 'N/A', 'ND', ''].map(isMissingCode)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  it.each(['0', 'no', 'ND Technologies', 'Nada', 'None of the above srl'])(
    'says something where it is %j',
    (text) => {
      expect(isMissing(text)).toBe(false);
    },
  );

  it('names a control character, but lets line ends and tabs be', () => {
    expect(controlCharacter('a\tb\nc')).toBeUndefined();
    expect(controlCharacter('a\u0007b')).toBe('U+0007');
    expect(controlCharacter('a\u0085b')).toBe('U+0085');
  });
});

describe('a PIC', () => {
  it.each([
    ['999999999', '999999999'],
    ['999 999 999', '999999999'],
    ['PIC: 999999999', '999999999'],
    ['99999999', 'pic-not-nine-digits'],
    ['9999999990', 'pic-not-nine-digits'],
    ['99999999A', 'pic-not-nine-digits'],
    ['9.99999999E+8', 'number-shortened'],
  ])('%j is read as %j', (text, expected) => {
    expect(valueOf(readPic(text))).toBe(expected);
  });
});

describe('a VAT number', () => {
  const isCountry = (code: string): boolean =>
    ['IT', 'DE', 'FR', 'BE', 'GR', 'CH', 'NO', 'AT'].includes(code);
  const read = (text: string, country: string | null = 'IT', italianFile = false): Reading<string> =>
    readVatNumber(text, { country, italianFile, isCountry });

  it.each([
    ['09999900989', 'IT09999900989'],
    ['IT09999900989', 'IT09999900989'],
    ['it 0999 9900 989', 'IT09999900989'],
    ['IT-09999900989', 'IT09999900989'],
    ['P.IVA 09999900989', 'IT09999900989'],
    ['10000100150', 'vat-number-check-digit'],
    ['09999900158', 'vat-number-check-digit'],
    ['123', 'vat-number-too-short'],
    ['IT0999990015X', 'vat-number-malformed'],
    ['123456789012', 'vat-number-malformed'],
    ['1.23457E+10', 'number-shortened'],
    ['00000000000', null],
    ['0', null],
  ])('of Italy, %j, is read as %j', (text, expected) => {
    expect(valueOf(read(text))).toBe(expected);
  });

  it('gets back the leading zeros that a spreadsheet dropped, and says so', () => {
    expect(read('9999900989')).toMatchObject({
      ok: true,
      value: 'IT09999900989',
      remark: { problem: 'vat-number-zeros-restored', message: 'a leading zero was put back: IT09999900989' },
    });
    expect(read('999990989')).toMatchObject({
      value: 'IT00999990989',
      remark: { message: '2 leading zeros were put back: IT00999990989' },
    });
  });

  it('gets no zeros where the check digit or the tax office does not agree', () => {
    expect(valueOf(read('9999900158'))).toBe('vat-number-too-short');
    expect(valueOf(read('1234567897'))).toBe('vat-number-too-short'); // check digit fits, office 789 does not exist
  });

  it.each([
    ['DE123456789', null, 'DE123456789'],
    ['123456789', 'DE', 'DE123456789'],
    ['GR123456789', null, 'EL123456789'],
    ['123456789', 'GR', 'EL123456789'],
    ['CHE-123.456.789 MWST', null, 'CHE123456789'],
    ['ATU12345678', 'AT', 'ATU12345678'],
    ['U12345678', 'AT', 'ATU12345678'],
    ['IT09999900989', 'FR', 'IT09999900989'],
    ['not yet', 'FR', 'vat-number-malformed'],
    ['123456789', null, '123456789'],
  ])('%j with country %j is read as %j', (text, country, expected) => {
    expect(valueOf(read(text, country))).toBe(expected);
  });

  it('without prefix and country is Italian in an Italian file', () => {
    expect(valueOf(read('09999900989', null, true))).toBe('IT09999900989');
  });

  it('that is the tax code of a person is left out, and not repeated', () => {
    const reading = read('RSSMRA80A01F205X');
    expect(reading).toMatchObject({
      ok: true,
      value: null,
      remark: { problem: 'personal-tax-code', personal: true },
    });
    expect(JSON.stringify(reading)).not.toContain('RSSMRA');
  });

  it('fails its check when any one digit is wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'09999900989'];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(hasItalianCheckDigit(digits.join(''))).toBe(false);
      }),
    );
  });
});

describe('yes and no', () => {
  it.each(['yes', 'Y', 'sì', 'SI', "si'", 'true', 'TRUE', 'vero', 'x', 'X', '1', '✓'])(
    '%j is yes',
    (text) => {
      expect(valueOf(readYesNo(text))).toBe(true);
    },
  );
  it.each(['no', 'N', 'No.', 'false', 'FALSO', '0'])('%j is no', (text) => {
    expect(valueOf(readYesNo(text))).toBe(false);
  });
  it('refuses what is neither', () => {
    expect(valueOf(readYesNo('maybe'))).toBe('not-yes-or-no');
  });
  it.each([
    ['PMI', true],
    ['Piccola impresa', true],
    ['micro', true],
    ['Media', true],
    ['micro-piccola', true],
    ['medium size', true],
    ['grande impresa', false],
    ['Large', false],
    ['non PMI', false],
    ['sì', true],
    ['250', 'not-yes-or-no'],
  ])('a size of %j means %j for SME', (text, expected) => {
    expect(valueOf(readSme(text))).toBe(expected);
  });
});

describe('a number of employees', () => {
  it.each([
    ['0', 0],
    ['250', 250],
    ['1.250', 1250],
    ['1,250', 1250],
    ["1'250", 1250],
    ['1 250', 1250],
    ['1.250.000', 1250000],
    ['12,5', 13],
    ['12.4', 12],
    ['circa 40', 40],
    ['~40 addetti', 40],
    ['many', 'not-a-number'],
    ['-5', 'not-a-number'],
    ['99999999999', 'not-a-number'],
  ])('%j is read as %j', (text, expected) => {
    expect(valueOf(readEmployees(text))).toBe(expected);
  });
  it.each(['10-49', '10–49', '> 250', '<10', 'da 10 a 49', '250+', 'oltre 250'])(
    '%j is a range: not stated, and said',
    (text) => {
      expect(valueOf(readEmployees(text))).toBeNull();
      expect(remarkOf(readEmployees(text))).toBe('employees-range');
    },
  );
});

describe('a web address', () => {
  it.each([
    ['www.Alfa.example', 'https://www.alfa.example'],
    ['alfa.example/chi-siamo', 'https://alfa.example/chi-siamo'],
    ['HTTP://Alfa.example/', 'http://alfa.example'],
    ['https://alfa.example:8443/x', 'https://alfa.example:8443/x'],
    ['alfa.example:8080', 'https://alfa.example:8080'],
    ['http://àlfa.example', 'http://xn--lfa-8ka.example'],
    ['javascript:alert(1)', 'not-a-web-address'],
    ['ftp://alfa.example', 'not-a-web-address'],
    ['file:///etc/passwd', 'not-a-web-address'],
    ['https://user:pw@alfa.example', 'not-a-web-address'],
    ['http://192.168.0.1/', 'not-a-web-address'],
    ['http://0x7f.1/', 'not-a-web-address'],
    ['http://[::1]/', 'not-a-web-address'],
    ['http://localhost/', 'not-a-web-address'],
    ['in costruzione', 'not-a-web-address'],
    ['http://', 'not-a-web-address'],
  ])('%j is read as %j', (text, expected) => {
    expect(valueOf(readWebAddress(text))).toBe(expected);
  });
  it('is the first of several, and said', () => {
    const reading = readWebAddress('www.alfa.example; www.beta.example');
    expect(valueOf(reading)).toBe('https://www.alfa.example');
    expect(remarkOf(reading)).toBe('several-web-addresses');
  });
  it('is not repeated where it is a mail address', () => {
    expect(readWebAddress('anna@alfa.example')).toMatchObject({ ok: false, remark: { personal: true } });
  });
});

describe('the type of an organisation', () => {
  it.each([
    ['PRC', 'PRC'],
    ['hes', 'HES'],
    ['Università', 'HES'],
    ['Centro di ricerca', 'REC'],
    ['IRCCS', 'REC'],
    ['Impresa', 'PRC'],
    ['Start-up', 'PRC'],
    ['Grande azienda', 'PRC'],
    ['Ente pubblico', 'PUB'],
    ['Public body', 'PUB'],
    ['Associazione', 'OTH'],
    ['no profit', 'OTH'],
    ['Altro', 'OTH'],
    ['XYZ', 'type-unknown'],
    ['Socio sostenitore', null],
  ])('%j is read as %j', (text, expected) => {
    expect(valueOf(readOrganisationType(text))).toBe(expected);
  });
});

describe('a date', () => {
  it.each([
    ['2024-03-01', '2024-03-01'],
    ['2024/3/1', '2024-03-01'],
    ['2024-03-01T10:30:00', '2024-03-01'],
    ['2024-03-01 10:30', '2024-03-01'],
    ['31/12/2024', '2024-12-31'],
    ['12/31/2024', '2024-12-31'],
    ['5/5/2024', '2024-05-05'],
    ['01.03.2024', '2024-03-01'],
    ['31-12-2024', '2024-12-31'],
    ['1 marzo 2024', '2024-03-01'],
    ['1° gennaio 2024', '2024-01-01'],
    ['12 September 2024', '2024-09-12'],
    ['01/03/2024', 'date-two-ways'],
    ['01/03/24', 'date-short-year'],
    ['45352', 'date-as-number'],
    ['31/02/2024', 'no-such-day'],
    ['2024-13-01', 'no-such-day'],
    ['29/02/2023', 'no-such-day'],
    ['presto', 'not-a-date'],
  ])('%j is read as %j where nothing tells the order', (text, expected) => {
    expect(valueOf(readDate(text, 'undecided', 'start'))).toBe(expected);
  });

  it('says both readings of one that could be either', () => {
    expect(readDate('01/03/2024', 'undecided', 'start')).toMatchObject({
      remark: { message: 'could be 2024-03-01 or 2024-01-03; write it as one of these' },
    });
  });

  it('follows the order where there is one, but not against the calendar', () => {
    expect(valueOf(readDate('01/03/2024', 'day-first', 'start'))).toBe('2024-03-01');
    expect(valueOf(readDate('01/03/2024', 'month-first', 'start'))).toBe('2024-01-03');
    expect(valueOf(readDate('25/12/2024', 'month-first', 'start'))).toBe('2024-12-25');
    expect(valueOf(readDate('12/25/2024', 'day-first', 'start'))).toBe('2024-12-25');
  });

  it('that is a year alone is its first or its last day, and said', () => {
    expect(readDate('2019', 'undecided', 'start')).toMatchObject({
      value: '2019-01-01',
      remark: { problem: 'year-only' },
    });
    expect(readDate('2019', 'undecided', 'end')).toMatchObject({ value: '2019-12-31' });
  });

  it.each(['31/12/9999', '9999-12-31', '31.12.9999'])('%j as an end is none, and said', (text) => {
    expect(readDate(text, 'undecided', 'end')).toMatchObject({ value: null, remark: { problem: 'no-end' } });
    expect(valueOf(readDate(text, 'undecided', 'start'))).toBe('no-such-day');
  });

  it('of another row decides the order of the file', () => {
    expect(dateOrderOf(['01/03/2024', '25/12/2024'], undefined, false)).toBe('day-first');
    expect(dateOrderOf(['01/03/2024', '12/25/2024'], undefined, true)).toBe('month-first');
    expect(dateOrderOf(['25/12/2024', '12/25/2024'], undefined, true)).toBe('undecided');
    expect(dateOrderOf(['25.12.2024', '01/03/2024'], undefined, false)).toBe('undecided');
    expect(dateOrderOf(['01/03/2024'], undefined, true)).toBe('day-first');
    expect(dateOrderOf(['25/12/2024'], 'month-first', true)).toBe('month-first');
  });
});

describe('competences', () => {
  it('are parted by semicolon, bar and line end; bullets, blanks and repeats go', () => {
    expect(
      valueOf(
        readCompetences('• Laser welding; - 5-axis milling|Additive manufacturing\n\n* laser welding;'),
      ),
    ).toEqual(['Laser welding', '5-axis milling', 'Additive manufacturing']);
  });
  it('of 300 characters are read, of 301 refused', () => {
    expect(valueOf(readCompetences('x'.repeat(300)))).toEqual(['x'.repeat(300)]);
    expect(valueOf(readCompetences(`a;${'x'.repeat(301)}`))).toBe('competence-too-long');
  });
});

describe('languages', () => {
  it('are codes or names in both languages; unknown ones are said', () => {
    expect(valueOf(readLanguages('IT, inglese e Français'))).toEqual(['it', 'en', 'fr']);
    expect(remarkOf(readLanguages('it; klingon'))).toBe('language-not-recognised');
    expect(valueOf(readLanguages('klingon'))).toBeNull();
  });
});
