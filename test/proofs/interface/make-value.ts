import type { Schema } from './description.js';

/** Where values come from: everything random follows from `random`. */
export interface Source {
  readonly random: () => number;
  readonly schemas: Readonly<Record<string, Schema>>;
  /** ids of things that exist, or did */
  readonly ids: readonly string[];
}

export const pick = <T>({ random }: Pick<Source, 'random'>, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;

export const chance = ({ random }: Pick<Source, 'random'>, share: number): boolean => random() < share;

/** A schema without references and with what it inherits. */
export function resolved(schema: Schema, schemas: Source['schemas']): Schema {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return resolved(schemas[name] ?? {}, schemas);
  const [first] = schema.allOf ?? [];
  if (!first) return schema;
  return { ...resolved(first, schemas), ...(schema.nullable ? { nullable: true } : {}) };
}

/** Something that a schema allows, as far as it says; names help where it says little. */
export function valueFor(schema: Schema, source: Source, name = ''): unknown {
  const one = resolved(schema, source.schemas);
  if (one.nullable && chance(source, 0.15)) return null;
  if (one.enum) return pick(source, one.enum);
  if (one.type === 'object' || one.properties) return objectFor(one, source);
  if (one.type === 'array') return listFor(one, source, name);
  if (one.type === 'boolean') return chance(source, 0.5);
  if (one.type === 'number' || one.type === 'integer') return numberFor(one, source);
  return textFor(one, source, name);
}

function objectFor({ properties = {}, required = [] }: Schema, source: Source): object {
  const given = Object.entries(properties).filter(([name]) => required.includes(name) || chance(source, 0.4));
  return Object.fromEntries(given.map(([name, one]) => [name, valueFor(one, source, name)]));
}

function listFor(
  { items = {}, minItems = 0, maxItems = 3 }: Schema,
  source: Source,
  name: string,
): unknown[] {
  const most = Math.min(maxItems, Math.max(minItems, 3));
  const length = minItems + Math.floor(source.random() * (most - minItems + 1));
  return Array.from({ length }, () => valueFor(items, source, name));
}

function numberFor({ minimum = 0, maximum = 100 }: Schema, source: Source): number {
  const edge = source.random();
  if (edge < 0.15) return minimum;
  if (edge < 0.3) return maximum;
  return Math.floor(minimum + source.random() * Math.min(maximum - minimum, 1_000));
}

/** Texts that mean something where a name like that stands. */
const known: readonly (readonly [RegExp, readonly string[]])[] = [
  [/email/i, ['nobody@prova.example', 'bea@prova.example']],
  [/asOf|date|deadline|until|since|from$|to$/i, ['2026-07-24', '2026-11-20', '2027-01-01']],
  [/token|key/i, ['A'.repeat(43)]],
  [/country|countries/i, ['IT', 'DE', 'EL']],
  [/region/i, ['ITC4', 'DE', 'ES511']],
  [/saved|fits|all|members|dropped/i, ['true', 'false', 'own']],
  [/cluster/i, ['afil', 'catal']],
  [/password|current|next/i, ['four lamps and a kite']],
  [/code/i, ['000000', 'AAAA-AAAA-AAAA-AAAA']],
  [/after|cursor/i, ['1', 'HORIZON-CL4-2027-01-MAT-PROD-03']],
  [/opportunity|topic|reference/i, ['HORIZON-CL4-2027-01-MAT-PROD-03']],
  [/lang/i, ['it', 'en']],
];

const texts = [
  'battery modules',
  'Robotica e automazione',
  'È “già” 漢字 🙂',
  "O'Hara & Söhne GmbH",
  '100 %',
  '-1',
];

function textFor(schema: Schema, source: Source, name: string): string {
  const { format, minLength = 0, maxLength = 200 } = schema;
  if (format === 'uuid' || chance(source, 0.2)) {
    if (maxLength >= 36) return pick(source, source.ids);
  }
  const fitting = known.find(([pattern]) => pattern.test(name))?.[1];
  if (fitting && chance(source, 0.8)) return pick(source, fitting);
  if (chance(source, 0.1)) return 'x'.repeat(maxLength);
  const text = pick(source, texts);
  return text.padEnd(minLength, 'x').slice(0, maxLength);
}
