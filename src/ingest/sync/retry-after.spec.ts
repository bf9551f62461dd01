import { retryAfterMs } from './retry-after.js';

const now = new Date('2026-11-22T03:00:00Z');

describe('how long an answer asks us to wait', () => {
  it.each<[string | undefined, number | null]>([
    ['120', 120_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 03:01:30 GMT', 90_000],
    ['Sun, 22 Nov 2026 02:00:00 GMT', 0],
    [undefined, null],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['1e9', null],
  ])('%s', (header, expected) => expect(retryAfterMs(header, now)).toBe(expected));
});
