import { isIP } from 'node:net';
import { type OrganisationType, organisationTypes } from '../../../organisations/facts/index.js';
import { type Reading, stated, unreadable } from './reading.js';

const yes = new Set(['yes', 'y', 'si', 'sì', 's', 'true', 'vero', 'x', '1', '✓', '✔', 'oui', 'ja', 'sí']);
const no = new Set(['no', 'n', 'false', 'falso', '0', 'non', 'nein']);

/** Yes or no in the ways people write it: yes, sì, true, x, 1; no, false, 0. */
export function readYesNo(text: string): Reading<boolean> {
  const word = text.toLowerCase().replace(/[.!'’`]/g, '');
  if (yes.has(word)) return stated(true);
  if (no.has(word)) return stated(false);
  return unreadable('not-yes-or-no', 'write yes or no (sì, true, x, 1; false, 0), or leave the cell empty');
}

/** Whether it is a small or medium-sized enterprise: yes or no, or a size in words (micro, piccola, media, grande). */
export function readSme(text: string): Reading<boolean> {
  const word = text
    .toLowerCase()
    .replace(/\b(impresa|azienda|enterprise|company|size|dimensione)\b/g, '')
    .trim();
  if (
    /^(pmi|sme|mpmi|micro|piccol[ao]|medi[ao]|small|medium|(micro|piccol[ao])[ /-]*(e |o )?(piccol[ao]|medi[ao]))s?$/.test(
      word,
    )
  ) {
    return stated(true);
  }
  if (/^(grand[ei]|large|big|no[nt][ -](pmi|sme)|mid[ -]?cap)$/.test(word)) return stated(false);
  return readYesNo(text);
}

const manyPeople = 10_000_000;

/**
 * The number of people employed. `1.250` and `1,250` are thousands, `12,5` full-time equivalents, rounded and said. A
 * range (`10-49`, `> 250`) is no number: it is not stated, and said.
 */
export function readEmployees(text: string): Reading<number> {
  const plain = text
    .toLowerCase()
    .replace(/\b(ca|circa|about|approx|addetti|dipendenti|employees|fte|ula)\b\.?|[~≈]/g, '')
    .replace(/[\s'’]/g, '');
  if (/^\d{1,3}([.,]\d{3})+$/.test(plain)) return counted(Number(plain.replace(/[.,]/g, '')));
  if (/^\d+$/.test(plain)) return counted(Number(plain));
  if (/^\d+[.,]\d+$/.test(plain)) {
    const value = Math.round(Number(plain.replace(',', '.')));
    return stated(value, { problem: 'employees-rounded', message: `rounded to ${value}` });
  }
  if (
    /^([<>≤≥+]|da|oltre|meno|piu|più|under|over|from)|\d(-|–|\/|a|to|al)\d|\+$/.test(plain) &&
    /\d/.test(plain)
  ) {
    const message = 'a range, not a number: left as "not stated"';
    return stated<number>(null, { problem: 'employees-range', message });
  }
  return unreadable('not-a-number', 'write the number of employees in digits, or leave the cell empty');
}

function counted(value: number): Reading<number> {
  return value <= manyPeople
    ? stated(value)
    : unreadable('not-a-number', 'no organisation employs so many; correct it');
}

/** A web address, http or https only; `www.alfa.example` gains `https://`. Of several, the first. */
export function readWebAddress(text: string): Reading<string> {
  const [first = '', ...others] = text.split(/[\s;,|]+/).filter((part) => /[.:]/.test(part));
  if (first.includes('@')) {
    return unreadable(
      'not-a-web-address',
      'a mail address, not a web address; put the web address here',
      true,
    );
  }
  const address = parsedAddress(first);
  if (address === undefined) {
    return unreadable(
      'not-a-web-address',
      'not a web address of the form https://www.example.org; correct it or leave the cell empty',
    );
  }
  if (others.length === 0) return stated(address);
  return stated(address, {
    problem: 'several-web-addresses',
    message: `the first of several was taken: ${address}`,
  });
}

function parsedAddress(text: string): string | undefined {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^:/]+:\d+(\/|$)/.test(text);
  let url: URL;
  try {
    url = new URL(scheme ? text : `https://${text.replace(/^\/+/, '')}`);
  } catch {
    return undefined;
  }
  const host = url.hostname;
  const named = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(host) && isIP(host) === 0;
  if (!['http:', 'https:'].includes(url.protocol) || !named || url.username !== '' || url.password !== '')
    return undefined;
  if (url.href.length > 2000) return undefined;
  return url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : url.href;
}

const typeWords: readonly (readonly [RegExp, OrganisationType])[] = [
  [/universit|ateneo|politecnico|higher education|istruzione superiore|accademi/, 'HES'],
  [/ricerca|research|irccs|laborator|centro di competenza|rto\b/, 'REC'],
  [
    /ente pubblico|pubblic|public|comune\b|regione\b|provincia\b|ministero|municipalit|camera di commercio|\bpa\b|asst\b/,
    'PUB',
  ],
  [
    /impres|aziend|compan|enterprise|private|privat|industri|start ?up|\bpmi\b|\bsme\b|\b(srls?|spa|snc|sas|sapa|scarl|scrl)\b|firm\b|societ|profit\b(?<!non profit|no profit)|professionist|consulen/,
    'PRC',
  ],
  [
    /altro|other|associa|fondazion|foundation|consorzi|ong\b|ngo\b|non profit|no profit|cluster|ente di formazione|its\b|\b(aps|ets|odv|onlus)\b|scuol|school/,
    'OTH',
  ],
];

/**
 * The type of an organisation: HES, REC, PRC, PUB, OTH, or words that mean one of them. Words we do not know leave it
 * not stated, and are said; what looks like a code but is none is refused.
 */
export function readOrganisationType(text: string): Reading<OrganisationType> {
  const code = organisationTypes.find((type) => type === text.toUpperCase());
  if (code !== undefined) return stated(code);
  const folded = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[.\-_/]/g, ' ');
  const meant = typeWords.find(([words]) => words.test(folded))?.[1];
  if (meant !== undefined) return stated(meant);
  if (/^[A-Za-z0-9]{1,4}$/.test(text)) {
    return unreadable(
      'type-unknown',
      `not one of ${organisationTypes.join(', ')}; correct it or leave the cell empty`,
    );
  }
  const message = `we cannot tell which of ${organisationTypes.join(', ')} it means: left as "not stated"`;
  return stated<OrganisationType>(null, { problem: 'type-not-recognised', message });
}

const languageNames: Readonly<Record<string, string>> = {
  italiano: 'it', italian: 'it', inglese: 'en', english: 'en', francese: 'fr', french: 'fr', francais: 'fr',
  tedesco: 'de', german: 'de', deutsch: 'de', spagnolo: 'es', spanish: 'es', espanol: 'es', portoghese: 'pt',
  portuguese: 'pt', sloveno: 'sl', slovenian: 'sl', slovene: 'sl', polacco: 'pl', polish: 'pl', olandese: 'nl',
  dutch: 'nl', greco: 'el', greek: 'el', rumeno: 'ro', romanian: 'ro', croato: 'hr', croatian: 'hr', ceco: 'cs',
  czech: 'cs', ungherese: 'hu', hungarian: 'hu', svedese: 'sv', swedish: 'sv', danese: 'da', danish: 'da',
  finlandese: 'fi', finnish: 'fi', norvegese: 'no', norwegian: 'no', russo: 'ru', russian: 'ru', cinese: 'zh',
  chinese: 'zh', arabo: 'ar', arabic: 'ar', giapponese: 'ja', japanese: 'ja', turco: 'tr', turkish: 'tr',
}; // prettier-ignore

/** Languages as ISO 639-1 codes, from codes or English and Italian names; unknown ones are left out, and said. */
export function readLanguages(text: string): Reading<readonly string[]> {
  const words = text
    .split(/[;,|/\n]|\s+e\s+|\s+and\s+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const codes = words.map((word) => {
    const folded = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    return /^[a-z]{2}$/.test(folded) ? folded : languageNames[folded];
  });
  const known = [...new Set(codes.filter((code) => code !== undefined))];
  if (known.length === 0 && words.length > 0) {
    return stated<readonly string[]>(null, {
      problem: 'language-not-recognised',
      message: 'no language we know: left as "not stated"',
    });
  }
  if (codes.every((code) => code !== undefined)) return stated(known);
  return stated(known, {
    problem: 'language-not-recognised',
    message: `read as ${known.join(', ')}, the rest left out`,
  });
}

const competenceLength = 300;

/** Lines of competence, parted by `;`, `|` or line ends; bullets dropped, repeats too. */
export function readCompetences(text: string): Reading<readonly string[]> {
  const lines = text
    .split(/[;|\n]/)
    .map((line) => line.replace(/^\s*[-–—•*·▪►>]+\s*/, '').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  const long = lines.find((line) => line.length > competenceLength);
  if (long !== undefined) {
    return unreadable(
      'competence-too-long',
      `a competence of ${long.length} characters; at most ${competenceLength}, several are parted by ; or | or a line break`,
    );
  }
  const seen = new Set<string>();
  return stated(lines.filter((line) => !seen.has(line.toLowerCase()) && seen.add(line.toLowerCase())));
}
