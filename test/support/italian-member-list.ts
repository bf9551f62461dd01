import { randomFrom } from '../proofs/random.js';

/** A made-up member list as an Italian cluster keeps it, with what is wrong in it and where. */
export interface ItalianMemberList {
  /** Windows-1252, semicolons */
  readonly bytes: Uint8Array;
  /** lines of rows that cannot be right → column that says so */
  readonly wrong: ReadonlyMap<number, string>;
  /** line of a row that repeats another → line of the one it repeats */
  readonly repeated: ReadonlyMap<number, number>;
  /** lines whose VAT number lost its leading zeros → the whole number */
  readonly zerosLost: ReadonlyMap<number, string>;
  readonly rows: number;
}

const headings =
  'RAGIONE SOCIALE;P. IVA;Codice fiscale;Comune;Prov.;CAP;Tipologia;PMI;N. Addetti;Sito Web;Attività;Competenze;' +
  'Ecosistema;ATECO;Categoria;Data Adesione;Data Recesso;PEC;Referente;Cell.;Note interne';

const places = [
  ['Milano', 'MI', '20133'], ['MILANO', 'MI', '20121'], ['Milan', 'MI', '20126'], ['Bergamo', 'BG', '24127'],
  ['Sesto San Giovanni (MI)', '', '20099'], ['Treviglio', 'BG', '24047'], ['Brescia', 'BS', '25121'], ['Roma', 'RM', '184'],
  ['Terni', 'TR', '5100'], ['Lecco', 'LC', '23900'], ['Forlì', 'FC', '47121'], ['Napoli', 'NA', '80121'],
] as const; // prettier-ignore

/** The same ecosystem in several word orders and marks, as documents of several years have them. */
const ecosystems = [
  'Smart Mobility & Architecture', 'Architecture and Smart Mobility',
  'Connectivity and Information', 'Information & Connectivity', 'Manifattura avanzata', 'Advanced Manufacturing',
  'Salute e Life Science', 'Health and Life Science', 'Sviluppo sociale', 'Ecosistema dei sogni',
] as const; // prettier-ignore

const missing = ['', 'n.d.', 'N/A', '-', 'non disponibile'];
const forms = ['S.r.l.', 'SRL', 'S.p.A.', 'scarl', 's.c.a r.l.', 'S.r.l. unipersonale', 'Soc. Coop.', ''];

const paragraph =
  'Il cluster partecipa a reti e progetti europei e accompagna i soci nello sviluppo di nuove tecnologie di prodotto.';

const texts = [
  'Lavorazioni meccaniche di precisione per conto terzi, in piccole serie.',
  'We design robot cells for the disassembly of used products.',
  'Stampaggio di tecnopolimeri; sviluppo prodotto and rapid prototyping for SMEs.',
  'Strategia 2012-2027 con partner in 18 paesi: Italia, Francia, Spagna.',
  'Attivi dal 1985 nei seguenti mercati:',
  'Programma (2028-2021) di ricerca applicata.',
  'Sensori in fibra ottica\nper stampi,\nriduttori e serbatoi.',
];

/**
 * A list of so many rows that follows from the seed: numbers without their leading zeros, missing counts in many
 * words, ends before starts, duplicate paragraphs, ecosystems under several names, Italian and English mixed, broken
 * line breaks, names in every legal form, columns about persons, and rows that are simply wrong.
 */
export function italianMemberList(rows: number, seed: number): ItalianMemberList {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const wrong = new Map<number, string>();
  const repeated = new Map<number, number>();
  const zerosLost = new Map<number, string>();
  const lines = ['Elenco soci al 31/12/2025' + ';'.repeat(20), headings];
  const lengthOf = (line: string): number => line.split('\n').length;
  let line = 3;
  for (let number = 0; number < rows; number += 1) {
    const vat = vatNumber(10_000 + number * 37, random() < 0.84);
    const place = pick(places);
    const cells = {
      name: `Ditta Inventata ${number} ${pick(forms)}`.trim(),
      vat: vat.written,
      taxCode: pick(['', vat.full, 'RSSMRA80A01F205X']),
      city: place[0],
      province: place[1],
      postalCode: place[2],
      type: pick(['Impresa', 'Università', 'Centro di ricerca', 'Ente pubblico', 'Associazione', ...missing]),
      sme: pick(['sì', 'no', 'Si', 'X', ...missing]),
      employees: pick(['12', '1.250', '12,5', '10-49', ...missing]),
      url: pick(['www.ditta.example', 'https://ditta.example', ...missing]),
      text: number % 40 === 0 ? paragraph : pick([...texts, ...missing]),
      competences: pick(['Tornitura; Fresatura', 'Laser welding|5-axis milling', '', 'n.d.']),
      ecosystem: pick(ecosystems),
      ateco: pick(['25.62.00', '1.11', '62.01', 'n.d.', '']),
      category: pick(['Fondatore', 'Aderente', '']),
      since: pick(['03/04/2019', '25/12/2018', '1 marzo 2020', '2021', '']),
      until: '',
      note: pick(['', 'quota 2025 pagata', 'scrivere a anna@ditta.example']),
    };
    if (number % 50 === 7) {
      wrong.set(line, pick(faults)(cells));
    } else if (number > 0 && number % 60 === 30) {
      const earlier = [...zerosLost.keys()].at(-1);
      const full = earlier === undefined ? undefined : zerosLost.get(earlier);
      if (earlier !== undefined && full !== undefined) {
        repeated.set(line, earlier);
        cells.vat = `IT ${full}`;
      }
    }
    if (!wrong.has(line) && !repeated.has(line) && vat.written !== vat.full) zerosLost.set(line, vat.full);
    const written = rowOf(cells, number);
    lines.push(written);
    line += lengthOf(written);
  }
  const bytes = Buffer.from(`${lines.join('\r\n')}\r\n`.replace(/€/g, '\x80'), 'latin1');
  return { bytes, wrong, repeated, zerosLost, rows };
}

interface Cells {
  name: string;
  vat: string;
  taxCode: string;
  city: string;
  province: string;
  postalCode: string;
  type: string;
  sme: string;
  employees: string;
  url: string;
  text: string;
  competences: string;
  ecosystem: string;
  ateco: string;
  category: string;
  since: string;
  until: string;
  note: string;
}

/** Each makes a row wrong and says in which column. */
const faults: readonly ((cells: Cells) => string)[] = [
  (cells) => {
    cells.since = '01/01/2028';
    cells.until = '31/12/2021';
    return 'Data Recesso';
  },
  (cells) => {
    cells.vat = '12345678901';
    return 'P. IVA';
  },
  (cells) => {
    cells.name = '';
    return 'RAGIONE SOCIALE';
  },
  (cells) => {
    cells.since = '31/02/2019';
    return 'Data Adesione';
  },
  (cells) => {
    cells.province = 'ZZ';
    return 'Prov.';
  },
  (cells) => {
    cells.employees = 'molti';
    return 'N. Addetti';
  },
];

function rowOf(cells: Cells, number: number): string {
  const quoted = (text: string): string => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [
    cells.name, cells.vat, cells.taxCode, cells.city, cells.province, cells.postalCode, cells.type, cells.sme,
    cells.employees, cells.url, cells.text, cells.competences, cells.ecosystem, cells.ateco, cells.category, cells.since,
    cells.until, `ditta${number}@pec.example`, 'Anna Rossi', '333 1234567', cells.note,
  ].map(quoted).join(';'); // prettier-ignore
}

/** A number that passes its check, of an invented firm; as a spreadsheet leaves it where it starts with zeros. */
function vatNumber(serial: number, startsWithZero: boolean): { full: string; written: string } {
  const firm = String(startsWithZero ? serial : 9_000_000 + serial).padStart(7, '0');
  const stem = `${firm}015`;
  const sum = [...stem].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  const full = `${stem}${(10 - (sum % 10)) % 10}`;
  return { full, written: full.replace(/^0+/, '') };
}
