import pg from 'pg';

import { policyOf, roles, type AccessMatrix } from '../../src/accounts/index.js';
import { accessMatrix } from '../../src/app/access/access-matrix.js';
import { forgetTries } from '../support/forget-tries.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { byName, lookedAtTwice, notRepeated, requestsTo, type Request } from './access/requests.js';
import { openWorld, type Actor, type World } from './access/world.js';
import type { Finding, Proof, ProofContext } from './proof.js';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

/** Somebody got what is not theirs. */
interface Leak {
  readonly route: string;
  readonly what: string;
}

const routes = Object.keys(accessMatrix).filter((route) => !notRepeated.includes(route));

/** Longest difference in the middle between another tenant's id and an unknown one, in milliseconds. */
const telltaleMs = 5;

async function proveAccess({ progress }: ProofContext, rounds: number): Promise<Finding> {
  await startTestServer();
  try {
    const honest = await openWorld();
    let sound: Awaited<ReturnType<typeof askEverything>>;
    let timing: Awaited<ReturnType<typeof compareTimes>>;
    let holes: Holes;
    try {
      sound = await askEverything(honest, routes);
      progress(
        `${sound.requests} requests, ${sound.leaks.length} leaks, ${sound.throttled.length} asked too often`,
      );
      for (const route of sound.throttled) progress(`${route} was asked too often to be looked at`);
      for (const { route, what } of sound.leaks) progress(`${route}: ${what}`);
      timing = await compareTimes(honest, rounds);
      holes = await plantInDatabase(honest);
    } finally {
      await honest.close();
    }
    const guard = await plantInMatrix();
    const planted = holes.planted + guard.planted;
    const missed = [...holes.missed, ...guard.missed];
    for (const { route, what } of timing.differing) progress(`${route}: ${what}`);
    for (const line of missed) progress(line);
    const worst = sound.leaks[0] ?? timing.differing[0];
    return {
      n: sound.requests + timing.requests,
      result: {
        routes: routes.length,
        roles: honest.actors.length,
        requests: sound.requests,
        leaks: sound.leaks.length,
        askedTooOften: sound.throttled.length,
        heldTwice: lookedAtTwice.length,
        holesPlanted: planted,
        holesFound: planted - missed.length,
        answersThatDiffer: timing.differing.length,
        timeDifferenceP50Ms: timing.worstMs,
      },
      worst: worst ? `${worst.route}: ${worst.what}` : (missed[0] ?? 'none'),
      pass:
        sound.leaks.length + sound.throttled.length + timing.differing.length === 0 &&
        missed.length === 0 &&
        timing.worstMs < telltaleMs &&
        sound.requests > 0,
    };
  } finally {
    await stopTestServer();
  }
}

async function send(
  { service }: World,
  request: Request,
  token: string | null,
  key?: string,
): Promise<Answer> {
  const started = performance.now();
  const response = await fetch(`${service.address}${request.path}`, {
    method: request.method,
    redirect: 'manual',
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(token === null ? {} : { cookie: `sid=${token}` }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, text: bytes.toString('latin1'), ms: performance.now() - started };
}

/** Every request as everybody. Requests about sessions come with one of their own: some end it. */
async function askEverything(world: World, asked: readonly string[]): Promise<Asked> {
  const requests = [...asked.flatMap((route) => requestsTo(route, world)), ...byName(world)];
  const leaks: Leak[] = [];
  const throttled: string[] = [];
  let count = 0;
  for (const actor of world.actors) {
    const usual = actor.user === null ? null : await world.signIn(actor.user);
    for (const request of requests) {
      if (!asked.includes(request.route)) continue;
      const ends = /\/(sessions|me)/.test(request.route) && actor.user !== null;
      const session = ends ? await world.signIn(actor.user) : usual;
      const answer = await ask(world, request, { token: session?.token ?? null, key: actor.key });
      if (answer.status === tooMany) throttled.push(`${actor.role}: ${request.path}`);
      else count += 1;
      leaks.push(...leaksOf(world, actor, request, answer));
    }
  }
  return { requests: count, leaks, throttled };
}

interface Asked {
  /** that were answered by what they asked for; one that was asked too often was not looked at and does not count */
  readonly requests: number;
  readonly leaks: Leak[];
  readonly throttled: string[];
}

const tooMany = 429;

/**
 * Sends it; where the answer is that there were too many, what was counted is forgotten and it is sent again: a limit
 * answers in the place of the guard, or of what stands behind it, and would hide either.
 */
async function ask(
  world: World,
  request: Request,
  { token, key }: { token: string | null; key?: string | undefined },
): Promise<Answer> {
  const answer = await send(world, request, token, key);
  if (answer.status !== tooMany) return answer;
  await forgetTries(world.service.database.owner);
  return send(world, request, token, key);
}

function leaksOf(world: World, { role }: Actor, request: Request, { status, text }: Answer): Leak[] {
  const { route, path, asked } = request;
  const leak = (what: string): Leak => ({ route, what: `${role} ${what} at ${path} (${status})` });
  if (status === tooMany) return [];
  if (!mayAsk(role, route)) return turnedAway.test(text) ? [] : [leak('is served')];
  if (status === 500) return [leak('sees it fail')];
  const said = text.replaceAll(asked, '').replaceAll(encodeURIComponent(asked), '');
  const seesAll = role === 'operator';
  const seesOwn =
    ['member', 'editor', 'committer', 'officer', 'manager'].includes(role) || role.startsWith('program-');
  return [
    ...(said.includes(world.other.canary) && !seesAll && !repeatsSearch(request, world.other.canary)
      ? [leak('reads what is the other cluster’s')]
      : []),
    ...(said.includes(world.own.canary) && !seesAll && !seesOwn && !repeatsSearch(request, world.own.canary)
      ? [leak('reads what is a cluster’s')]
      : []),
  ];
}

const mayAsk = (role: string, route: string): boolean =>
  policyOf(accessMatrix, route)?.roles.some((one) => held(role).includes(one)) ?? false;

/** What the guard says; what a route itself refuses was let in. */
const turnedAway = /"code":"accounts\.(sign-in-needed|not-allowed)"/;

const repeatsSearch = ({ path }: Request, canary: string): boolean =>
  path.includes(`search=${canary}`) || path.includes(encodeURIComponent(`${canary} Srl`));

/** As the service sees them: everybody with an account is signed in, editors are members, committers both. */
function held(role: string): string[] {
  if (role === 'anonymous' || role.startsWith('program-')) return [role];
  const includes: Record<string, string[]> = { editor: ['member'], committer: ['editor', 'member'] };
  return ['signed-in', role, ...(includes[role] ?? [])];
}

/** Another tenant's id and an unknown one: the same answer, in the same time. */
async function compareTimes(
  world: World,
  rounds: number,
): Promise<{ requests: number; differing: Leak[]; worstMs: number }> {
  const officer = world.actors.find(({ role }) => role === 'officer');
  const { token } = await world.signIn(officer?.user ?? '');
  const differing: Leak[] = [];
  let [requests, worstMs] = [0, 0];
  const compared = [
    'GET /api/v1/imports/:id',
    'GET /api/v1/imports/:id/rows',
    'GET /api/v1/organisations/:reference',
  ];
  for (const route of [
    ...compared,
    'DELETE /api/v1/sessions/:id',
    'PATCH /api/v1/me/passkeys/:id',
    'DELETE /api/v1/api-keys/:id',
    'GET /api/v1/consortia/:id',
    'PATCH /api/v1/consortia/:id/needs/:need',
    'DELETE /api/v1/consortia/:id/seats/:seat',
    'DELETE /api/v1/mail/holds/:id',
    'DELETE /api/v1/organisations/:reference/notes/:note',
  ]) {
    const pick = (kind: string): Request => requestsTo(route, world).find((one) => one.kind === kind)!;
    const [foreign, unknown] = [pick('other'), pick('unknown')];
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      for (const [place, request] of [foreign, unknown].entries()) {
        const answer = await send(world, request, token);
        requests += 1;
        times[place]?.push(answer.ms);
        if (round > 0) continue;
        if (answer.status !== 404)
          differing.push({ route, what: `${request.kind} id answers ${answer.status}` });
      }
    }
    const bodies = await Promise.all(
      [foreign, unknown].map(async (one) => plain(await send(world, one, token), one)),
    );
    if (bodies[0] !== bodies[1])
      differing.push({ route, what: 'another tenant’s id answers otherwise than an unknown one' });
    worstMs = Math.max(worstMs, Math.abs(middle(times[0]) - middle(times[1])));
  }
  return { requests, differing, worstMs: Math.round(worstMs * 100) / 100 };
}

const plain = ({ text }: Answer, { asked }: Request): string =>
  text.replaceAll(asked, '…').replace(/"correlationId":"[^"]*"/, '');

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** What was planted, and what of it nobody noticed. */
interface Holes {
  readonly planted: number;
  readonly missed: readonly string[];
}

/** Tables left open, one set after the other: each must show in some answer. */
const openTables = [
  ['evidence'],
  ['organisation', 'organisation_record'],
  ['organisation_record'],
  ['import_run'],
  ['import_run', 'import_row'],
  ['consortium'],
  ['mail_hold'],
];

/** Where rows of those tables show. */
const listsAndRows = routes.filter((route) =>
  /^GET .*(organisations(\/:reference)?|imports.*|consortia|mail\/holds)$/.test(route),
);

async function plantInDatabase(world: World): Promise<Holes> {
  const client = new pg.Client(world.service.database.owner);
  await client.connect();
  const officers = { ...world, actors: world.actors.filter(({ role }) => role === 'officer') };
  const missed: string[] = [];
  try {
    for (const tables of openTables) {
      for (const table of tables) await client.query(`alter table ${table} disable row level security`);
      const { leaks } = await askEverything(officers, listsAndRows);
      if (leaks.length === 0) missed.push(`nobody noticed that ${tables.join(' and ')} stood open`);
      for (const table of tables) await client.query(`alter table ${table} enable row level security`);
    }
    return { planted: openTables.length, missed };
  } finally {
    await client.end();
  }
}

/** A matrix that lets everybody in everywhere: each route that it keeps closed must be noticed, or hold by itself. */
async function plantInMatrix(): Promise<Holes> {
  const closed = routes.filter((route) => !accessMatrix[route]?.roles.includes('anonymous'));
  const open: AccessMatrix = Object.fromEntries(
    Object.entries(accessMatrix).map(([route, policy]) => [route, { ...policy, roles }]),
  );
  const world = await openWorld(open);
  const missed: string[] = [];
  try {
    for (const route of closed) {
      const [request] = requestsTo(route, world);
      if (!request) continue;
      const through = await whoGetsThrough(world, request, missed);
      const twice = lookedAtTwice.includes(route);
      if (through === null && !twice) missed.push(`nobody noticed that ${route} stood open`);
      if (through !== null && twice) missed.push(`${route} does not look again: ${through} gets through`);
    }
    return { planted: closed.length, missed };
  } finally {
    await world.close();
  }
}

/** The first of those who may not ask for it that is let in; null where the route itself turns each of them away. */
async function whoGetsThrough(world: World, request: Request, missed: string[]): Promise<string | null> {
  for (const actor of world.actors.filter(({ role }) => !mayAsk(role, request.route))) {
    const session = actor.user === null ? null : await world.signIn(actor.user);
    const answer = await ask(world, request, { token: session?.token ?? null, key: actor.key });
    if (answer.status === 500 && actor.user === null) missed.push(`${request.route} fails where nobody asks`);
    if (leaksOf(world, actor, request, answer).length > 0) return actor.role;
  }
  return null;
}

export const proof: Proof = {
  id: 'S-01',
  invariant: 'no cross-tenant access',
  quick: (context) => proveAccess(context, 40),
  full: (context) => proveAccess(context, 400),
};
