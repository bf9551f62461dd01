/** A statistical region as one chooses it: `Lombardia (ITC4)`. */
export interface RegionChoice {
  readonly value: string;
  readonly label: string;
}

/** What regions are called: in their country's own language and Latin script. */
export class RegionNames {
  readonly #byCode = new Map<string, string>();
  /** those of today, alphabetically: no countries, no codes of older vintages */
  readonly #current: readonly RegionChoice[];

  /** @param register lines `code;name;level;until`, comments after `#`; empty while it is not known */
  constructor(register: string) {
    const current: RegionChoice[] = [];
    for (const line of register.split('\n')) {
      const [code = '', name = '', level = '', until = ''] = line.trim().split(';');
      if (!/^[A-Z]{2}/.test(code)) continue;
      this.#byCode.set(code, name);
      if (until === '' && level !== '0') current.push({ value: code, label: `${name} (${code})` });
    }
    const inOrder = new Intl.Collator('en');
    this.#current = current.sort((a, b) => inOrder.compare(a.label, b.label));
  }

  /** `ITC4` → `Lombardia`; a code that nobody knows stays as it is. */
  nameOf(code: string): string {
    return this.#byCode.get(eurostat(code)) ?? code;
  }

  /** What can be chosen, those chosen already among it whatever their vintage. */
  choices(chosen: readonly string[]): readonly RegionChoice[] {
    const missing = chosen.filter((code) => !this.#current.some(({ value }) => value === code));
    return [...missing.map((value) => ({ value, label: this.withCode(value) })), ...this.#current];
  }

  /** `Lombardia (ITC4)`, where the code itself is to be read or changed. */
  withCode(code: string): string {
    const name = this.nameOf(code);
    return name === code ? code : `${name} (${code})`;
  }
}

/** Sources write GR for EL, and GB or the newer TL for UK. */
function eurostat(code: string): string {
  const upper = code.toUpperCase();
  return upper.replace(/^GR/, 'EL').replace(/^(GB|TL(?=.))/, 'UK');
}
