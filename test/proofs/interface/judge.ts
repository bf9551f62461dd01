import { Ajv, type ValidateFunction } from 'ajv';

import type { Description, Operation, Schema } from './description.js';

/** What came back: a status, a media type without its character set, and the text. */
export interface Answer {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
  /** how long it took */
  readonly ms: number;
}

/** What is wrong with an answer, and in which count it belongs. */
export interface Fault {
  readonly count: 'failed' | 'undocumentedStatus' | 'outsideSchema' | 'unknownKeyAccepted';
  readonly what: string;
}

/** Holds answers against the description: what is not listed there does not leave the service. */
export class Judge {
  readonly #ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
  readonly #checks = new Map<Schema, ValidateFunction>();

  constructor(private readonly description: Description) {}

  /** The first fault of an answer; null where it is as described. */
  faultOf(operation: Operation, answer: Answer): Fault | null {
    const { status, mediaType, text } = answer;
    if (status >= 500) return { count: 'failed', what: `${status} ${text.slice(0, 200)}` };
    const described = operation.answers.get(status);
    if (!described)
      return {
        count: 'undocumentedStatus',
        what: `answers ${status}, which is not documented: ${text.slice(0, 200)}`,
      };
    const outside = (what: string): Fault => ({ count: 'outsideSchema', what: `${status} ${what}` });
    const types = Object.keys(described);
    if (types.length === 0) return text === '' ? null : outside(`has a body: ${text.slice(0, 100)}`);
    const schema = described[mediaType];
    if (schema === undefined) return outside(`is ${mediaType || 'of no type'}, not ${types.join(' or ')}`);
    if (schema === null || !mediaType.endsWith('json')) return null;
    const problem = this.problemOf(schema, JSON.parse(text));
    return problem === null ? null : outside(problem);
  }

  /** Where a value leaves a schema; null where it does not. */
  problemOf(schema: Schema, value: unknown): string | null {
    const check = this.#checks.get(schema) ?? this.#ajv.compile(this.#standalone(schema));
    this.#checks.set(schema, check);
    if (check(value)) return null;
    const [error] = check.errors ?? [];
    return `${error?.instancePath || '/'} ${error?.message} ${JSON.stringify(error?.params)}`;
  }

  #standalone(schema: Schema): object {
    const components = Object.entries(this.description.schemas).map(
      ([name, one]) => [name, toJsonSchema(one)] as const,
    );
    return { ...toJsonSchema(schema), components: { schemas: Object.fromEntries(components) } };
  }
}

/**
 * An OpenAPI 3.0 schema as JSON Schema: `nullable` spelled out, and closed: an object that does not say that it has
 * more properties has none.
 */
function toJsonSchema(schema: Schema): object {
  const { nullable, properties, items, allOf, additionalProperties: _closedBelow, ...rest } = schema;
  const inner = {
    ...rest,
    ...(items ? { items: toJsonSchema(items) } : {}),
    ...(allOf ? { allOf: allOf.map(toJsonSchema) } : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, one]) => [name, toJsonSchema(one)]),
          ),
        }
      : {}),
    ...closed(schema),
  };
  return nullable ? { anyOf: [{ type: 'null' }, inner] } : inner;
}

function closed({ type, properties, additionalProperties }: Schema): object {
  if (typeof additionalProperties === 'object')
    return { additionalProperties: toJsonSchema(additionalProperties) };
  if (additionalProperties !== undefined) return { additionalProperties };
  return type === 'object' && properties ? { additionalProperties: false } : {};
}
