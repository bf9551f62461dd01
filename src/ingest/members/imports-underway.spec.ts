import { Clock } from '../../platform/clock/clock.js';
import { ImportsUnderway } from './imports-underway.js';

class Watch extends Clock {
  seconds = 0;
  now(): Date {
    return new Date(this.seconds * 1000);
  }
}

describe('imports under way', () => {
  it('tell how many rows are written and how long the others take at that pace', async () => {
    const clock = new Watch();
    const underway = new ImportsUnderway(clock);
    await underway.during('r', 400, async (tell) => {
      expect(underway.of('r')).toEqual({ done: 0, total: 400, secondsLeft: null });
      clock.seconds = 3;
      tell(100);
      expect(underway.of('r')).toEqual({ done: 100, total: 400, secondsLeft: 9 });
      expect(underway.of('other')).toBeNull();
    });
    expect(underway.of('r')).toBeNull();
  });

  it('are told of until the first of two tries at the same ends', async () => {
    const underway = new ImportsUnderway(new Watch());
    await underway.during('r', 10, async (tell) => {
      tell(5);
      await underway.during('r', 10, async (again) => again(0));
      expect(underway.of('r')?.done).toBe(5);
    });
  });

  it('are no longer told of where they fail', async () => {
    const underway = new ImportsUnderway(new Watch());
    const failing = underway.during('r', 10, () => Promise.reject(new Error('planted')));
    await expect(failing).rejects.toThrow('planted');
    expect(underway.of('r')).toBeNull();
  });
});
