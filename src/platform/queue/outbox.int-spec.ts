import { jest } from '@jest/globals';

import { overBothStores, shortTiming } from '../../../test/faults/queue-kit.js';
import { note, workRegistry, writeEffect } from '../../../test/faults/queue-work.js';
import { until } from '../../../test/support/until.js';
import { AppError } from '../errors/app-error.js';
import { intentionJobId } from './job-envelope.js';
import { claimIntentions, enqueueIntention } from './outbox.store.js';
import type { JobTaker, NewJob, QueueStore } from './queue-store.js';
import type { StartOptions } from './queue-runtime.js';
import { Relay } from './relay.js';

jest.setTimeout(30_000);

const everything: StartOptions = { roles: ['relay', 'workers', 'reconciler'], concurrency: 4 };
const unavailable = (): AppError => new AppError('test.unavailable', 'unavailable', 'not now');

overBothStores('an intention', (kit) => {
  const start = (...args: Parameters<ReturnType<typeof kit>['runtime']>) =>
    kit()
      .runtime(...args)
      .start(everything);
  const outbox = async () =>
    (
      await kit().owner(
        `select attempts, failures, done_at is not null as done, parked_at is not null as parked, error from outbox`,
      )
    )[0];
  const parked = () =>
    until('it is parked', async () => {
      const row = await outbox();
      return row?.['parked'] === true && row;
    });

  it('is carried out once', async () => {
    await start(workRegistry());
    await kit().intend(7);
    await kit().effectsAre([7]);
    expect(await outbox()).toMatchObject({ attempts: 1, failures: 0, done: true, error: null });
  });

  it('is unknown when its transaction was rolled back', async () => {
    await start(workRegistry());
    const rolledBack = kit().run(async (unit) => {
      await enqueueIntention(unit, note, { n: 1 });
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await kit().intend(2);
    await kit().effectsAre([2]);
  });

  it('waits until its time has come', async () => {
    const relay = new Relay(kit().database.unitOfWork, kit().openStore(), 1_000);
    const inAnHour = new Date(Date.now() + 3_600_000);
    await kit().run((unit) => enqueueIntention(unit, note, { n: 1 }, { availableAt: inAnHour }));
    expect(await relay.dispatch()).toBe(0);
    await kit().owner(`update outbox set available_at = now()`);
    expect(await relay.dispatch()).toBe(1);
    expect(await relay.dispatch()).toBe(0);
  });

  it('is refused when it does not fit its class or carries too much', async () => {
    const wrong = { n: 'much' } as unknown as { n: number };
    await expect(kit().run((unit) => enqueueIntention(unit, note, wrong))).rejects.toMatchObject({
      code: 'queue.invalid-payload',
      message: 'payload of notes/note: n breaks isInt',
    });
    const unknown = { n: 1, name: 'somebody' };
    await expect(kit().run((unit) => enqueueIntention(unit, note, unknown))).rejects.toMatchObject({
      message: 'payload of notes/note: name breaks whitelistValidation',
    });
    const large = { n: 1, mode: 'x'.repeat(9_000) };
    await expect(kit().run((unit) => enqueueIntention(unit, note, large))).rejects.toMatchObject({
      code: 'queue.payload-too-large',
    });
  });

  it('is left alone when it is addressed to another version of the program', async () => {
    const relay = new Relay(kit().database.unitOfWork, kit().openStore(), 1_000);
    await kit().owner(
      `insert into outbox (id, topic, payload) values (gen_random_uuid(), 'notes/newer', '{}')`,
    );
    expect(await relay.dispatch()).toBe(0);
    expect(await kit().owner('select claimed_until, attempts from outbox')).toEqual([
      { claimed_until: null, attempts: 0 },
    ]);
  });

  it('is added by another relay when the first died between claiming and adding', async () => {
    await kit().intend(1);
    const claimed = await kit().run((unit) => claimIntentions(unit, [note.topic], shortTiming.claimMs, 10));
    expect(claimed).toHaveLength(1);
    await start(workRegistry());
    await kit().effectsAre([1]);
    expect(await outbox()).toMatchObject({ attempts: 1, done: true });
  });

  it('has its effect once when a relay died between adding and marking', async () => {
    const store = new DyingStore(kit().openStore());
    await kit().intend(1);
    await kit()
      .runtime(workRegistry(), { store })
      .start({ roles: ['relay'] });
    await until('it was added again', () => store.added.length > 1);
    await until('it is marked', async () => (await outbox())?.['attempts'] === 1);
    expect(new Set(store.added).size).toBe(1);
    await kit()
      .runtime(workRegistry())
      .start({ roles: ['workers'], concurrency: 2 });
    await kit().effectsAre([1]);
    expect((await outbox())?.['attempts']).toBe(1);
  });

  it('has its effect once when it is delivered twice at the same time', async () => {
    const id = await kit().intend(1);
    const store = kit().openStore();
    const twice = [1, 2].map((attempt) => ({
      id: intentionJobId(id, attempt),
      name: note.name,
      payload: { intention: id },
      options: note.options,
    }));
    await store.add(note.queue, twice);
    let inside = 0;
    const bothInside = async ({ n }: { n: number }) => {
      inside += 1;
      await until('both are at it', () => inside === 2);
      return writeEffect(n);
    };
    await kit()
      .runtime(workRegistry({ note: bothInside }), { store })
      .start({ roles: ['workers'], concurrency: 2 });
    await until('both have ended', async () => {
      const states = await store.states(
        note.queue,
        twice.map((job) => job.id),
      );
      return [...states.values()].every((state) => state === 'done');
    });
    expect(await kit().effects()).toEqual([1]);
  });

  it('rolls its effect back when it fails, and is tried again', async () => {
    let tries = 0;
    const failOnce =
      async ({ n }: { n: number }) =>
      async (unit: Parameters<ReturnType<typeof writeEffect>>[0]) => {
        await writeEffect(n)(unit);
        tries += 1;
        if (tries === 1) throw unavailable();
      };
    await start(workRegistry({ note: failOnce }));
    await kit().intend(3);
    await kit().effectsAre([3]);
    expect(tries).toBe(2);
  });

  it('is parked at once when trying again cannot help', async () => {
    let tries = 0;
    const wrong = async (): Promise<never> => {
      tries += 1;
      throw new AppError('test.wrong', 'invalid', 'wrong for ever');
    };
    await start(workRegistry({ note: wrong }));
    await kit().intend(4);
    expect(await parked()).toMatchObject({ error: 'test.wrong: wrong for ever' });
    await until('an operator is woken', () => kit().log.events('error').length > 0);
    expect(kit().log.events('error')).toEqual(['queue.intention-parked']);
    expect(tries).toBe(1);
  });

  it('is parked when its row does not fit its class', async () => {
    await start(workRegistry());
    await kit().owner(
      `insert into outbox (id, topic, payload) values (gen_random_uuid(), 'notes/note', '{"n": "much"}')`,
    );
    expect(await parked()).toMatchObject({
      error: 'queue.invalid-payload: payload of notes/note: n breaks isInt',
    });
    expect(await kit().effects()).toEqual([]);
  });

  it('rests before it is tried again when the queue gave up on it', async () => {
    const never = async (): Promise<never> => {
      throw unavailable();
    };
    await start(workRegistry({ note: never }));
    await kit().intend(5);
    await until('the queue gave up', async () => (await outbox())?.['failures'] === 1);
    const rests = `select available_at > now() + interval '30 seconds' as rests, dispatched_at from outbox`;
    expect(await kit().owner(rests)).toEqual([{ rests: true, dispatched_at: null }]);
    expect(await outbox()).toMatchObject({ parked: false, done: false });
  });
});

/** A store whose first caller dies the moment the jobs are in. */
class DyingStore {
  readonly added: string[] = [];
  readonly kind;

  constructor(readonly store: QueueStore) {
    this.kind = store.kind;
  }

  async add(queue: string, jobs: readonly NewJob[]): Promise<void> {
    await this.store.add(queue, jobs);
    this.added.push(...jobs.map(({ id }) => id));
    if (this.added.length === 1) throw unavailable();
  }

  verify = () => this.store.verify();
  states = (...args: Parameters<QueueStore['states']>) => this.store.states(...args);
  take = (...args: Parameters<QueueStore['take']>): JobTaker => this.store.take(...args);
  now = () => this.store.now();
  close = () => this.store.close();
}
