import { foldName } from '../fold-name.js';
import type { CsvRow } from '../source/csv-source.js';
import type { NutsRegister } from './nuts.js';

/** A province (or metropolitan city) of Italy. */
export interface ItalianProvince {
  /** two letters as on number plates, `MI` */
  readonly sigla: string;
  readonly name: string;
  /** NUTS level 3, `ITC4C` */
  readonly nuts: string;
}

/** Provinces, regions, towns and postal codes of Italy; names in any letter case, Italian or English. */
export class ItalianPlaces {
  /** @param names the maps' keys are folded names (`foldName`); `byPostalPrefix` holds prefixes of two to five digits */
  constructor(
    readonly provinces: readonly ItalianProvince[],
    private readonly bySigla: ReadonlyMap<string, ItalianProvince>,
    private readonly byName: ReadonlyMap<string, ItalianProvince>,
    private readonly byTown: ReadonlyMap<string, ItalianProvince>,
    private readonly byPostalPrefix: ReadonlyMap<string, ItalianProvince>,
    private readonly regionByName: ReadonlyMap<string, string>,
  ) {}

  /** The province a text names: `MI`, `mi`, `Milano`, `Milan`, `Provincia di Milano`, `Milano (MI)`; else undefined. */
  province(text: string): ItalianProvince | undefined {
    const folded = foldName(text);
    const inBrackets = /\(([a-z]{2})\)\s*$/i.exec(text)?.[1]?.toLowerCase();
    return (
      this.bySigla.get(folded) ??
      this.byName.get(folded) ??
      this.byName.get(folded.replace(officeWords, '')) ??
      (inBrackets === undefined ? undefined : this.bySigla.get(inBrackets))
    );
  }

  /** The province of a town: a provincial capital, or one of the towns listed; `Sesto San Giovanni (MI)` by its sigla. */
  provinceOfTown(text: string): ItalianProvince | undefined {
    const folded = foldName(text);
    const sigla = /[\s(,-]([a-z]{2})\)?\s*$/i.exec(text)?.[1]?.toLowerCase();
    return (
      this.byTown.get(folded) ??
      this.byName.get(folded) ??
      (sigla === undefined || folded.length <= 2 ? undefined : this.bySigla.get(sigla))
    );
  }

  /** The province of a postal code of five digits (`I-20133` too), right for nearly all municipalities. */
  provinceOfPostalCode(text: string): ItalianProvince | undefined {
    const digits = /^(?:I(?:TA?)?-?\s*)?(\d{5})$/i.exec(text.trim())?.[1];
    if (digits === undefined) return undefined;
    for (let length = 5; length >= 2; length -= 1) {
      const province = this.byPostalPrefix.get(digits.slice(0, length));
      if (province !== undefined) return province;
    }
    return undefined;
  }

  /** NUTS level 2 code of a region by its Italian or English name (`Lombardia`, `Lombardy` → `ITC4`). */
  region(text: string): string | undefined {
    const folded = foldName(text);
    return (
      this.regionByName.get(folded) ?? this.regionByName.get(folded.replace(/^regione (?:autonoma )?/, ''))
    );
  }
}

const officeWords =
  /^(?:provincia|prov|citta metropolitana|libero consorzio comunale)(?: autonoma)?(?: di| dell| della| del)? /;

export const provinceColumns = ['sigla', 'name', 'nuts', 'names'];
export const regionColumns = ['nuts', 'names'];
export const townColumns = ['name', 'sigla'];
export const postalColumns = ['prefix', 'sigla'];

export interface ItalianTables {
  readonly provinces: readonly CsvRow[];
  readonly regions: readonly CsvRow[];
  readonly towns: readonly CsvRow[];
  readonly postalCodes: readonly CsvRow[];
}

/**
 * Reads the four tables.
 *
 * @throws {AppError} `taxonomy.bad-file` where a name or prefix stands twice, a sigla or NUTS code is unknown
 */
export function readItalianPlaces(tables: ItalianTables, nuts: NutsRegister): ItalianPlaces {
  const provinces = tables.provinces.map((row) => readProvince(row, nuts));
  const bySigla = new Map(provinces.map((province) => [province.sigla.toLowerCase(), province]));
  const named = (row: CsvRow): ItalianProvince =>
    bySigla.get(row.text('sigla').toLowerCase()) ??
    row.fail('sigla', `'${row.text('sigla')}' is no province`);
  const names = tables.provinces.flatMap((row) =>
    [row.text('name'), ...listed(row.optional('names'))].map((name) => ({
      row,
      key: foldName(name),
      value: named(row),
    })),
  );
  return new ItalianPlaces(
    provinces,
    bySigla,
    unique(names, 'name'),
    unique(
      tables.towns.map((row) => ({ row, key: foldName(row.text('name')), value: named(row) })),
      'name',
    ),
    unique(
      tables.postalCodes.map((row) => ({ row, key: postalPrefix(row), value: named(row) })),
      'prefix',
    ),
    unique(
      tables.regions.flatMap((row) => regionNames(row, nuts)),
      'names',
    ),
  );
}

function readProvince(row: CsvRow, nuts: NutsRegister): ItalianProvince {
  const sigla = row.text('sigla');
  if (!/^[A-Z]{2}$/.test(sigla)) row.fail('sigla', 'expected two capital letters');
  return { sigla, name: row.text('name'), nuts: knownNuts(row, nuts) };
}

function regionNames(row: CsvRow, nuts: NutsRegister): { row: CsvRow; key: string; value: string }[] {
  const code = knownNuts(row, nuts);
  return listed(row.text('names')).map((name) => ({ row, key: foldName(name), value: code }));
}

function knownNuts(row: CsvRow, nuts: NutsRegister): string {
  const code = row.text('nuts');
  return nuts.isKnown(code) ? code : row.fail('nuts', `'${code}' is not in nuts.csv`);
}

function postalPrefix(row: CsvRow): string {
  const prefix = row.text('prefix');
  return /^\d{2,5}$/.test(prefix) ? prefix : row.fail('prefix', 'expected two to five digits');
}

function unique<T>(
  entries: readonly { row: CsvRow; key: string; value: T }[],
  column: string,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const { row, key, value } of entries) {
    if (found.has(key) && found.get(key) !== value)
      row.fail(column, `'${key}' already stands for another place`);
    found.set(key, value);
  }
  return found;
}

function listed(cell: string | null): readonly string[] {
  return cell === null ? [] : cell.split('|').map((name) => name.trim());
}
