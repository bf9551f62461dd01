import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import { badReferenceFile } from '../taxonomy.errors.js';

/**
 * A value in a reference file that knows where it stands, so that every complaint names file, line and key.
 * Each reader throws `taxonomy.bad-file` where the value is not what was asked for.
 */
export class YamlValue {
  constructor(
    private readonly file: string,
    private readonly key: string,
    private readonly node: unknown,
    private readonly lines: LineCounter,
    private readonly parentLine = 1,
  ) {}

  /** A text; numbers and `yes`/`no` must be quoted, so that `NO` stays Norway. */
  text(): string {
    const value: unknown = isScalar(this.node) ? this.node.value : undefined;
    if (typeof value !== 'string' || value.trim() === '')
      return this.fail('expected a text (quote numbers and dates)');
    return value.trim();
  }

  /** A calendar date, quoted or not, as `2026-11-21`. */
  date(): string {
    const text = this.text();
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : this.fail(`'${text}' is not a date like 2026-11-21`);
  }

  flag(): boolean {
    const value: unknown = isScalar(this.node) ? this.node.value : undefined;
    return typeof value === 'boolean' ? value : this.fail('expected true or false');
  }

  list<T>(read: (item: YamlValue) => T): readonly T[] {
    const node = this.node;
    if (!isSeq(node)) return this.fail('expected a list');
    return node.items.map((item, at) => read(this.child(`${this.key}[${at}]`, item)));
  }

  texts(): readonly string[] {
    return this.list((item) => item.text());
  }

  /** The value of each key, which may be only one of `keys`; the caller says which it needs. */
  fields<Key extends string>(keys: readonly Key[]): YamlFields<Key> {
    const node = this.node;
    if (!isMap(node)) return this.fail('expected keys and values');
    const found = new Map<string, YamlValue>();
    for (const pair of node.items) {
      const key = keyOf(pair);
      const child = this.child(`${this.key}.${key}`, pair.value ?? pair.key);
      if (!keys.some((known) => known === key)) child.fail(`unknown key; known here: ${keys.join(', ')}`);
      found.set(key, child);
    }
    return {
      need: (key) => found.get(key) ?? this.fail(`the key '${key}' is missing`),
      optional: (key) => found.get(key) ?? null,
    };
  }

  fail(problem: string): never {
    throw badReferenceFile(this.file, this.line(), this.key, problem);
  }

  private child(key: string, node: unknown): YamlValue {
    return new YamlValue(this.file, key, node, this.lines, this.line());
  }

  private line(): number {
    const range = isNode(this.node) ? this.node.range : undefined;
    return range ? this.lines.linePos(range[0]).line : this.parentLine;
  }
}

export interface YamlFields<Key extends string> {
  need(key: Key): YamlValue;
  optional(key: Key): YamlValue | null;
}

/**
 * One reference file in YAML 1.2 (where `NO` is a text), keys once each.
 *
 * @throws {AppError} `taxonomy.bad-file` where it cannot be read
 */
export function readYaml(file: string, text: string): YamlValue {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', uniqueKeys: true });
  const first = document.errors[0];
  if (first !== undefined) {
    const said = first.message.split('\n')[0] ?? first.code;
    throw badReferenceFile(file, lines.linePos(first.pos[0]).line, 'yaml', said);
  }
  return new YamlValue(file, 'file', document.contents, lines);
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value);
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '?';
}
