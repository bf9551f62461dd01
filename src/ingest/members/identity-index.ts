import {
  bareVatNumber,
  comparePlaces,
  contradicts,
  type Identity,
  nameKey,
  sameVatNumber,
  writtenKey,
} from '../../organisations/facts/index.js';

/** `earlier-import`: the very same row was taken for it before */
export type MatchedBy = 'pic' | 'vat-number' | 'name-and-place' | 'earlier-import';

/** Who a row is: one that stands for certain, or some that it may be, or (both empty) nobody yet. */
export interface Match<Entry> {
  readonly found: { readonly entry: Entry; readonly by: MatchedBy } | undefined;
  readonly suspects: readonly Suspicion<Entry>[];
}

export interface Suspicion<Entry> {
  readonly entry: Entry;
  /** `vat-number`: it is shared, but the PIC differs or several hold it */
  readonly because: 'name-and-place' | 'vat-number';
}

/**
 * Finds organisations by PIC, then as the same row was taken before, then by VAT number, then by name and place.
 *
 * A PIC or VAT number is proof. A name is proof only where it is written the same, in a place that does not differ, and
 * what stands has no PIC or VAT number that the row could have shown; anything less alike is a suspicion, for people to
 * decide.
 */
export class IdentityIndex<Entry extends Identity> {
  private readonly byRow = new Map<string, Entry>();
  private readonly byPic = new Map<string, Entry>();
  private readonly byVat = new Map<string, Entry[]>();
  private readonly byName = new Map<string, Entry[]>();

  /** @param who entries with one value are one organisation: what contradicts one of them contradicts all */
  constructor(private readonly who: (entry: Entry) => string | number) {}

  add(entry: Entry): void {
    for (const key of entry.rowKeys) this.byRow.set(key, entry);
    if (entry.pic !== null) this.byPic.set(entry.pic, entry);
    if (entry.vatNumber !== null) push(this.byVat, bareVatNumber(entry.vatNumber), entry);
    for (const key of new Set(entry.names.map(({ legalName }) => nameKey(legalName))))
      push(this.byName, key, entry);
  }

  /** @param isNamed whether a name may be proof for this entry (not for organisations of open data) */
  match(row: Identity, isNamed: (entry: Entry) => boolean): Match<Entry> {
    const byPic = row.pic === null ? undefined : this.byPic.get(row.pic);
    if (byPic !== undefined) return certainly(byPic, 'pic');
    const before = row.rowKeys.map((key) => this.byRow.get(key)).find((entry) => entry !== undefined);
    if (before !== undefined) return certainly(before, 'earlier-import');

    const sharing = this.sharingVatNumber(row);
    const certain = narrowed(row, this.possible(row, sharing), this.who);
    if (certain !== undefined) return certainly(certain, 'vat-number');

    const alike = this.alike(row).filter((entry) => !sharing.includes(entry));
    const written = sameName(row, alike.filter(isNamed));
    if (written !== undefined && sharing.length === 0) return certainly(written, 'name-and-place');
    return {
      found: undefined,
      suspects: [
        ...sharing.map((entry) => ({ entry, because: 'vat-number' }) as const),
        ...alike.map((entry) => ({ entry, because: 'name-and-place' }) as const),
      ],
    };
  }

  private sharingVatNumber(row: Identity): Entry[] {
    const candidates = row.vatNumber === null ? [] : (this.byVat.get(bareVatNumber(row.vatNumber)) ?? []);
    return candidates.filter((entry) => sameVatNumber(entry.vatNumber, row.vatNumber));
  }

  private possible(row: Identity, candidates: readonly Entry[]): Entry[] {
    const others = new Set(candidates.filter((entry) => contradicts(row, entry)).map(this.who));
    return candidates.filter((entry) => !others.has(this.who(entry)));
  }

  private alike(row: Identity): Entry[] {
    const [own] = row.names;
    if (own === undefined) return [];
    const candidates = this.byName.get(nameKey(own.legalName)) ?? [];
    const key = nameKey(own.legalName);
    return this.possible(row, candidates).filter((entry) =>
      entry.names.some((name) => nameKey(name.legalName) === key && comparePlaces(name, own) !== 'different'),
    );
  }
}

function certainly<Entry>(entry: Entry, by: MatchedBy): Match<Entry> {
  return { found: { entry, by }, suspects: [] };
}

/** Of several that share a VAT number (entities of one group), the one of the same name; none where that is unclear. */
function narrowed<Entry extends Identity>(
  row: Identity,
  sharing: readonly Entry[],
  who: (entry: Entry) => string | number,
): Entry | undefined {
  if (new Set(sharing.map((entry) => who(entry))).size <= 1) return sharing[0];
  const key = nameKey(row.names[0]?.legalName ?? '');
  const named = sharing.filter(({ names }) => names.some((name) => nameKey(name.legalName) === key));
  return new Set(named.map((entry) => who(entry))).size === 1 ? named[0] : undefined;
}

/** The one without PIC and VAT number whose name is written the same; in the same place first. */
function sameName<Entry extends Identity>(row: Identity, alike: readonly Entry[]): Entry | undefined {
  const [own] = row.names;
  if (own === undefined) return undefined;
  const placed = (wanted: 'equal' | 'unsaid'): Entry[] =>
    alike.filter(
      (entry) =>
        entry.pic === null &&
        entry.vatNumber === null &&
        entry.names.some(
          (name) =>
            writtenKey(name.legalName) === writtenKey(own.legalName) && comparePlaces(name, own) === wanted,
        ),
    );
  const [equal, ...more] = placed('equal');
  if (equal !== undefined) return more.length === 0 ? equal : undefined;
  const unsaid = placed('unsaid');
  return unsaid.length === 1 ? unsaid[0] : undefined;
}

function push<Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}
