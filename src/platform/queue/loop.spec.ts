import { Loop } from './loop.js';

const never = 1_000_000;

describe('a loop', () => {
  it('works at once, again when kicked, and never twice at a time', async () => {
    let begun = 0;
    let running = 0;
    let most = 0;
    const rounds: (() => void)[] = [];
    const loop = new Loop(
      never,
      async () => {
        begun += 1;
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => rounds.push(resolve));
        running -= 1;
      },
      () => undefined,
    );
    loop.start();
    loop.kick();
    loop.kick();
    rounds.shift()?.();
    await turns(() => begun === 2);
    const stopped = loop.stop();
    rounds.shift()?.();
    await stopped;
    expect({ begun, most }).toEqual({ begun: 2, most: 1 });
  });

  it('reports a failure and goes on', async () => {
    const failures: unknown[] = [];
    let begun = 0;
    const loop = new Loop(
      0,
      async () => {
        begun += 1;
        throw new Error(`round ${begun}`);
      },
      (error) => failures.push((error as Error).message),
    );
    loop.start();
    await turns(() => failures.length >= 2);
    await loop.stop();
    expect(failures.slice(0, 2)).toEqual(['round 1', 'round 2']);
  });

  it('stops while it waits', async () => {
    const loop = new Loop(
      never,
      async () => undefined,
      () => undefined,
    );
    loop.start();
    await expect(loop.stop()).resolves.toBeUndefined();
  });
});

/** Lets the event loop turn until something holds. */
async function turns(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000 && !holds(); turn += 1)
    await new Promise((resolve) => setImmediate(resolve));
}
