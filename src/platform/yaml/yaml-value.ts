import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** Where in a YAML file something is wrong, and what. */
export interface YamlComplaint {
  readonly file: string;
  /** from 1 */
  readonly line: number;
  /** from 1 */
  readonly column: number;
  /** the path of keys, `opportunities[2].trl.from` */
  readonly key: string;
  readonly problem: string;
}

/** Makes the error that a complaint is thrown as. */
export type Complain = (complaint: YamlComplaint) => Error;

/**
 * A value in a YAML file that people edit. It knows where it stands, so that every complaint names file, line and key;
 * each reader throws what `complain` makes where the value is not what was asked for.
 */
export class YamlValue {
  readonly #document: { readonly file: string; readonly lines: LineCounter; readonly complain: Complain };
  readonly #key: string;
  readonly #node: unknown;
  readonly #parentAt: Place;

  /** Use `readYaml`. */
  constructor(
    document: YamlValue['document'],
    key: string,
    node: unknown,
    parentAt: Place = { line: 1, column: 1 },
  ) {
    this.#document = document;
    this.#key = key;
    this.#node = node;
    this.#parentAt = parentAt;
  }

  /** @internal */
  get document(): { readonly file: string; readonly lines: LineCounter; readonly complain: Complain } {
    return this.#document;
  }

  /** Whether the value is written as `null`, or not at all behind its key. */
  get isNull(): boolean {
    return this.#node === null || (isScalar(this.#node) && this.#node.value === null);
  }

  /** Whether the value is `null` or a text without a character: people leave both where they know nothing. */
  get isBlank(): boolean {
    const value = this.#scalar();
    return this.isNull || (typeof value === 'string' && value.trim() === '');
  }

  get isList(): boolean {
    return isSeq(this.#node);
  }

  get isMap(): boolean {
    return isMap(this.#node);
  }

  /** A text that is not empty, its white space at the ends left out. */
  text(): string {
    const value = this.#scalar();
    if (typeof value !== 'string' || value.trim() === '') return this.fail('expected a text (quote numbers)');
    return value.trim();
  }

  /** @param example shown where the text is not of this form */
  textLike(pattern: RegExp, example: string): string {
    const text = this.text();
    return pattern.test(text) ? text : this.fail(`'${text}' is not like ${example}`);
  }

  /** A date of the calendar, `2026-11-21`, quoted or not. */
  date(): string {
    const text = this.textLike(/^\d{4}-\d{2}-\d{2}$/, '2026-11-21');
    const at = Date.parse(`${text}T00:00:00Z`);
    const stands = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
    return stands ? text : this.fail(`the calendar has no ${text}`);
  }

  /** An instant with its offset, `2027-02-02T17:00:00+01:00`; returned in UTC. */
  instant(): string {
    const text = this.textLike(
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/,
      '2027-02-02T17:00:00+01:00',
    );
    const at = Date.parse(text);
    return Number.isNaN(at) ? this.fail(`there is no instant ${text}`) : new Date(at).toISOString();
  }

  number(from: number, to: number): number {
    const value = this.#scalar();
    if (typeof value === 'number' && value >= from && value <= to) return value;
    return this.fail(`expected a number from ${from} to ${to}`);
  }

  wholeNumber(from: number, to: number): number {
    const value = this.#scalar();
    if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value;
    return this.fail(`expected a whole number from ${from} to ${to}`);
  }

  flag(): boolean {
    const value = this.#scalar();
    return typeof value === 'boolean' ? value : this.fail('expected true or false');
  }

  /** A text, a number, true or false. */
  fact(): string | number | boolean {
    const value = this.#scalar();
    if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
    return typeof value === 'string' ? this.text() : this.fail('expected a text, a number, true or false');
  }

  oneOf<const T extends string>(allowed: readonly T[]): T {
    const text = this.text();
    return allowed.find((one) => one === text) ?? this.fail(`'${text}' is none of ${allowed.join(', ')}`);
  }

  list<T>(read: (item: YamlValue) => T): readonly T[] {
    if (!isSeq(this.#node)) return this.fail('expected a list');
    return this.#node.items.map((item, at) => read(this.#child(`${this.#key}[${at}]`, item)));
  }

  texts(): readonly string[] {
    return this.list((item) => item.text());
  }

  /** The value of each key; a key that is not one of `keys` is refused. */
  fields<Key extends string>(keys: readonly Key[]): YamlFields<Key> {
    const entries = new Map(this.entries());
    for (const [key, value] of entries) {
      if (!keys.some((known) => known === key)) value.fail(`unknown key; known here: ${keys.join(', ')}`);
    }
    return {
      need: (key) => entries.get(key) ?? this.fail(`the key '${key}' is missing`),
      optional: (key, read) => {
        const value = entries.get(key);
        return value === undefined || value.isNull ? null : read(value);
      },
    };
  }

  /** All keys with their values, for maps whose keys are free. */
  entries(): readonly (readonly [string, YamlValue])[] {
    if (!isMap(this.#node)) return this.fail('expected keys and values');
    return this.#node.items.map(({ key: name, value }) => {
      const key = isScalar(name) ? String(name.value) : '?';
      return [key, this.#child(this.#key === '' ? key : `${this.#key}.${key}`, value ?? name)];
    });
  }

  fail(problem: string): never {
    const { file, complain } = this.#document;
    throw complain({ file, ...this.#at(), key: this.#key || 'file', problem });
  }

  #scalar(): unknown {
    return isScalar(this.#node) ? this.#node.value : undefined;
  }

  #child(key: string, node: unknown): YamlValue {
    return new YamlValue(this.#document, key, node, this.#at());
  }

  #at(): Place {
    const range = isNode(this.#node) ? this.#node.range : undefined;
    return range ? placeOf(this.#document.lines, range[0]) : this.#parentAt;
  }
}

export interface YamlFields<Key extends string> {
  /** The value of a key that must be there. */
  need(key: Key): YamlValue;
  /** What `read` makes of the value; null where the key is absent or says `null`: not stated. */
  optional<T>(key: Key, read: (value: YamlValue) => T): T | null;
}

/** A file in YAML 1.2 (where `NO` is a text), keys once each. */
export function readYaml(file: string, text: string, complain: Complain): YamlValue {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, version: '1.2', uniqueKeys: true });
  const first = parsed.errors[0];
  if (first !== undefined) {
    const problem = problemOf(first.message);
    throw complain({ file, ...placeOf(lines, first.pos[0]), key: 'yaml', problem });
  }
  return new YamlValue({ file, lines, complain }, '', parsed.contents);
}

/** The parser's first line, without the place, which is told apart. */
function problemOf(message: string): string {
  const said = (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
  return said.startsWith('Maximum call stack') ? 'lists or keys are nested too deeply' : said;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value);
}
