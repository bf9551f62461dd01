import type { CsvRow } from '../source/csv-source.js';
import { resolveCountry } from './country.js';

/** A statistical region as the regulation names it. */
export interface NutsRegion {
  /** two to five characters, Eurostat's own country letters (`EL`, `UK`) */
  readonly code: string;
  readonly name: string;
  readonly level: 0 | 1 | 2 | 3;
  /** last vintage that held the code, `2016` or `2021`; null for a code of NUTS 2024 */
  readonly until: string | null;
}

/** What a code of an older vintage is called in NUTS 2024. */
export interface NutsRecoding {
  /** the codes it became, in order; the code itself where it did not change */
  readonly codes: readonly string[];
  /** true where it was divided: the old code alone does not say which part, so keep both and ask for a finer place */
  readonly ambiguous: boolean;
}

const form = /^[A-Z]{2}[A-Z0-9]{0,3}$/;
const britishForm = /^(?:UK|TL)(?:[C-N][0-9]?[0-9A-Z]?)?$/;
const extraRegio = /^[A-Z]{2}(?:Z|ZZ|ZZZ)$/;

/**
 * The register of statistical regions: NUTS 2024 and the statistical regions of EFTA and candidate countries, with the
 * retired codes that sources still write.
 *
 * Every function reads codes in any letter case, with `GR` for `EL` and `GB` for `UK`. The United Kingdom's `UK*` and
 * its ITL codes `TL*` are one and the same here; at level 3 they are known by their form alone.
 */
export class NutsRegister {
  private readonly byCode: ReadonlyMap<string, NutsRegion>;

  constructor(
    readonly regions: readonly NutsRegion[],
    private readonly recodings: ReadonlyMap<string, readonly string[]>,
  ) {
    this.byCode = new Map(regions.map((region) => [region.code, region]));
  }

  /** The code as Eurostat writes it, or undefined where the text has not the form of one. */
  normalise(code: string): string | undefined {
    const upper = code.trim().toUpperCase();
    if (!form.test(upper)) return undefined;
    if (upper.startsWith('GR')) return `EL${upper.slice(2)}`;
    return upper.startsWith('GB') ? `UK${upper.slice(2)}` : upper;
  }

  /** Whether any vintage we hold has this code: `ITC4C`, `NL31`, `UKI3`, `TLI32`, `ITZZZ`, and every country (`US`). */
  isKnown(code: string): boolean {
    const normal = this.normalise(code);
    if (normal === undefined) return false;
    if (normal.length === 2) return resolveCountry(normal) !== undefined;
    return (
      this.lookup(normal) !== undefined ||
      this.recodings.has(normal) ||
      britishForm.test(normal) ||
      this.isExtraRegio(normal)
    );
  }

  /** The region's name in the country's language and Latin script; undefined for a code without a name here. */
  name(code: string): string | undefined {
    const normal = this.normalise(code);
    return normal === undefined ? undefined : this.lookup(normal)?.name;
  }

  /** The regions a code lies in, nearest first: `ITC4C` → `ITC4`, `ITC`, `IT`. Empty for a country or no code. */
  ancestors(code: string): readonly string[] {
    const normal = this.normalise(code) ?? '';
    return Array.from({ length: Math.max(0, normal.length - 2) }, (_, at) =>
      normal.slice(0, normal.length - 1 - at),
    );
  }

  /** The country of a code as ISO 3166-1 alpha-2 (`EL` → `GR`, `TL` and `UK` → `GB`), undefined for no code. */
  country(code: string): string | undefined {
    const normal = this.normalise(code);
    if (normal === undefined) return undefined;
    const letters = normal.slice(0, 2);
    if (letters === 'EL') return 'GR';
    return letters === 'UK' || (letters === 'TL' && normal.length > 2) ? 'GB' : letters;
  }

  /**
   * What the code is called in NUTS 2024; `ambiguous` where it was divided. A code of an old vintage that only its
   * region knows (`ITE41`) becomes that region's (`ITI4`); unknown codes are returned as they are.
   */
  recode(code: string): NutsRecoding {
    const normal = this.normalise(code) ?? code;
    if (this.lookup(normal)?.until === null) return { codes: [normal], ambiguous: false };
    const old = [normal, ...this.ancestors(normal)].find((one) => this.recodings.has(one));
    const codes = (old === undefined ? undefined : this.recodings.get(old)) ?? [normal];
    return { codes, ambiguous: codes.length > 1 };
  }

  private lookup(normal: string): NutsRegion | undefined {
    return this.byCode.get(normal.startsWith('TL') && normal.length > 2 ? `UK${normal.slice(2)}` : normal);
  }

  private isExtraRegio(normal: string): boolean {
    return extraRegio.test(normal) && this.byCode.has(normal.slice(0, 2));
  }
}

export const nutsColumns = ['code', 'name', 'level', 'until'];
export const recodingColumns = ['old', 'new'];

/**
 * Reads the register from its two tables.
 *
 * @throws {AppError} `taxonomy.bad-file` where a code has not the length of its level, stands twice, has no parent, or
 *   a recoding leads to an unknown code
 */
export function readNuts(regions: readonly CsvRow[], recodings: readonly CsvRow[]): NutsRegister {
  const found = new Map<string, NutsRegion>();
  for (const row of regions) {
    const region = readRegion(row);
    if (found.has(region.code)) row.fail('code', `${region.code} stands twice`);
    const parent = region.code.slice(0, -1);
    if (region.level > 0 && !found.has(parent))
      row.fail('code', `put ${parent} on a line before ${region.code}`);
    found.set(region.code, region);
  }
  return new NutsRegister([...found.values()], readRecodings(recodings, found));
}

function readRegion(row: CsvRow): NutsRegion {
  const code = row.text('code');
  const level = Number(row.text('level'));
  if (!form.test(code)) row.fail('code', `'${code}' is no NUTS code`);
  if (level !== 0 && level !== 1 && level !== 2 && level !== 3)
    return row.fail('level', 'expected 0, 1, 2 or 3');
  if (code.length !== level + 2)
    row.fail('level', `${code} has ${code.length} characters, so its level is ${code.length - 2}`);
  const until = row.optional('until');
  if (until !== null && !/^20(16|21)$/.test(until)) row.fail('until', 'expected 2016, 2021 or nothing');
  return { code, name: row.text('name'), level, until };
}

function readRecodings(
  rows: readonly CsvRow[],
  known: ReadonlyMap<string, NutsRegion>,
): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const target = row.text('new');
    if (known.get(target)?.until !== null) row.fail('new', `${target} is no code of NUTS 2024`);
    if (!form.test(row.text('old'))) row.fail('old', 'this is no NUTS code');
    found.set(row.text('old'), [...(found.get(row.text('old')) ?? []), target]);
  }
  return found;
}
