import { foldLegalName } from './fold-legal-name.js';

/** What identifies an organisation in a file or in what stands. */
export interface Identity {
  readonly pic: string | null;
  /** with or without country prefix */
  readonly vatNumber: string | null;
  /** every name it goes by, each with the place stated beside it */
  readonly names: readonly NameAndPlace[];
  /** the rows of earlier files that were taken for it, by `rowKey`: a question answered once is not asked again */
  readonly rowKeys: readonly string[];
}

export interface NameAndPlace {
  readonly legalName: string;
  readonly country: string | null;
  readonly city: string | null;
}

/** A legal name without letter case, accents, marks, spaces and legal form: `S. r. l.` = `srl` = nothing. */
export function nameKey(legalName: string): string {
  const joined = legalName
    .replace(/\bs\.?\s?c\.?\s?(a\.?\s?)?r\.?\s?l\b/gi, 'scarl')
    .replace(/\b(\p{L})\.\s+(?=\p{L}\.)/gu, '$1.')
    .replace(/\s*&\s*|\s+(?:and|e|et|und)\s+/gi, ' ');
  return foldLegalName(joined).replaceAll(' ', '');
}

/** The legal name as it is written, but for letter case and spaces. */
export function writtenKey(legalName: string): string {
  return legalName.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** English names of Italian towns, and the few of other countries that member files mix. */
const otherTownNames: Readonly<Record<string, string>> = {
  milan: 'milano', rome: 'roma', turin: 'torino', naples: 'napoli', florence: 'firenze', venice: 'venezia',
  genoa: 'genova', padua: 'padova', mantua: 'mantova', leghorn: 'livorno', syracuse: 'siracusa', munich: 'munchen',
  monaco: 'munchen', 'monaco di baviera': 'munchen', cologne: 'koln', colonia: 'koln', vienna: 'wien', zurigo: 'zurich',
  ginevra: 'geneve', geneva: 'geneve', parigi: 'paris', lione: 'lyon', marsiglia: 'marseille', bruxelles: 'brussels',
  brussel: 'brussels', anversa: 'antwerp', antwerpen: 'antwerp', lisbona: 'lisbon', lisboa: 'lisbon', atene: 'athens',
  athina: 'athens', barcellona: 'barcelona', siviglia: 'sevilla', seville: 'sevilla', varsavia: 'warsaw',
  warszawa: 'warsaw', praga: 'prague', praha: 'prague', lubiana: 'ljubljana', stoccarda: 'stuttgart',
}; // prettier-ignore

function townKey(city: string): string {
  const folded = city
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return otherTownNames[folded] ?? folded;
}

/** Whether two places are one: `unsaid` where one of them leaves open what the other states. */
export function comparePlaces(a: NameAndPlace, b: NameAndPlace): 'equal' | 'unsaid' | 'different' {
  if (a.country !== null && b.country !== null && a.country !== b.country) return 'different';
  if (a.city !== null && b.city !== null && townKey(a.city) !== townKey(b.city)) return 'different';
  const open = (x: string | null, y: string | null): boolean => (x === null) !== (y === null);
  return open(a.country, b.country) || open(a.city, b.city) ? 'unsaid' : 'equal';
}

/** Whether two VAT numbers are one; one without its country prefix equals the same digits with any. */
export function sameVatNumber(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  return a === b || bareVatNumber(a) === b || a === bareVatNumber(b);
}

export function bareVatNumber(vatNumber: string): string {
  return vatNumber.replace(/^[A-Z]{2}(?=.{4})/, '');
}

/** Two legal entities for certain: both state a PIC, or both a VAT number, and it is not the same. */
export function contradicts(a: Identity, b: Identity): boolean {
  if (a.pic !== null && b.pic !== null) return a.pic !== b.pic;
  return a.vatNumber !== null && b.vatNumber !== null && !sameVatNumber(a.vatNumber, b.vatNumber);
}

/** What a row says of who it is about: the same row of the same or a later file has the same key. */
export function rowKey(pic: string | null, vatNumber: string | null, name: NameAndPlace): string {
  return JSON.stringify([
    pic,
    vatNumber,
    writtenKey(name.legalName),
    name.country,
    name.city === null ? null : townKey(name.city),
  ]);
}
