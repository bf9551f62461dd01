import { scoreAll } from '../../test/support/score-all.js';
import { serveDemonstration, type ServedService } from '../../test/support/wired-service.js';
import type { RadarResponse } from './radar/radar.dto.js';

const now = new Date('2026-11-22T09:00:00Z');

interface Suggestions {
  readonly suggestions: readonly { readonly reasons: readonly { readonly callQuote: string | null }[] }[];
}

describe('B-07: a topic that has not opened yet', () => {
  let service: ServedService;
  beforeAll(async () => {
    service = await serveDemonstration(now, { work: true });
    await scoreAll(service.app, now);
  }, 120_000);
  afterAll(() => service.close());

  const get = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${service.address}/api/v1${path}`)).json()) as T;

  it('stands on the radar with whom it fits, and has its first list with quoted reasons before it opens', async () => {
    const radar = await get<RadarResponse>('/insights/radar?limit=200');
    const early = radar.items.filter(({ status }) => status === 'forthcoming');
    expect(early.length).toBeGreaterThan(2);
    expect(early.some(({ strong, good }) => strong + good > 0)).toBe(true);
    for (const { identifier } of early.slice(0, 5)) {
      const { suggestions } = await get<Suggestions>(`/opportunities/${identifier}/suggestions?limit=10`);
      expect([identifier, suggestions.length]).toEqual([identifier, 10]);
      expect(suggestions[0]?.reasons.some(({ callQuote }) => callQuote !== null)).toBe(true);
    }
  });
});
