import { readFileSync } from 'node:fs';

/** A schema as OpenAPI 3.0 writes it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** What one status is answered with: media type → schema; null where nothing is said about it. */
export type Answered = Readonly<Record<string, Schema | null>>;

/** One route of the interface, as it is described. */
export interface Operation {
  /** `GET /api/v1/imports/:id`, as the access matrix calls it */
  readonly route: string;
  readonly method: string;
  /** `/api/v1/imports/{id}` */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly mediaType: string; readonly schema: Schema } | null;
  readonly answers: ReadonlyMap<number, Answered>;
  /** who may use it */
  readonly roles: readonly string[];
}

export interface Description {
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
interface DescribedAnswer {
  readonly $ref?: string;
  readonly content?: Content;
}
interface DescribedOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, DescribedAnswer>>;
  readonly 'x-roles': readonly string[];
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, DescribedAnswer>>;
  };
}

/** What docs/openapi.json says of the service. */
export function readDescription(
  file: URL = new URL('../../../docs/openapi.json', import.meta.url),
): Description {
  const document = JSON.parse(readFileSync(file, 'utf8')) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => toOperation(document, { path, method, operation })),
  );
  return { operations, schemas: document.components.schemas };
}

function toOperation(
  { components }: Document,
  { path, method, operation }: { path: string; method: string; operation: DescribedOperation },
): Operation {
  const [body] = Object.entries(operation.requestBody?.content ?? {});
  const answers = Object.entries(operation.responses).map(([status, described]) => {
    const named = described.$ref?.split('/').at(-1);
    const { content = {} } = named === undefined ? described : (components.responses[named] ?? {});
    const byType = Object.entries(content).map(([type, { schema }]) => [type, schema ?? null] as const);
    return [Number(status), Object.fromEntries(byType)] as const;
  });
  return {
    route: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    method: method.toUpperCase(),
    path,
    parameters: operation.parameters ?? [],
    body: body ? { mediaType: body[0], schema: body[1].schema ?? {} } : null,
    answers: new Map(answers),
    roles: operation['x-roles'],
  };
}
