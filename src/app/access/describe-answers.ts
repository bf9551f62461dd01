import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type Parameter = NonNullable<Operation['parameters']>[number];

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** What each refusal means; the words of RFC 9457 answers are in platform/http/problem.ts. */
const refusals: Readonly<Record<number, string>> = {
  400: 'The request is not as described here: a value, or a key that is not listed.',
  401: 'Sign in first, or with what is right.',
  403: 'Not with these rights, or from a page of another site.',
  404: 'There is no such thing, or none that the asker may know of.',
  409: 'Not as things stand: somebody was faster, or several things go by that name.',
  413: 'Too large.',
  414: 'Something named in the path is longer than any name.',
  415: 'Not in this media type.',
  422: 'Understood, and wrong: the detail says what, where and what to do.',
  429: 'Too often; `Retry-After` says when to come back.',
  503: 'Something the service rests on is away; `Retry-After` says when to try again.',
};

/** @see {Problem} what every refusal is answered with, RFC 9457 */
const problemSchema: Schema = {
  type: 'object',
  description: 'Why a request was refused (RFC 9457, `application/problem+json`).',
  properties: {
    type: { type: 'string', description: '`urn:tessera:problem:` and the code.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: `opportunities.not-found`.' },
    detail: { type: 'string', description: 'For people: what, where, which value, what to do.' },
    correlationId: { type: 'string', description: 'Names this answer in the log of the service.' },
    problems: {
      type: 'array',
      items: { type: 'string' },
      description: 'Of a refused body or query: a line for each field.',
    },
  },
  required: ['type', 'title', 'status', 'code', 'detail', 'correlationId'],
};

/**
 * Says in the OpenAPI file what the compiler cannot read off the classes: how a route refuses, which follows from what
 * it takes and changes, that a value with a default may be left out, and that bounds on a text in a list are bounds
 * on each of its texts.
 */
export function describeAnswers(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const described = methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, completed(operation, method)] as const] : [];
    });
    return [path, { ...item, ...Object.fromEntries(described) }] as const;
  });
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) => [name, withEachBound(schema)] as const,
  );
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: {
      ...document.components,
      schemas: { ...Object.fromEntries(schemas), ProblemResponse: problemSchema },
      responses: Object.fromEntries(Object.entries(refusals).map(toAnswer)),
    },
  };
}

function toAnswer([status, description]: readonly [string, string]) {
  const schema = { $ref: '#/components/schemas/ProblemResponse' };
  return [`Refused${status}`, { description, content: { 'application/problem+json': { schema } } }] as const;
}

function completed(operation: Operation, method: string): Operation {
  const refused = refusalsOf(operation, method).map(
    (status) => [String(status), { $ref: `#/components/responses/Refused${status}` }] as const,
  );
  return {
    ...operation,
    ...(operation.parameters ? { parameters: operation.parameters.map(asTaken) } : {}),
    responses: { ...Object.fromEntries(refused), ...operation.responses },
  };
}

/** Whoever asks may be unknown to any route: a session can end between two requests. */
function refusalsOf({ parameters = [], requestBody }: Operation, method: string): number[] {
  const body = requestBody !== undefined;
  const takes = body || parameters.length > 0;
  const changes = method !== 'get';
  return [
    ...[400, 401, 403],
    ...(takes ? [404, 409] : []),
    ...(changes && !takes ? [409] : []),
    ...(body ? [413, 415] : []),
    ...(parameters.some((one) => 'in' in one && one.in === 'path') ? [414] : []),
    ...(takes ? [422] : []),
    ...(changes ? [429] : []),
    503,
  ];
}

function asTaken(parameter: Parameter): Parameter {
  if (!('schema' in parameter) || parameter.schema === undefined) return parameter;
  const schema = withEachBound(parameter.schema);
  const optional = 'default' in schema && schema.default !== undefined;
  return { ...parameter, schema, ...(optional ? { required: false } : {}) };
}

/** Bounds on the length of a text stand beside a list where each of its texts is meant. */
function withEachBound(schema: Schema): Schema {
  if ('$ref' in schema) return schema;
  const { properties, required, items, minLength, maxLength, ...rest } = schema;
  const bounds = {
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
  const held = properties && Object.entries(properties);
  const left = held?.filter(([, one]) => 'default' in one && one.default !== undefined).map(([name]) => name);
  return {
    ...rest,
    ...(items ? { items: '$ref' in items ? items : { ...items, ...bounds } } : bounds),
    ...(held
      ? { properties: Object.fromEntries(held.map(([name, one]) => [name, withEachBound(one)])) }
      : {}),
    ...(required ? { required: required.filter((name) => !left?.includes(name)) } : {}),
  };
}
