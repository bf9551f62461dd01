import type { YamlValue } from '../../platform/yaml/yaml-value.js';
import { unknownReferenceSet } from '../taxonomy.errors.js';
import type { Label } from '../vocabulary/vocabulary.js';
import type { NutsRegister } from './nuts.js';

/** A region in the sense of a policy: one or several NUTS codes at any level, `South Netherlands` = NL41 + NL42. */
export interface NamedRegion {
  readonly name: string;
  readonly codes: readonly string[];
  /** false where the source for its membership is not official */
  readonly confirmed: boolean;
}

/** A dated list of regions: the members of a network, the signatories of a fund, the widening places. */
export interface RegionSet {
  readonly id: string;
  readonly label: Label;
  readonly asOf: string;
  readonly source: string;
  /** false where the official list is longer or not known: a region outside it may still belong */
  readonly complete: boolean;
  readonly regions: readonly NamedRegion[];
}

/** Named sets of NUTS codes; a place belongs by prefix, `ITC4C` to a set with `ITC4`. */
export class RegionSets {
  private readonly byId: ReadonlyMap<string, RegionSet>;

  constructor(
    readonly all: readonly RegionSet[],
    private readonly nuts: NutsRegister,
  ) {
    this.byId = new Map(all.map((set) => [set.id, set]));
  }

  /** @throws {AppError} `taxonomy.unknown-set` */
  get(id: string): RegionSet {
    const set = this.byId.get(id);
    if (set === undefined) throw unknownReferenceSet('set of regions', id, [...this.byId.keys()]);
    return set;
  }

  /** The region of the set a code lies in, or undefined. Codes of older vintages are read in both forms. */
  regionOf(code: string, setId: string): NamedRegion | undefined {
    const places = this.formsOf(code);
    return this.get(setId).regions.find((region) =>
      region.codes.some((member) => places.some((place) => place.startsWith(britishAsUk(member)))),
    );
  }

  /**
   * Whether a code lies in the set; undefined where it is too coarse to tell (`ES` in a set with `ES21`), which is
   * never a no. `complete` on the set says what a false is worth.
   */
  includes(code: string, setId: string): boolean | undefined {
    if (this.regionOf(code, setId) !== undefined) return true;
    const places = this.formsOf(code);
    const codes = this.get(setId).regions.flatMap((region) => region.codes.map(britishAsUk));
    return codes.some((member) => places.some((place) => member.startsWith(place))) ? undefined : false;
  }

  private formsOf(code: string): readonly string[] {
    const normal = this.nuts.normalise(code);
    if (normal === undefined) return [];
    return [...new Set([normal, ...this.nuts.recode(normal).codes])].map(britishAsUk);
  }
}

function britishAsUk(code: string): string {
  return code.startsWith('TL') && code.length > 2 ? `UK${code.slice(2)}` : code;
}

/**
 * Reads `sets[id, en, it, asOf, source, complete, regions[name, codes, confirmed?]]`.
 *
 * @throws {AppError} `taxonomy.bad-file` where a code is not in the register
 */
export function readRegionSets(value: YamlValue, nuts: NutsRegister): RegionSets {
  const sets = value
    .fields(['sets'])
    .need('sets')
    .list((item) => readSet(item, nuts));
  return new RegionSets(sets, nuts);
}

function readSet(value: YamlValue, nuts: NutsRegister): RegionSet {
  const fields = value.fields(['id', 'en', 'it', 'asOf', 'source', 'complete', 'regions']);
  return {
    id: fields.need('id').text(),
    label: { en: fields.need('en').text(), it: fields.need('it').text() },
    asOf: fields.need('asOf').date(),
    source: fields.need('source').text(),
    complete: fields.need('complete').flag(),
    regions: fields.need('regions').list((item) => readRegion(item, nuts)),
  };
}

function readRegion(value: YamlValue, nuts: NutsRegister): NamedRegion {
  const fields = value.fields(['name', 'codes', 'confirmed']);
  const codes = fields.need('codes').list((item) => {
    const code = item.text();
    if (!nuts.isKnown(code)) item.fail(`'${code}' is not in nuts.csv`);
    const current = nuts.recode(code).codes;
    return current[0] === code ? code : item.fail(`'${code}' is an old code; write ${current.join(' or ')}`);
  });
  return {
    name: fields.need('name').text(),
    codes,
    confirmed: fields.optional('confirmed', (value) => value.flag()) ?? true,
  };
}
