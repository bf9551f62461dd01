import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { evaluate, type Evaluation } from '../../src/evaluation/index.js';

const data = resolve(process.env.TESSERA_SHARED ?? '../shared', 'data');
const cordis = resolve(data, 'cordis-horizon-europe');
const calls = resolve(data, 'funding-tenders-portal/work-programme-topics.jsonl.gz');
const there = existsSync(cordis) && existsSync(calls);
if (!there) console.log('quality floor: skipped, the open data are not there (TESSERA_SHARED)');

/** A sample of the window of docs/evaluation.md: what it reached when written down, less what a sample may waver. */
(there ? describe : describe.skip)('the quality of the ranking, on every sixteenth query', () => {
  let found: Evaluation;

  beforeAll(async () => {
    found = await evaluate(
      {
        cordis,
        cut: '2024-09-01',
        until: '2025-06-01',
        calls,
        tasks: ['idea', 'idea+coordinator', 'half', 'cold', 'calls'],
        slices: false,
        baselines: [],
        every: 16,
      },
      () => 0,
    );
  }, 600_000);

  it('is read from the whole window', () => {
    expect(found).toMatchObject({ trainProjects: 11_620, pool: 23_835 });
    expect(found.tasks.idea?.queries).toBe(69);
  });

  it.each([
    ['idea', 'nDCG@20', 0.165],
    ['idea', 'recall@100', 0.385],
    ['idea+coordinator', 'nDCG@20', 0.19],
    ['idea+coordinator', 'recall@100', 0.44],
    ['half', 'nDCG@20', 0.172],
    ['half', 'recall@50', 0.365],
    ['cold', 'maskedRecall@100', 0.12],
    ['cold', 'othersRecall@100', 0.41],
    ['calls', 'nDCG@10', 0.19],
  ] as const)('%s keeps %s above %d', (task, metric, least) => {
    expect(found.tasks[task]?.[metric]).toBeGreaterThanOrEqual(least);
  });
});
