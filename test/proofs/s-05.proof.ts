import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';

import { ClusterReadModel } from '../../src/accounts/index.js';
import { DemoPeople, demoPassword } from '../../src/app/demo/demo-people.js';
import { serviceMetrics } from '../../src/app/service-metrics.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { StderrLogger } from '../../src/platform/logging/stderr-logger.js';
import { JobRegistry } from '../../src/platform/queue/index.js';
import type { Metrics } from '../../src/platform/metrics/metrics.js';
import { count, note } from '../faults/queue-work.js';
import { HttpClient } from '../support/http-client.js';
import { openHttpService, type HttpService } from '../support/http-service.js';
import { forgetTries } from '../support/forget-tries.js';
import { mailerTo, mailServer } from '../support/mail-server.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis-server.js';
import { tellCluster } from '../support/told-to-cluster.js';
import { canary, throughEveryDoor, type Canary, type Doors, type Said } from './canaries/doors.js';
import { databasePlaces, watchOutput, watchRedis, type Places } from './canaries/places.js';
import type { Finding, Proof, ProofContext } from './proof.js';

/** Tables that are away for the last canary: what fails says nothing of whom it failed for. */
const takenAway = ['contact', 'suggestion_feedback', 'member_note', 'mail_hold'];

interface Scanned {
  readonly places: Places;
  readonly said: readonly Said[];
  readonly canaries: readonly Canary[];
  readonly secrets: readonly string[];
}

interface Result {
  readonly hits: readonly string[];
  readonly searched: number;
  readonly requests: number;
  readonly served: number;
  readonly failures: number;
  readonly planted: number;
  readonly found: number;
}

async function proveNoTraces({ progress }: ProofContext, people: number): Promise<Finding> {
  await startTestServer();
  try {
    const results: Result[] = [];
    for (const store of hasRedis ? (['postgres', 'redis'] as const) : (['postgres'] as const)) {
      const result = await searchOn(store, people);
      progress(`queue on ${store}: ${result.requests} requests, ${result.searched} texts searched`);
      for (const hit of new Set(result.hits)) progress(hit);
      results.push(result);
    }
    const sum = (of: (one: Result) => number): number => results.reduce((all, one) => all + of(one), 0);
    const hits = results.flatMap((one) => one.hits);
    return {
      n: people * results.length,
      result: {
        stores: results.length,
        requests: sum((one) => one.requests),
        requestsServed: sum((one) => one.served),
        failuresProvoked: sum((one) => one.failures),
        textsSearched: sum((one) => one.searched),
        hits: hits.length,
        leaksPlanted: sum((one) => one.planted),
        leaksFound: sum((one) => one.found),
      },
      worst: hits[0] ?? 'none',
      pass:
        hits.length === 0 &&
        results.every((one) => one.found === one.planted && one.failures > 0 && one.searched > 0),
    };
  } finally {
    await stopTestServer();
  }
}

async function searchOn(store: 'postgres' | 'redis', people: number): Promise<Result> {
  const redis = store === 'redis' ? await startRedis() : null;
  const sent = redis ? await watchRedis(redis.client) : null;
  const output = watchOutput();
  try {
    return await withService(redis, async (service, doors, metrics) => {
      const canaries = Array.from({ length: people }, (_none, place) => canary(place));
      const said: Said[] = [];
      const secrets: string[] = [];
      for (const one of canaries) {
        await forgetTries(service.database.owner);
        const done = await throughEveryDoor(doors, one);
        said.push(...done.said);
        secrets.push(...done.secrets);
      }
      const broken = canary(people);
      said.push(...(await withoutTables(service, () => askWhatFails(doors, broken))));
      const look = async (): Promise<Scanned> => {
        const places = await databasePlaces(service, await clustersOf(service));
        places.set('output', [...output.lines]);
        places.set('metrics', [await metrics.text()]);
        if (sent) places.set('redis', [...sent.lines]);
        return { places, said: [...said], canaries: [...canaries, broken], secrets };
      };
      const scanned = await look();
      const { plants, planted } = await plantLeaks(service, doors, { redis, canary: canaries[0] as Canary });
      said.push(planted);
      const after = hitsIn(await look());
      const found = plants.filter((place) => after.some((hit) => hit.startsWith(`${place}:`)));
      return {
        hits: hitsIn(scanned),
        searched: [...scanned.places.values()].reduce(
          (all, texts) => all + texts.length,
          scanned.said.length,
        ),
        requests: scanned.said.length,
        served: scanned.said.filter(({ status }) => status < 300).length,
        failures: scanned.said.filter(({ status }) => status >= 500).length,
        planted: plants.length,
        found: found.length,
      };
    });
  } finally {
    output.stop();
    sent?.stop();
    await redis?.close();
  }
}

/** Which place holds a part of whom: `outbox: a name`. */
function hitsIn({ places, said, canaries, secrets }: Scanned): string[] {
  const words = canaries.flatMap(({ word, phone }) => [word, phone.replace(/\D/g, '').slice(2)]);
  const wanted = new RegExp([...words, ...secrets].join('|'), 'gi');
  const inPlaces = [...places].flatMap(([place, texts]) =>
    texts.flatMap((text) =>
      (text.match(wanted) ?? []).map((hit) => `${place}: ${hit} in ${text.slice(0, 300)}`),
    ),
  );
  const inAnswers = said
    .filter(({ status }) => status >= 400)
    .flatMap(({ sent, text }) =>
      (text.match(wanted) ?? [])
        .filter((hit) => !sent.toLowerCase().includes(hit.toLowerCase()))
        .map((hit) => `error: ${hit} in ${text.slice(0, 300)}`),
    );
  return [...inPlaces, ...inAnswers];
}

async function withService<T>(
  redis: TestRedis | null,
  work: (service: HttpService, doors: Doors, metrics: Metrics) => Promise<T>,
): Promise<T> {
  const mail = await mailServer();
  let metrics: Metrics | undefined;
  const service = await openHttpService({
    demo: true,
    work: true,
    platform: { mailer: mailerTo(mail.url) },
    ...(redis ? { redisUrl: redis.url } : {}),
    arrange: (app) => {
      metrics = serviceMetrics(app);
      metrics.watchRequests(app.getHttpAdapter().getInstance());
      app.useLogger(new StderrLogger('debug'));
      plantAnswer(app);
      handleOthersJobs(app);
    },
  }).catch(async (error: unknown) => {
    await mail.close();
    throw error;
  });
  try {
    await service.app.get(DemoPeople).ensure();
    const officer = new HttpClient(service.address);
    await officer.post('/api/v1/sessions', { email: 'officer@afil.example', password: demoPassword });
    const told = { cluster: 'afil', text: 'Battery modules.', invented: false };
    const organisation = await tellCluster(service.app, { ...told, name: 'Officine Prova Srl' });
    const other = await tellCluster(service.app, { ...told, name: 'Officine Altrove Srl' });
    const doors = { address: service.address, mail, officer, organisation, other };
    return await work(service, doors, metrics as Metrics);
  } finally {
    await service.close();
    await mail.close();
  }
}

/** Proofs of the queue declare jobs of their own in this process, and every declared job needs a handler. */
function handleOthersJobs(app: NestFastifyApplication): void {
  const nothing = async (): Promise<void> => undefined;
  app.get(JobRegistry).handleUnits(count, { handle: nothing }).handle(note, nothing);
}

async function clustersOf({ app, database }: HttpService): Promise<string[]> {
  const all = await database.unitOfWork.run(systemScope(), (unit) => app.get(ClusterReadModel).all(unit));
  return all.map(({ id }) => id);
}

async function withoutTables(service: HttpService, work: () => Promise<Said[]>): Promise<Said[]> {
  const owner = new pg.Client(service.database.owner);
  await owner.connect();
  const rename = async (from: string, to: string): Promise<void> => {
    for (const table of takenAway) await owner.query(`alter table ${from}${table} rename to ${to}${table}`);
  };
  try {
    await rename('', 'away_');
    return await work();
  } finally {
    await rename('away_', '');
    await owner.end();
  }
}

/** Requests that cannot go well while those tables are away. */
async function askWhatFails({ officer, organisation }: Doors, { name, email }: Canary): Promise<Said[]> {
  const note = `/api/v1/organisations/${organisation}/notes/${crypto.randomUUID()}`;
  const feedback = `/api/v1/organisations/${organisation}/opportunities/HORIZON-CL4-2027-01-MAT-PROD-03/feedback`;
  const asked = [
    ['POST', '/api/v1/invitations', { organisation, name, email }],
    ['PUT', note, { text: `${name} calls` }],
    ['PUT', feedback, { verdict: 'not-for-us', note: name }],
    ['POST', '/api/v1/mail/holds', { organisation, reason: name }],
  ] as const;
  const said: Said[] = [];
  for (const [method, path, body] of asked) {
    const { status, text } = await officer.send(method, path, body);
    said.push({ sent: JSON.stringify(body), status, text });
  }
  return said;
}

const plantedRefusal: { says: string | null } = { says: null };

function plantAnswer(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (_request, _reply, payload: unknown) =>
      plantedRefusal.says === null ? payload : JSON.stringify({ detail: plantedRefusal.says }),
    );
}

/** Leaks in each place by hand. @returns the places that must show it, and the answer that leaks */
async function plantLeaks(
  service: HttpService,
  { officer }: Doors,
  { redis, canary: { name } }: { redis: TestRedis | null; canary: Canary },
): Promise<{ plants: string[]; planted: Said }> {
  await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
    manager.query(`insert into throttle (key, hits, ends_at) values ($1, 1, now())`, [name]),
  );
  new Logger('proof').warn(`could not write to ${name}`);
  await redis?.client.set('planted', name);
  await redis?.client.ping();
  plantedRefusal.says = `no room for ${name}`;
  const { status, text } = await officer.get('/api/v1/score-runs/nobody');
  plantedRefusal.says = null;
  const plants = ['throttle', 'output', 'error', ...(redis ? ['redis'] : [])];
  return { plants, planted: { sent: '', status, text } };
}

export const proof: Proof = {
  id: 'S-05',
  invariant: 'no personal data where it must not be',
  quick: (context) => proveNoTraces(context, 2),
  full: (context) => proveNoTraces(context, 100),
};
