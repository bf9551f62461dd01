import { readFileSync } from 'node:fs';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get?: {
          readonly responses: {
            readonly 200?: { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> };
          };
        };
      }
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The documented interface, from which answers are made that the demonstration has no example of. */
const documented = JSON.parse(
  readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'),
) as Document;

/**
 * What the service may answer a GET at most: every list has two entries, every optional field is there.
 * @param path of an address: `/api/v1/saved-opportunities`
 * @param text what a string property without a format says, by its name
 */
export function madeAnswer(path: string, text: (property: string) => string): unknown {
  const known = Object.entries(documented.paths).find(([template]) =>
    new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  );
  const schema = known?.[1].get?.responses[200]?.content?.['application/json']?.schema;
  if (schema === undefined) throw new Error(`no documented answer of GET ${path}`);
  let made = 0;
  const of = (given: Schema, property: string): unknown => {
    const [one = given] = given.allOf ?? given.oneOf ?? [];
    const name = one.$ref?.split('/').at(-1);
    if (name !== undefined) return of(documented.components.schemas[name] ?? {}, property);
    if (given.enum !== undefined) return given.enum[0];
    if (given.type === 'array') return [0, 1].map(() => of(given.items ?? {}, property));
    if (given.type === 'object')
      return Object.fromEntries(
        Object.entries(given.properties ?? {}).map(([key, value]) => [key, of(value, key)]),
      );
    if (given.type === 'boolean') return true;
    if (given.type !== 'string') return 1;
    made += 1;
    return madeString(given.format, property, made) ?? text(property);
  };
  return of(schema, '');
}

/** What has a form, which many schemas leave unsaid: the name of the property tells it. */
function madeString(format: string | undefined, property: string, made: number): string | null {
  if (format === 'uuid' || /(^id|Id)$/.test(property))
    return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  if (format === 'date-time' || /(^at|At|[sS]ince)$/.test(property)) return '2026-11-24T08:00:00.000Z';
  const isDay = /(^day|^date|^from|^until|^deadline|On|Date|Until)$/.test(property);
  return format === 'date' || isDay ? '2026-12-01' : null;
}
