import { percentile, type Bench } from '../bench.js';
import { cpuSeconds } from './cpu-seconds.js';
import { pagesFor, type Page } from './pages.js';
import { ask, openFrame, type Visitor } from './visitor.js';

export interface Visits {
  /** process whose time and children's time are counted */
  readonly service: number | undefined;
  readonly officers: readonly Visitor[];
  readonly editors: readonly Visitor[];
}

/** pages that each person asks for */
const turns = 16;
/** how long somebody looks at a page, in milliseconds: from the first to the second */
const lookMs = [1_000, 5_000] as const;
/** alone, for comparison */
const times = 5;

/** Walks the pages, first one person alone, then everybody at once, and reports what each page took. */
export async function measureVisits(visits: Visits, report: Parameters<Bench>[0]): Promise<void> {
  const [officer] = visits.officers;
  const [editor] = visits.editors;
  if (!officer || !editor) throw new Error('nobody visits');
  const pages = await pagesFor(officer);
  const alone = new Tally();
  for (let time = 0; time <= times; time += 1)
    for (const page of pages) {
      const before = cpuSeconds(visits.service);
      const taken = await open(page, page.as === 'officer' ? officer : editor);
      // the first time opens what later ones find open
      if (time > 0) alone.add(page, taken, difference(before, cpuSeconds(visits.service)));
    }
  const together = new Tally();
  const frames: number[] = [];
  const before = cpuSeconds(visits.service);
  const everybody = [...visits.officers, ...visits.editors];
  await Promise.all(
    everybody.map(async (visitor, person) => {
      const own = pages.filter(({ as }) => (as === 'officer') === person < visits.officers.length);
      await pause((person * 613) % lookMs[1]);
      frames.push(await openFrame(visitor));
      await ask(visitor, '/api/v1/me');
      for (let turn = 0; turn < turns; turn += 1) {
        // each begins elsewhere, so that all pages are asked for at all times
        const page = own[(person * 7 + turn) % own.length];
        if (page) together.add(page, await open(page, visitor), null);
        await pause(lookMs[0] + ((person * 613 + turn * 379) % (lookMs[1] - lookMs[0])));
      }
    }),
  );
  const used = difference(before, cpuSeconds(visits.service));
  tell({ pages, alone, together, frames, used, people: everybody.length }, report);
}

interface Told {
  readonly pages: readonly Page[];
  readonly alone: Tally;
  readonly together: Tally;
  readonly frames: readonly number[];
  readonly used: number | null;
  readonly people: number;
}

function tell({ pages, alone, together, frames, used, people }: Told, report: Parameters<Bench>[0]): void {
  const ms = (name: string, values: readonly number[], share: number, peer?: number): void =>
    report({
      name: `${name}, p${100 * share}`,
      value: percentile(values.length > 0 ? values : [0], share),
      unit: 'ms',
      ...(peer === undefined ? {} : { peer: { name: 'nobody else, p50', value: peer } }),
    });
  for (const { name } of pages) {
    const single = percentile(alone.times(name), 0.5);
    ms(name, together.times(name), 0.5, single);
    ms(name, together.times(name), 0.95, single);
    const cpu = alone.cpu(name);
    if (cpu.length > 0)
      report({ name: `${name}, processor time alone`, value: 1000 * mean(cpu), unit: 'ms' });
  }
  ms('frame, scripts and styles', frames, 0.95);
  const all = together.all();
  ms(`all pages, ${people} people`, all, 0.5);
  ms(`all pages, ${people} people`, all, 0.95);
  if (used !== null) report({ name: 'processor time a page', value: (1000 * used) / all.length, unit: 'ms' });
  report({ name: 'pages opened', value: all.length, unit: '' });
  report({ name: 'answers that failed', value: alone.failed + together.failed, unit: '' });
}

interface Opened {
  readonly ms: number;
  readonly failed: readonly string[];
}

/** All that a page asks for, at once. */
async function open({ asks }: Page, visitor: Visitor): Promise<Opened> {
  const answers = await Promise.all(asks.map((path) => ask(visitor, path)));
  return {
    ms: Math.max(...answers.map(({ ms }) => ms)),
    failed: answers.flatMap(({ status, text }, at) =>
      status === 200 ? [] : [`${asks[at] ?? ''}: ${status} ${text.slice(0, 200)}`],
    ),
  };
}

/** What pages took. */
class Tally {
  readonly #times = new Map<string, number[]>();
  readonly #cpu = new Map<string, number[]>();
  failed = 0;

  add({ name }: Page, { ms, failed }: Opened, cpu: number | null): void {
    put(this.#times, name, ms);
    if (cpu !== null) put(this.#cpu, name, cpu);
    for (const line of failed) console.error(line);
    this.failed += failed.length;
  }

  times(name: string): readonly number[] {
    return this.#times.get(name) ?? [0];
  }

  cpu(name: string): readonly number[] {
    return this.#cpu.get(name) ?? [];
  }

  all(): readonly number[] {
    return [...this.#times.values()].flat();
  }
}

function put(values: Map<string, number[]>, name: string, value: number): void {
  const list = values.get(name);
  if (list) list.push(value);
  else values.set(name, [value]);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
