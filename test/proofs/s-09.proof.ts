import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { forgetTries } from '../support/forget-tries.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { requestsTo, type Request } from './access/requests.js';
import { openWorld, type Actor, type World } from './access/world.js';
import { readDescription, type Answered, type Description, type Operation } from './interface/description.js';
import { Judge, type Answer, type Fault } from './interface/judge.js';
import { kinds, makeRequest, type Kind, type Made } from './interface/make-request.js';
import { chance, pick, type Source } from './interface/make-value.js';
import { People } from './interface/people.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';

/** Routes that answer for as long as somebody listens, or take the asker's account away. */
const leftOut = ['GET /api/v1/score-runs/:id/events', 'GET /api/v1/imports/:id/events', 'DELETE /api/v1/me'];

/** Requests after which counts of tries start anew: what stands behind them is asked too. */
const forgetEvery = 100;

const atOnce = 6;

/** Routes that start a process or compute a slow hash for every request: asked in one round of eight. */
const costly = /proposals\/document|POST .*\/(imports|sessions)$|\/me\/password|workbook/;

type Count = Fault['count'];

interface Size {
  readonly requests: number;
  readonly seed: number;
}

/** What was asked, and what was wrong with the answers. */
interface Asked {
  readonly counts: Record<Count, number>;
  /** route and fault → how often, and the first of them */
  readonly faults: Map<string, { times: number; readonly first: string }>;
  readonly statuses: Map<number, number>;
  readonly served: Set<string>;
  /** route → milliseconds spent on it */
  readonly spent: Map<string, number>;
  requests: number;
  unknownKeys: number;
}

async function proveInterface({ progress, seed }: ProofContext, requests: number): Promise<Finding> {
  await startTestServer();
  try {
    const described = readDescription();
    const operations = described.operations.filter(({ route }) => !leftOut.includes(route));
    const planted: Planted = { fault: null };
    const world = await openWorld(undefined, (app) => plantIn(app, planted));
    try {
      const asked = await ask(world, { ...described, operations }, { requests, seed });
      report(asked, operations, progress);
      const missed = await missedPlants(world, described, planted);
      for (const fault of missed) progress(`nobody noticed the planted fault: ${fault}`);
      return {
        n: asked.requests,
        result: {
          requests: asked.requests,
          routes: operations.length,
          routesServed: asked.served.size,
          unknownKeysSent: asked.unknownKeys,
          ...asked.counts,
          faultsPlanted: plants.length,
          faultsFound: plants.length - missed.length,
        },
        worst: [...asked.faults.values()][0]?.first ?? 'none',
        pass: asked.faults.size === 0 && missed.length === 0,
      };
    } finally {
      await world.close();
    }
  } finally {
    await stopTestServer();
  }
}

function report(asked: Asked, operations: readonly Operation[], progress: ProofContext['progress']): void {
  for (const { times, first } of asked.faults.values()) progress(`${times} × ${first}`);
  const never = operations.map(({ route }) => route).filter((route) => !asked.served.has(route));
  if (never.length > 0) progress(`refused every request: ${never.join(', ')}`);
  const statuses = [...asked.statuses].sort(([a], [b]) => a - b);
  progress(`statuses: ${statuses.map((pair) => pair.join(' × ')).join(', ')}`);
  const slowest = [...asked.spent].sort(([, a], [, b]) => b - a).slice(0, 8);
  progress(`most time: ${slowest.map(([route, ms]) => `${route} ${Math.round(ms)} ms`).join(', ')}`);
}

/** So many requests, generated from the description alone but for ids and examples, in turn to every route. */
async function ask(world: World, description: Description, { requests, seed }: Size): Promise<Asked> {
  const source: Source = { random: randomFrom(seed), schemas: description.schemas, ids: idsOf(world) };
  const judge = new Judge(description);
  const people = new People(world);
  const asked: Asked = {
    counts: { failed: 0, undocumentedStatus: 0, outsideSchema: 0, unknownKeyAccepted: 0 },
    faults: new Map(),
    statuses: new Map(),
    served: new Set(),
    spent: new Map(),
    requests: 0,
    unknownKeys: 0,
  };
  const { operations } = description;
  const one = async (place: number): Promise<void> => {
    const operation = operations[place % operations.length] as Operation;
    const round = Math.floor(place / operations.length);
    if (costly.test(operation.route) && round % 8 !== 0) return;
    const actor = actorFor(world, operation, source);
    const kind = chance(source, 0.5) ? 'valid' : pick(source, kinds);
    const made = makeRequest(operation, kind, source, examplesOf(operation, world));
    const answer = await people.send(actor, made);
    note(asked, { made, actor, answer }, judge.faultOf(operation, answer) ?? unknownKeyFault(kind, answer));
  };
  for (let first = 0; first < requests; first += forgetEvery) {
    await forgetTries(world.service.database.owner);
    await inTurns(first, Math.min(first + forgetEvery, requests), one);
  }
  return asked;
}

async function inTurns(first: number, end: number, work: (place: number) => Promise<void>): Promise<void> {
  let next = first;
  const line = async (): Promise<void> => {
    while (next < end) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, line));
}

interface Exchange {
  readonly made: Made;
  readonly actor: Actor;
  readonly answer: Answer;
}

function note(asked: Asked, { made, actor, answer }: Exchange, fault: Fault | null): void {
  const { route } = made.operation;
  asked.statuses.set(answer.status, (asked.statuses.get(answer.status) ?? 0) + 1);
  asked.requests += 1;
  asked.spent.set(route, (asked.spent.get(route) ?? 0) + answer.ms);
  if (answer.status < 400) asked.served.add(route);
  if (made.kind === 'unknown-key') asked.unknownKeys += 1;
  if (!fault) return;
  asked.counts[fault.count] += 1;
  const body = typeof made.body === 'string' ? made.body.slice(0, 300) : '';
  const first = `${route} ${fault.what} (${made.kind}, as ${actor.role}, at ${made.path.slice(0, 200)} ${body})`;
  const key = `${route} ${fault.count} ${answer.status}`;
  const known = asked.faults.get(key) ?? { times: 0, first };
  known.times += 1;
  asked.faults.set(key, known);
}

/** Only the doors may answer a request with a key that is not listed: what lies behind them must not see it. */
function unknownKeyFault(kind: Kind, { status, text }: Answer): Fault | null {
  if (kind !== 'unknown-key' || [400, 401, 403, 413, 415].includes(status)) return null;
  const what = `takes a key that is not listed: ${status} ${text.slice(0, 100)}`;
  return { count: 'unknownKeyAccepted', what };
}

/** Mostly somebody who may; sometimes anybody. */
function actorFor({ actors }: World, { roles }: Operation, source: Source): Actor {
  const may = actors.filter(
    ({ role, user }) => roles.includes(role) || (user !== null && roles.includes('signed-in')),
  );
  return pick(source, may.length > 0 && chance(source, 0.85) ? may : actors);
}

/** Requests of S-01 that name what is the asker's own. */
const examplesOf = ({ route }: Operation, world: World): Request[] =>
  requestsTo(route, world).filter(({ kind }) => kind === 'own');

function idsOf({ own, other }: World): string[] {
  const all = [own, other].flatMap((tenant) => [
    ...[tenant.cluster, tenant.organisation, tenant.importRun, tenant.board, tenant.need],
    ...[tenant.seat, tenant.note, tenant.mailHold, tenant.passkey],
  ]);
  return [...all, '00000000-0000-4000-8000-000000000009'];
}

/** What is wrong with the service on purpose, for as long as it is said here. */
interface Planted {
  fault: 'drops unlisted keys' | 'fails' | null;
}

/** A door that drops what it does not know instead of refusing it, and a route that fails. */
function plantIn(app: NestFastifyApplication, planted: Planted): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', async ({ query, url }) => {
      if (planted.fault === 'drops unlisted keys') delete (query as Record<string, unknown>)['plantedKey'];
      if (planted.fault === 'fails' && url.startsWith(`${plantedPath}?`)) throw new Error('planted');
    });
}

const plantedPath = '/api/v1/organisations';

interface Plant {
  readonly name: string;
  readonly found: Count;
  readonly inService?: Planted['fault'];
  /** the description with something missing that the service does */
  readonly described?: (description: Description) => Description;
}

const plants: readonly Plant[] = [
  { name: 'a key dropped instead of refused', found: 'unknownKeyAccepted', inService: 'drops unlisted keys' },
  { name: 'a route that fails', found: 'failed', inService: 'fails' },
  { name: 'a status left out', found: 'undocumentedStatus', described: withoutStatus },
  { name: 'a property left out', found: 'outsideSchema', described: withoutProperty },
];

function withoutStatus(description: Description): Description {
  const operations = description.operations.map((one) => {
    const answers: (readonly [number, Answered])[] = [...one.answers].filter(([status]) => status !== 200);
    return { ...one, answers: new Map(answers) };
  });
  return { ...description, operations };
}

function withoutProperty(description: Description): Description {
  const schemas = Object.entries(description.schemas).map(([name, schema]) => {
    const { next: _next, ...properties } = schema.properties ?? {};
    return [name, schema.properties ? { ...schema, properties } : schema] as const;
  });
  return { ...description, schemas: Object.fromEntries(schemas) };
}

/** Which of the planted faults a few requests to one route do not show. */
async function missedPlants(world: World, described: Description, planted: Planted): Promise<string[]> {
  const missed: string[] = [];
  const one = described.operations.filter(({ route }) => route === `GET ${plantedPath}`);
  for (const { name, found, inService, described: other } of plants) {
    planted.fault = inService ?? null;
    const description = { ...described, operations: one };
    const { counts } = await ask(world, other?.(description) ?? description, { requests: 120, seed: 1 });
    planted.fault = null;
    if (counts[found] === 0) missed.push(name);
  }
  return missed;
}

export const proof: Proof = {
  id: 'S-09',
  invariant: 'the API only does what it says',
  quick: (context) => proveInterface(context, 2_000),
  full: (context) => proveInterface(context, 200_000),
};
