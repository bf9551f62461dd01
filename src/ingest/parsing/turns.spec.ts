import { Turns } from './turns.js';

describe('turns to read a file', () => {
  it('are given to so many at once, in order, and passed on also after a failure', async () => {
    const turns = new Turns(2, 10);
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const work = (number: number): Promise<void> =>
      turns.use(async () => {
        started.push(number);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (number === 1) throw new Error('failed');
      });
    const all = [1, 2, 3, 4].map((number) => work(number).catch(() => undefined));
    await new Promise(setImmediate);
    expect(started).toEqual([1, 2]);
    ends[0]?.();
    await new Promise(setImmediate);
    expect(started).toEqual([1, 2, 3]);
    for (let at = 1; at < 4; at += 1) {
      ends[at]?.();
      await new Promise(setImmediate);
    }
    await Promise.all(all);
    expect(started).toEqual([1, 2, 3, 4]);
  });

  it('are refused where too many wait already', async () => {
    const turns = new Turns(1, 1);
    let end = (): void => undefined;
    const first = turns.use(() => new Promise<void>((resolve) => (end = resolve)));
    const second = turns.use(async () => undefined);
    await expect(turns.use(async () => undefined)).rejects.toMatchObject({
      code: 'ingest.reading-busy',
      kind: 'unavailable',
    });
    end();
    await Promise.all([first, second]);
    await expect(turns.use(async () => 'free again')).resolves.toBe('free again');
  });
});
