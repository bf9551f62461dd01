import { Gate } from './gate.js';

/** Work that says when it is inside, and ends when it is let go. */
class Visitor {
  inside = false;
  readonly done: Promise<void>;
  #leave = (): void => undefined;

  constructor(gate: Gate, alone: boolean) {
    const ended = new Promise<void>((resolve) => (this.#leave = resolve));
    this.done = gate.pass(alone, async () => {
      this.inside = true;
      await ended;
      this.inside = false;
    });
  }

  async leave(): Promise<void> {
    this.#leave();
    await this.done;
    await settle();
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const insides = (...visitors: Visitor[]): boolean[] => visitors.map(({ inside }) => inside);

describe('a gate', () => {
  it('lets ordinary work in side by side', async () => {
    const gate = new Gate();
    const [first, second] = [new Visitor(gate, false), new Visitor(gate, false)];
    await settle();
    expect(insides(first, second)).toEqual([true, true]);
    await Promise.all([first.leave(), second.leave()]);
  });

  it('keeps the one that must be alone waiting until it is, and others out while it is', async () => {
    const gate = new Gate();
    const ordinary = new Visitor(gate, false);
    const alone = new Visitor(gate, true);
    const later = new Visitor(gate, false);
    await settle();
    expect(insides(ordinary, alone, later)).toEqual([true, false, false]);
    await ordinary.leave();
    expect(insides(alone, later)).toEqual([true, false]);
    await alone.leave();
    expect(insides(later)).toEqual([true]);
    await later.leave();
  });

  it('lets two that must be alone in one after the other', async () => {
    const gate = new Gate();
    const [first, second] = [new Visitor(gate, true), new Visitor(gate, true)];
    await settle();
    expect(insides(first, second)).toEqual([true, false]);
    await first.leave();
    expect(insides(second)).toEqual([true]);
    await second.leave();
  });

  it('gives the place back when the work throws', async () => {
    const gate = new Gate();
    const failing = gate.pass(true, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await expect(gate.pass(true, async () => 'in')).resolves.toBe('in');
  });
});
