import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { HeldRules } from '../consortia/index.js';
import { MovableClock } from '../../test/support/movable-clock.js';
import { serveDemonstration, type ServedService } from '../../test/support/wired-service.js';
import { loadRulebook, rulesFolder } from './eligibility/load-rulebook.js';

const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';
const file = join('sets', 'horizon-ria.yaml');
const shipped = '2025-12-11';

interface Relied {
  result: string;
  ruleSetName: string | null;
  rulesVersion: string | null;
  occasion: string;
  superseded: boolean;
}
interface Check {
  result: string;
  ruleSet: string;
  rulesVersion: string;
  relied: Relied | null;
}
interface Readiness {
  superseded: boolean;
  items: { item: string; blocks: boolean }[];
}
interface Board {
  version: number;
  state: string;
  seats: { id: string; version: number }[];
}

describe('B-28: a consortium that was checked under an older version of the rules', () => {
  let service: ServedService;
  let folder: string;
  const clock = new MovableClock(new Date('2026-11-22T09:00:00Z'));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-rules-'));
    await cp(rulesFolder, folder, { recursive: true });
    service = await serveDemonstration(clock);
    // the service reads the folder anew each time, as after a start
    Object.assign(service.app.get(HeldRules), { book: () => loadRulebook(folder).book });
  }, 120_000);
  afterAll(async () => {
    await service.close();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    clock.set(new Date('2026-11-22T09:00:00Z'));
    await cp(rulesFolder, folder, { recursive: true, force: true });
    await rm(join(folder, 'sets', 'next.yaml'), { force: true });
  });

  const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${service.address}/api/v1${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  const start = async (): Promise<string> =>
    `/consortia/${(await send<{ id: string }>('POST', '/consortia', { opportunity: topic })).id}`;
  const boardOf = (path: string): Promise<Board> => send('GET', path);
  const checkOf = (path: string): Promise<Check> => send('GET', `${path}/eligibility?language=en`);
  const move = async (path: string, ...states: string[]): Promise<void> => {
    for (const state of states) await send('PATCH', path, { version: (await boardOf(path)).version, state });
  };
  const marked = async (path: string): Promise<[boolean | undefined, boolean]> => [
    (await checkOf(path)).relied?.superseded,
    (await send<Readiness>('GET', `${path}/readiness`)).superseded,
  ];
  const edit = async (from: string | RegExp, to: string, of = file): Promise<void> => {
    const text = await readFile(join(folder, of), 'utf8');
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    await writeFile(join(folder, of), edited);
  };
  /** A co-ordinator alone, with everything else waived. */
  const agreed = async (): Promise<string> => {
    const path = await start();
    const seat = await send<{ id: string }>('POST', `${path}/seats`, {
      participation: 'coordinator',
      organisation: '100000105',
    });
    for (const [version, state] of ['asked', 'accepted', 'confirmed'].entries())
      await send('PATCH', `${path}/seats/${seat.id}`, { version: version + 1, state });
    const { items } = await send<Readiness>('GET', `${path}/readiness`);
    for (const { item } of items.filter(({ blocks }) => blocks))
      await send('PUT', `${path}/waivers`, { item, reason: 'Looked at by hand.' });
    await send('POST', `${path}/agreement`, { version: (await boardOf(path)).version });
    return path;
  };

  it('is marked once it was moved to "checked" and the version of its rule set is another, until it is checked again', async () => {
    const path = await start();
    expect((await checkOf(path)).relied).toBeNull();
    await move(path, 'forming', 'checked');
    expect((await checkOf(path)).relied).toMatchObject({
      occasion: 'checked',
      rulesVersion: shipped,
      superseded: false,
    });
    expect(await marked(path)).toEqual([false, false]);
    await edit(`version: '${shipped}'`, "version: '2026-11-30'");
    expect(await checkOf(path)).toMatchObject({
      rulesVersion: '2026-11-30',
      relied: { rulesVersion: shipped, superseded: true },
    });
    expect(await marked(path)).toEqual([true, true]);
    expect(await send<Readiness>('POST', `${path}/checks`)).toMatchObject({ superseded: false });
    expect((await checkOf(path)).relied).toMatchObject({
      occasion: 'checked-again',
      rulesVersion: '2026-11-30',
      superseded: false,
    });
  });

  it('is marked when it is agreed, and says what the older rules had said beside what those in force say', async () => {
    const path = await agreed();
    expect((await checkOf(path)).relied).toMatchObject({ occasion: 'agreed', superseded: false });
    await edit(`version: '${shipped}'`, "version: '2026-11-30'");
    await edit('count: 3', 'count: 1', join('shared', 'standard-three.yaml'));
    expect((await boardOf(path)).state).toBe('agreed');
    expect(await marked(path)).toEqual([true, true]);
    expect(await checkOf(path)).toMatchObject({ result: 'pass', relied: { result: 'fail' } });
    await send('POST', `${path}/checks`);
    expect(await marked(path)).toEqual([false, false]);
    expect(await checkOf(path)).toMatchObject({ relied: { result: 'pass' } });
  });

  it('is marked from the day on which another edition is in force, not before', async () => {
    const path = await agreed();
    await edit(/^to: 2027-12-31/m, 'to: 2026-12-31');
    const next = await readFile(join(folder, file), 'utf8');
    await writeFile(
      join(folder, 'sets', 'next.yaml'),
      next
        .replace(`version: '${shipped}'`, "version: '2027-01-01'")
        .replace(/^from: .*/m, 'from: 2027-01-01')
        .replace(/^to: .*/m, 'to: 2027-12-31'),
    );
    clock.set(new Date('2026-12-31T09:00:00Z'));
    expect(await marked(path)).toEqual([false, false]);
    clock.set(new Date('2027-01-01T09:00:00Z'));
    expect(await marked(path)).toEqual([true, true]);
  });

  it('relies anew on the check that a sheet tells of, and keeps what a submitted proposal was checked under', async () => {
    const path = await agreed();
    await edit(`version: '${shipped}'`, "version: '2026-11-30'");
    await fetch(`${service.address}/api/v1${path}/handover/docx`);
    expect((await checkOf(path)).relied).toMatchObject({
      occasion: 'handed-over',
      rulesVersion: '2026-11-30',
      superseded: false,
    });
    await send('POST', `${path}/outcome`, { version: (await boardOf(path)).version, state: 'submitted' });
    await edit(`version: '2026-11-30'`, "version: '2027-01-31'");
    expect(await marked(path)).toEqual([false, false]);
    await expect(send('POST', `${path}/checks`)).rejects.toThrow('consortia.no-such-move');
    await fetch(`${service.address}/api/v1${path}/handover/docx`);
    expect((await checkOf(path)).relied).toMatchObject({ rulesVersion: '2026-11-30' });
  });
});
