import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import pg from 'pg';

import { scoreAll } from '../../../test/support/score-all.js';
import { openDemonstration } from '../../../test/support/wired-service.js';
import { ClusterReadModel, IdentifyCaller } from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { EndpointVectors, TextVectors } from './text-vectors.js';
import { BuildSnapshot } from '../snapshots/build-snapshot.js';
import { RecomputeRun } from '../runs/recompute-run.js';
import { SuggestPartners } from '../suggestions/suggest-partners.js';

const now = new Date('2026-11-22T09:00:00Z');
const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';
const idea = 'We take battery packs apart with robots and want to sort the cells';

/** A provider of our own: how often each letter stands in a text, as a direction. */
const letters = (text: string): number[] =>
  Array.from({ length: 26 }, (_, at) => text.toLowerCase().split(String.fromCharCode(97 + at)).length - 1);

type Answer = (texts: readonly string[], response: ServerResponse) => void;
const vectorsOf: Answer = (texts, response) =>
  void response.end(
    JSON.stringify({ data: texts.map((text, index) => ({ index, embedding: letters(text) })) }),
  );
const refuses: Answer = (_, response) => void response.writeHead(500).end();
const neverAnswers: Answer = () => undefined;

describe('lists with a provider of vectors', () => {
  let server: Server;
  let url: string;
  let answer: Answer;
  let asked: number;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { input } = JSON.parse(Buffer.concat(chunks).toString()) as { input: string[] };
        asked += input.length;
        answer(input, response);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/embeddings`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    answer = vectorsOf;
    asked = 0;
  });

  const provider = (): TextVectors => new EndpointVectors({ url, model: 'letters', key: null });

  async function opened(vectors: TextVectors) {
    const { app, database, close } = await openDemonstration(now, { work: true, vectors });
    const clusters = (
      await app.get(UnitOfWork).run(systemScope(), (unit) => app.get(ClusterReadModel).all(unit))
    ).map(({ id }) => id as string);
    const wanted = {
      seeds: [],
      role: null,
      countries: [],
      regions: [],
      types: [],
      sme: null,
      asOf: now,
      limit: 20,
    };
    const { scope } = await app.get(IdentifyCaller).identify({ session: undefined });
    return {
      app,
      database,
      clusters,
      forTopic: () => app.get(SuggestPartners).forOpportunity(scope, topic, wanted),
      forIdea: () => app.get(SuggestPartners).forText(scope, idea, wanted),
      close,
    };
  }

  it('have its say in scores and reasons, stored as live, and recompute byte for byte', async () => {
    const service = await opened(provider());
    try {
      const live = await service.forTopic();
      const reasons = live.suggestions.flatMap((suggestion) => suggestion.reasons);
      expect(reasons.map(({ signal }) => signal)).toContain('meaning');
      for (const { score, reasons: parts } of live.suggestions)
        expect(Math.abs(parts.reduce((sum, { contribution }) => sum + contribution, 0) - score)).toBeLessThan(
          1e-6,
        );

      const run = await scoreAll(service.app, now);
      const stored = await service.forTopic();
      expect(stored.run).toBe(run);
      const scores = ({ suggestions }: typeof stored) =>
        suggestions.map(({ organisation, score }) => [organisation.id, score]);
      expect(scores(stored)).toEqual(scores(live));
      expect(
        (await service.app.get(RecomputeRun).recompute(run, service.clusters, null)).differences,
      ).toEqual([]);

      asked = 0;
      const idea = await service.forIdea();
      expect(asked).toBe(1);
      expect(idea.suggestions.flatMap(({ reasons: parts }) => parts.map(({ signal }) => signal))).toContain(
        'meaning',
      );

      // what did not change is not sent again
      await service.database.unitOfWork.run(systemScope(service.clusters), ({ manager }) =>
        manager.query(`update evidence set text = text || ' zzz', version = version + 1
          where id = (select id from evidence order by id limit 1)`),
      );
      asked = 0;
      await service.app.get(BuildSnapshot).run();
      expect(asked).toBeGreaterThan(0);
      expect(asked).toBeLessThan(5);
    } finally {
      await service.close();
    }
  });

  it('are what they are without one where it refuses or never answers, and are made anew an hour later', async () => {
    const plain = await opened(new TextVectors());
    const limits = { timeoutMs: 100, restMs: 0 };
    const beside = await opened(new EndpointVectors({ url, model: 'letters', key: null }, limits));
    const client = new pg.Client(beside.database.owner);
    await client.connect();
    try {
      for (const fault of [refuses, neverAnswers]) {
        answer = fault;
        for (const list of ['forTopic', 'forIdea'] as const) {
          const told = async (service: typeof plain) =>
            (await service[list]()).suggestions.map(({ organisation, score }) => [organisation.name, score]);
          expect(await told(beside)).toEqual(await told(plain));
        }
      }
      answer = vectorsOf;
      const unfinished = async (): Promise<number> =>
        (await beside.app.get(BuildSnapshot).run()).filter(({ fingerprint }) =>
          fingerprint.endsWith('|unfinished'),
        ).length;
      expect(await unfinished()).toBeGreaterThan(0);
      await client.query(`update snapshot_segment set built_at = built_at - interval '2 hours'`);
      expect(await unfinished()).toBe(0);
      const signals = (await beside.forTopic()).suggestions.flatMap(({ reasons }) =>
        reasons.map(({ signal }) => signal),
      );
      expect(signals).toContain('meaning');
    } finally {
      await client.end();
      await beside.close();
      await plain.close();
    }
  });
});
