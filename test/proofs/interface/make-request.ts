import type { Operation, Schema } from './description.js';
import { chance, pick, resolved, valueFor, type Source } from './make-value.js';

/** As described; with something wrong somewhere; with a key that is not listed. */
export const kinds = ['valid', 'broken', 'unknown-key'] as const;
export type Kind = (typeof kinds)[number];

export interface Made {
  readonly operation: Operation;
  readonly kind: Kind;
  /** with the query */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | null;
}

/** A request as somebody wrote it for the route, with ids that exist. */
export interface Example {
  readonly path: string;
  readonly body?: unknown;
}

type Json = Record<string, unknown>;

/** One request to a route. @param examples requests that are known to go well */
export function makeRequest(
  operation: Operation,
  kind: Kind,
  source: Source,
  examples: readonly Example[],
): Made {
  const example = examples.length > 0 && chance(source, 0.6) ? pick(source, examples) : null;
  const [path = '', search = ''] = (example?.path ?? pathOf(operation, source)).split('?');
  const query = chance(source, 0.3) ? new URLSearchParams(search) : queryOf(operation, source);
  const body = bodyOf(operation, source, example);
  const made = { operation, kind, headers: {} };
  if (kind === 'valid') return { ...made, path: joined(path, query), ...sent(operation, body) };
  if (kind === 'unknown-key') return withUnknownKey({ ...made, path, query, body }, source);
  return broken({ ...made, path, query, body }, source);
}

function pathOf({ path, parameters }: Operation, source: Source): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const schema = parameters.find((one) => one.in === 'path' && one.name === name)?.schema ?? {};
    return encodeURIComponent(String(valueFor(schema, source, name)) || 'x');
  });
}

function queryOf({ parameters }: Operation, source: Source): URLSearchParams {
  const query = new URLSearchParams();
  for (const { name, schema, required } of parameters.filter((one) => one.in === 'query')) {
    if (!required && !chance(source, 0.35)) continue;
    for (const value of [valueFor(schema, source, name)].flat()) query.append(name, String(value));
  }
  return query;
}

function bodyOf({ body }: Operation, source: Source, example: Example | null): unknown {
  if (body === null || body.mediaType.startsWith('multipart/')) return undefined;
  return example?.body !== undefined && chance(source, 0.5) ? example.body : valueFor(body.schema, source);
}

const joined = (path: string, query: URLSearchParams): string =>
  query.size === 0 ? path : `${path}?${query.toString()}`;

function sent({ body: described }: Operation, body: unknown): Pick<Made, 'headers' | 'body'> {
  if (described?.mediaType.startsWith('multipart/')) return { headers: {}, body: upload('a,b\n1,2\n') };
  if (body === undefined) return { headers: {}, body: null };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function upload(content: string, field = 'file'): FormData {
  const form = new FormData();
  form.append(field, new File([content], 'list.csv'));
  return form;
}

interface Draft {
  readonly operation: Operation;
  readonly kind: Kind;
  readonly headers: Readonly<Record<string, string>>;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

const strangeKeys = ['plantedKey', 'constructor', 'toString', '__proto__', 'id', 'Email', 'a.b', ''];

/** Puts a key that is not listed into the query, or into any object of the body that is closed. */
function withUnknownKey(draft: Draft, source: Source): Made {
  const { operation, path, query, body, ...rest } = draft;
  const key = pick(source, strangeKeys);
  const closed = operation.body ? closedObjects(operation.body.schema, structuredClone(body), source) : null;
  const place =
    closed && closed.objects.length > 0 && chance(source, 0.8) ? pick(source, closed.objects) : null;
  if (place === null || closed === null || key in place.listed) {
    query.append(freeOf(operation, key), '1');
    return { ...rest, operation, path: joined(path, query), ...sent(operation, body) };
  }
  Object.defineProperty(place.object, key, { value: 1, enumerable: true, configurable: true });
  return { ...rest, operation, path: joined(path, query), ...sent(operation, closed.whole) };
}

const freeOf = ({ parameters }: Operation, key: string): string =>
  parameters.some(({ name }) => name === key) ? 'plantedKey' : key;

interface Closed {
  readonly whole: unknown;
  readonly objects: readonly { readonly object: Json; readonly listed: Readonly<Record<string, Schema>> }[];
}

function closedObjects(schema: Schema, whole: unknown, { schemas }: Source): Closed {
  const objects: { object: Json; listed: Readonly<Record<string, Schema>> }[] = [];
  const look = (described: Schema, value: unknown): void => {
    const { properties, items, additionalProperties } = resolved(described, schemas);
    if (Array.isArray(value) && items) value.forEach((one) => look(items, one));
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !properties) return;
    const object = value as Json;
    if (additionalProperties === undefined) objects.push({ object, listed: { ...properties } });
    for (const [name, one] of Object.entries(properties)) look(one, object[name]);
  };
  look(schema, whole);
  return { whole, objects };
}

const strangeValues: readonly unknown[] = [
  null, true, -1, 1e308, 0.1, 2 ** 53, '', ' ', 'x'.repeat(5_000), '\u0000', '\ud800', "' or 1=1 --", '${7*7}', '\r\nBcc: x',
  [], [[]], {}, { a: { b: [] } }, ['x'], 'null', '../../etc/passwd', '\u202e', 'NaN', '2026-02-30', '9999999999-01-01',
]; // prettier-ignore

const strangePaths = [
  '%00',
  '%ff',
  '%',
  '..%2f..',
  'x'.repeat(299),
  'x'.repeat(400),
  '%F0%9F%99%82',
  '%20',
  '-1',
  "'",
];

/** One thing wrong, or odd: in the path, the query, the body, or in how the body is sent. */
function broken(draft: Draft, source: Source): Made {
  const { operation, query, body, ...rest } = draft;
  const whole = (path: string, changed: unknown = body): Made => ({
    ...rest,
    operation,
    path: joined(path, query),
    ...sent(operation, changed),
  });
  const places = operation.path.includes('{') ? ['path'] : [];
  const where = pick(source, [...places, 'query', ...(operation.body ? ['body', 'body', 'sending'] : [])]);
  if (where === 'path') return whole(withStrangePath(operation, source));
  if (where === 'sending') return { ...whole(draft.path), ...strangelySent(source, body) };
  if (where === 'body' && body !== undefined) return whole(draft.path, withStrangeValue(body, source));
  const name = pick(source, [
    ...operation.parameters.filter((one) => one.in === 'query').map((one) => one.name),
    'x',
  ]);
  const value = pick(source, strangeValues);
  query.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  if (chance(source, 0.3)) query.append(`${name}[]`, 'x');
  return whole(draft.path);
}

function withStrangePath({ path }: Operation, source: Source): string {
  return path.replace(/\{\w+\}/g, () =>
    chance(source, 0.7) ? pick(source, strangePaths) : pick(source, source.ids),
  );
}

/** The same body with another value, or none, in one place. */
function withStrangeValue(body: unknown, source: Source): unknown {
  if (typeof body !== 'object' || body === null || chance(source, 0.15)) return pick(source, strangeValues);
  const names = Object.keys(body);
  if (names.length === 0) return pick(source, strangeValues);
  const name = pick(source, names);
  const held = (body as Json)[name];
  const copy = (Array.isArray(body) ? [...(body as unknown[])] : { ...body }) as Json;
  if (chance(source, 0.15)) delete copy[name];
  else copy[name] = withStrangeValue(chance(source, 0.5) ? held : null, source);
  return copy;
}

function strangelySent(source: Source, body: unknown): Pick<Made, 'headers' | 'body'> {
  const text = JSON.stringify(body ?? {});
  return pick(source, [
    { headers: { 'content-type': 'text/plain' }, body: text },
    { headers: { 'content-type': 'application/xml' }, body: '<a/>' },
    { headers: { 'content-type': 'application/json' }, body: text.slice(0, -1) },
    { headers: { 'content-type': 'application/json' }, body: '' },
    { headers: { 'content-type': 'application/json' }, body: `${'['.repeat(20_000)}${']'.repeat(20_000)}` },
    { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: 'x'.repeat(300_000) }) },
    { headers: { 'content-type': 'application/json' }, body: '{"__proto__":{"x":1}}' },
    { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\n' },
    { headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
    { headers: {}, body: upload('', 'other') },
    { headers: {}, body: upload('\u0000\u0001') },
    { headers: {}, body: null },
  ]);
}
