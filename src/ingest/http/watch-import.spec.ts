import type { ImportRun, ImportState } from '../import-run.store.js';
import { watched, type ImportWatch } from './watch-import.js';

const run = (state: ImportState): ImportRun => ({
  id: 'r',
  clusterId: 'c',
  source: 'members',
  fileName: 'soci.csv',
  sha256: null,
  state,
  counts: {},
  notes: [],
  columns: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  appliedAt: null,
  undoneAt: null,
});
const half = { done: 5, total: 10, secondsLeft: 1 };

/** How many of the looks it takes until watching is over; null: it goes on. */
const endsAfter = (looks: readonly (readonly [ImportState, boolean])[]): number | null => {
  let watch: ImportWatch | null = null;
  for (const [at, [state, busy]] of looks.entries()) {
    watch = watched(watch, { run: run(state), progress: busy ? half : null });
    if (watch.isOver) return at + 1;
  }
  return null;
};

describe('watching an import', () => {
  it('ends when it is carried out', () => {
    expect(
      endsAfter([
        ['previewed', false],
        ['previewed', true],
        ['applied', false],
      ]),
    ).toBe(3);
  });

  it('ends when it is carried out by another process, whose work it does not see', () => {
    expect(
      endsAfter([
        ['previewed', false],
        ['previewed', false],
        ['applied', false],
      ]),
    ).toBe(3);
  });

  it('ends when the work stopped without carrying it out', () => {
    expect(
      endsAfter([
        ['previewed', true],
        ['previewed', false],
      ]),
    ).toBe(2);
  });

  it('ends at once where nothing more can come', () => {
    expect(endsAfter([['undone', false]])).toBe(1);
  });

  it('loses patience where nobody begins', () => {
    expect(endsAfter(Array.from({ length: 100 }, () => ['previewed', false] as const))).toBe(60);
  });

  it('has patience with long work', () => {
    expect(endsAfter(Array.from({ length: 1000 }, () => ['previewed', true] as const))).toBeNull();
  });
});
