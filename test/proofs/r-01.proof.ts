import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';
import { end, Installation } from './score-run/installation.js';

/** evidence is judged as of one day, so that every run is of the same input */
const asOf = '2026-11-01';
/** the same unit must not be killed so often that it is parked as poison */
const killsPerRun = 2;
/** longest delay between seeing a unit held and killing its worker */
const killWithinMs = 60;
/** a run that has not ended by then has lost work */
const longestRunMs = 240_000;

interface RunOutcome {
  readonly kills: number;
  readonly units: number;
  readonly undone: number;
  readonly mostStarts: number;
  readonly seconds: number;
  /** a hash over all match lists of the run */
  readonly lists: string;
}

/** Score runs of the demonstration set whose workers are killed while they hold units, against one left alone. */
async function proveSurvival({ seed, progress }: ProofContext, kills: number): Promise<Finding> {
  const random = randomFrom(seed);
  const installation = new Installation();
  await installation.open();
  const client = await installation.connect();
  try {
    const calm = await scoreRun(installation, client, 0, random);
    progress(`undisturbed: ${calm.units} units, ${calm.seconds} s`);
    const disturbed: RunOutcome[] = [];
    for (let left = kills; left > 0; left -= killsPerRun) {
      const run = await scoreRun(installation, client, Math.min(left, killsPerRun), random);
      progress(`${run.kills} kills: ${run.units} units, ${run.undone} undone, ${run.seconds} s`);
      disturbed.push(run);
    }
    return finding(calm, disturbed, kills);
  } finally {
    await client.end();
    await installation.close();
  }
}

function finding(calm: RunOutcome, disturbed: readonly RunOutcome[], planned: number): Finding {
  const killed = disturbed.reduce((sum, { kills }) => sum + kills, 0);
  const lost = disturbed.reduce((sum, { undone }) => sum + undone, 0);
  const different = disturbed.filter(({ lists }) => lists !== calm.lists).length;
  const slowest = Math.max(...disturbed.map(({ seconds }) => seconds));
  return {
    n: killed,
    result: {
      runs: disturbed.length,
      unitsPerRun: calm.units,
      lost,
      runsThatDiffer: different,
      mostStartsOfAUnit: Math.max(...disturbed.map(({ mostStarts }) => mostStarts)),
      secondsUndisturbed: calm.seconds,
      secondsSlowest: slowest,
    },
    worst: `a run took ${slowest} s with ${killsPerRun} kills, ${calm.seconds} s without`,
    pass: killed === planned && lost === 0 && different === 0 && calm.units > 0 && calm.undone === 0,
  };
}

async function scoreRun(
  installation: Installation,
  client: pg.Client,
  kills: number,
  random: () => number,
): Promise<RunOutcome> {
  const startedAt = performance.now();
  const { id } = JSON.parse(await installation.command('score', '--as-of', asOf, '--json')) as { id: string };
  let worker: ChildProcess = await installation.startWorker();
  let killed = 0;
  try {
    while (!(await hasEnded(client, id))) {
      if (performance.now() - startedAt > longestRunMs)
        throw new Error(`run ${id} did not end after ${killed} kills`);
      await pause(20);
      if (killed === kills || (await heldUnits(client, id)) === 0) continue;
      await pause(random() * killWithinMs);
      await end(worker, 'SIGKILL');
      // the kill counts where it took a unit from its worker
      if ((await heldUnits(client, id)) > 0) killed += 1;
      worker = await installation.startWorker();
    }
  } finally {
    await end(worker, 'SIGTERM');
  }
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  return { kills: killed, seconds, ...(await unitsOf(client, id)), lists: await listsOf(client, id) };
}

async function hasEnded(client: pg.Client, runId: string): Promise<boolean> {
  const found = await client.query('select 1 from score_run where id = $1 and finished_at is not null', [
    runId,
  ]);
  return found.rowCount === 1;
}

async function heldUnits(client: pg.Client, runId: string): Promise<number> {
  const found = await client.query(`select 1 from work_unit where run_id = $1 and state = 'leased'`, [runId]);
  return found.rowCount ?? 0;
}

async function unitsOf(
  client: pg.Client,
  runId: string,
): Promise<Pick<RunOutcome, 'units' | 'undone' | 'mostStarts'>> {
  const found = await client.query<{ units: number; undone: number; most: number }>(
    `select count(*)::int as units, count(*) filter (where state <> 'done')::int as undone, max(starts) as most
     from work_unit where run_id = $1`,
    [runId],
  );
  const { units = 0, undone = 0, most = 0 } = found.rows[0] ?? {};
  return { units, undone, mostStarts: most };
}

/** One hash over what the run stored, all but its own id. */
async function listsOf(client: pg.Client, runId: string): Promise<string> {
  const found = await client.query<{ lists: string }>(
    `select md5(string_agg(row, E'\\n' order by row)) as lists from (
       select (to_jsonb(m) - 'run_id')::text as row from match_list m where run_id = $1
       union all
       select (to_jsonb(o) - 'run_id')::text from organisation_match_list o where run_id = $1) as rows`,
    [runId],
  );
  return found.rows[0]?.lists ?? '';
}

export const proof: Proof = {
  id: 'R-01',
  invariant: 'a full score run survives the kills of its workers',
  quick: (context) => proveSurvival(context, 4),
  full: (context) => proveSurvival(context, 1_000),
};
