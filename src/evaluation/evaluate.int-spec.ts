import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { openThrowAwayDatabase } from '../platform/embedded/throw-away-database.js';
import { baselineNames } from './baselines/baseline.js';
import { evaluate } from './evaluate.js';
import type { EvaluationRequest } from './evaluation.js';

const projectRows = [
  'id,title,objective,keywords,startDate,topic,fundingScheme,legalBasis',
  '101000001,Offshore wind blades,Recycling of offshore wind turbine blades,wind;blades,2022-01-01,T-1,HORIZON-IA,HORIZON.2.5',
  '101000002,Dairy herds,Feeding dairy cattle with seaweed,dairy;cattle,2022-05-01,T-2,HORIZON-RIA,HORIZON.2.6',
  '101000003,Blade repair,Robots repair wind turbine blades,robots;wind,2023-05-01,T-3,HORIZON-IA,HORIZON.2.5',
  '101000009,New wind blades,Circular wind turbine blades made of thermoplastics,wind,2024-05-01,T-9,HORIZON-IA,HORIZON.2.5',
];
const partners: Readonly<Record<string, string>> = {
  '101000001': 'ABC',
  '101000002': 'DEFG',
  '101000003': 'BCD',
  '101000009': 'GABCX',
};
const organisationRows = [
  'projectID,organisationID,name,activityType,SME,country,nutsCode,role',
  ...Object.entries(partners).flatMap(([project, letters]) =>
    [...letters].map((letter, at) =>
      [
        project,
        String(900000000 + letter.charCodeAt(0)),
        `Org ${letter}`,
        at === 0 ? 'HES' : 'PRC',
        at === 0 ? 'false' : 'true',
        'EL',
        'EL30',
        at === 0 ? 'coordinator' : 'participant',
      ].join(','),
    ),
  ),
];

describe('an evaluation from files', () => {
  let folder: string;
  let request: EvaluationRequest;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-evaluate-'));
    await writeFile(join(folder, 'project.csv'), projectRows.join('\n'));
    await writeFile(join(folder, 'organization.csv.gz'), gzipSync(organisationRows.join('\n')));
    const call = { topicId: 'T-9', title: 'Wind blades', expectedOutcome: 'Blades are recycled.', scope: '' };
    await writeFile(join(folder, 'calls.jsonl'), `${JSON.stringify(call)}\n`);
    request = {
      cordis: folder,
      cut: '2024-01-01',
      until: null,
      calls: join(folder, 'calls.jsonl'),
      tasks: ['idea', 'idea+coordinator', 'half', 'call', 'cold', 'calls'],
      slices: true,
      baselines: baselineNames.filter((name) => name !== 'ts_rank'),
    };
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('finds the partners of a consortium among all organisations, by files plain or gzipped', async () => {
    const found = await evaluate(request, () => 0);
    expect(found).toMatchObject({ trainProjects: 3, pool: 7, seconds: 0 });
    // targets A, B and C; the wind projects' partners come first, the coordinator G is not ranked
    expect(found.tasks.idea).toMatchObject({ queries: 1, 'nDCG@10': 1, 'recall@10': 1, MRR: 1 });
    expect(found.tasks.call).toMatchObject({ queries: 1, 'recall@10': 1 });
    expect(found.tasks.calls?.queries).toBe(4);
    expect(found.tasks.idea?.slices?.intervals.MRR).toEqual({ low: 1, high: 1 });
    // B, C and D have two projects, A one: B 1st, C 2nd, A 4th
    const ideal = 1 + 1 / Math.log2(3) + 1 / 2;
    expect(found.baselines.popularity?.['nDCG@10']).toBeCloseTo(
      (1 + 1 / Math.log2(3) + 1 / Math.log2(5)) / ideal,
      9,
    );
  });

  it('compares with what others would have found', async () => {
    const one = { ...request, tasks: [], database: openThrowAwayDatabase };
    const { baselines } = await evaluate({ ...one, baselines: ['walk', 'minisearch', 'ts_rank'] }, () => 0);
    // G is in no train project: with A and B given, C is met through B
    expect(baselines.walk?.half).toMatchObject({ queries: 1, 'recall@10': 1 });
    expect(baselines.walk).not.toHaveProperty('queries');
    // whoever searches for wind blades finds the wind projects' partners
    expect(baselines.minisearch).toMatchObject({ queries: 1, 'recall@10': 1, MRR: 1, call: { queries: 1 } });
    expect(baselines.ts_rank).toMatchObject({ queries: 1, 'recall@10': 1, MRR: 1, call: { queries: 1 } });
    expect(baselines.ts_rank?.half).toMatchObject({ 'recall@10': 1 });
  });

  it('asks for a database where one is needed', async () => {
    await expect(evaluate({ ...request, tasks: [], baselines: ['ts_rank'] }, () => 0)).rejects.toMatchObject({
      code: 'evaluation.no-database',
    });
  });

  it('is the same byte for byte when run again', async () => {
    const once = JSON.stringify(await evaluate(request, () => 0));
    expect(JSON.stringify(await evaluate(request, () => 0))).toBe(once);
  });

  it('says which table is missing', async () => {
    await expect(
      evaluate({ ...request, cordis: join(folder, 'calls.jsonl') }, () => 0),
    ).rejects.toMatchObject({
      code: 'ingest.cordis-table-missing',
    });
  });
});
