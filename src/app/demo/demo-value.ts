import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { badDemoFile } from './demo-set.errors.js';

/** One file of the demonstration set: its name, for complaints, and its text. */
export interface DemoFile {
  readonly name: string;
  readonly text: string;
}

/**
 * A value in a file of the demonstration set that knows where it stands, so that every complaint names file, line and
 * key. Each reader throws `demo.bad-file` where the value is not what was asked for.
 */
export class DemoValue {
  constructor(
    private readonly file: string,
    private readonly key: string,
    private readonly node: unknown,
    private readonly lines: LineCounter,
    private readonly parentLine = 1,
  ) {}

  /** Whether the value is written as `null`; an absent key is found by `optional`. */
  get isNull(): boolean {
    return this.node === null || (isScalar(this.node) && this.node.value === null);
  }

  /** A text that is not empty; codes made of digits must be quoted. */
  text(): string {
    const value = this.scalar();
    if (typeof value !== 'string' || value.trim() === '') return this.fail('expected a text (quote numbers)');
    return value.trim();
  }

  textLike(pattern: RegExp, example: string): string {
    const text = this.text();
    return pattern.test(text) ? text : this.fail(`'${text}' is not like ${example}`);
  }

  /** A date of the calendar, `2026-11-21`. */
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

  wholeNumber(from: number, to: number): number {
    const value = this.scalar();
    if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value;
    return this.fail(`expected a whole number from ${from} to ${to}`);
  }

  flag(): boolean {
    const value = this.scalar();
    return typeof value === 'boolean' ? value : this.fail('expected true or false');
  }

  oneOf<const T extends string>(allowed: readonly T[]): T {
    const text = this.text();
    return allowed.find((one) => one === text) ?? this.fail(`'${text}' is none of ${allowed.join(', ')}`);
  }

  list<T>(read: (item: DemoValue) => T): readonly T[] {
    const node = this.node;
    if (!isSeq(node)) return this.fail('expected a list');
    return node.items.map((item, at) => read(this.child(`${this.key}[${at}]`, item)));
  }

  /** The value of each key; a key that is not one of `keys` is refused. */
  fields<Key extends string>(keys: readonly Key[]): DemoFields<Key> {
    const node = this.node;
    if (!isMap(node)) return this.fail('expected keys and values');
    const found = new Map<string, DemoValue>();
    for (const { key: name, value } of node.items) {
      const key = isScalar(name) ? String(name.value) : '?';
      const child = this.child(`${this.key}.${key}`, value ?? name);
      if (!keys.some((known) => known === key)) child.fail(`unknown key; known here: ${keys.join(', ')}`);
      found.set(key, child);
    }
    return {
      need: (key) => found.get(key) ?? this.fail(`the key '${key}' is missing`),
      optional: (key, read) => {
        const value = found.get(key);
        return value === undefined || value.isNull ? null : read(value);
      },
    };
  }

  fail(problem: string): never {
    throw badDemoFile(this.file, this.line(), this.key, problem);
  }

  private scalar(): unknown {
    return isScalar(this.node) ? this.node.value : undefined;
  }

  private child(key: string, node: unknown): DemoValue {
    return new DemoValue(this.file, key, node, this.lines, this.line());
  }

  private line(): number {
    const range = isNode(this.node) ? this.node.range : undefined;
    return range ? this.lines.linePos(range[0]).line : this.parentLine;
  }
}

export interface DemoFields<Key extends string> {
  /** The value of a key that must be there. */
  need(key: Key): DemoValue;
  /** What `read` makes of the value; null where the key is absent or says `null`: not stated. */
  optional<T>(key: Key, read: (value: DemoValue) => T): T | null;
}

/**
 * One file of the set, in YAML 1.2 (where `NO` is a text), keys once each.
 *
 * @throws {AppError} `demo.bad-file` where it is no YAML
 */
export function readDemoFile(file: DemoFile): DemoValue {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, version: '1.2', uniqueKeys: true });
  const first = document.errors[0];
  if (first !== undefined) {
    const said = first.message.split('\n')[0] ?? first.code;
    throw badDemoFile(file.name, lines.linePos(first.pos[0]).line, 'yaml', said);
  }
  return new DemoValue(file.name, 'file', document.contents, lines);
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value);
}
