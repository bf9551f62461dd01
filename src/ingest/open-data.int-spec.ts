import { all } from '../../test/support/source-text.js';
import { sharedPath } from '../../test/support/shared-data.js';
import type { OpportunityRecord } from '../opportunities/index.js';
import { loadTaxonomy } from '../taxonomy/index.js';
import { readCordis } from './cordis/read-cordis.js';
import { readPortal } from './portal/read-portal.js';
import type { SourceRow } from './reading/source-problem.js';
import { readTopics } from './topics/read-topics.js';

/** The open data that lies beside the repository, whole. Nothing of it is in the repository: absent, it is skipped. */
const cordis = sharedPath('data/cordis-horizon-europe');
const portalList = sharedPath('data/funding-tenders-portal/topics-open-forthcoming-2026.jsonl.gz');
const portalPages = sharedPath('data/funding-tenders-portal/search-api-raw');
const programmeTable = sharedPath('domain/wp-2026-2027-topics.csv');
const programmeTexts = sharedPath('data/funding-tenders-portal/work-programme-topics.jsonl.gz');
const texts2025 = sharedPath('data/funding-tenders-portal/topics-2025-cl3-cl5.jsonl.gz');

const taxonomy = loadTaxonomy();
const seenAt = new Date('2026-11-21T00:00:00Z');
const whole = 180_000;

/** The portal's list, read once for all that look at it. */
const portalCalls = once(async () => {
  const { pass, opportunities } = await readPortal(portalList ?? '', { taxonomy, seenAt });
  return { pass, rows: await all(opportunities()) };
});

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

const values = <T>(rows: readonly SourceRow<T>[]): T[] =>
  rows.flatMap(({ value }) => (value === null ? [] : [value]));
const refused = (rows: readonly SourceRow<unknown>[]): number =>
  rows.filter(({ value }) => value === null).length;
const hasText = ({ sections }: OpportunityRecord): boolean =>
  sections.some(({ kind }) => kind === 'outcome' || kind === 'scope');

(cordis === undefined ? describe.skip : describe)('the CORDIS export beside the repository', () => {
  it(
    'gives every project, participation and organisation',
    async () => {
      const source = await readCordis(cordis ?? '');
      let projects = 0;
      for await (const { value } of source.projects()) if (value !== null) projects += 1;
      let participations = 0;
      const pics = new Set<string>();
      const countries = new Set<string>();
      for await (const { value } of source.participations()) {
        if (value === null) continue;
        participations += 1;
        pics.add(value.pic);
        if (value.country !== null) countries.add(value.country);
      }
      expect({ projects, participations, pics: pics.size }).toEqual({
        projects: 15_458,
        participations: 103_392,
        pics: 28_112,
      });
      expect([countries.has('GR'), countries.has('GB'), countries.has('EL'), countries.has('UK')]).toEqual([
        true,
        true,
        false,
        false,
      ]);
    },
    whole,
  );
});

(portalList === undefined ? describe.skip : describe)('the portal records beside the repository', () => {
  it(
    'give every call, with text, dates and programme',
    async () => {
      const { pass, rows } = await portalCalls();
      expect(pass).toMatchObject({ records: 1_663, distinct: 1_663, leftOut: 0, complete: false });
      const calls = values(rows);
      expect([calls.length, refused(rows)]).toEqual([1_663, 0]);
      expect(calls.filter(hasText)).toHaveLength(708);
      expect(calls.filter(({ part }) => part === 'CL4')).toHaveLength(89);
      expect(calls.filter(({ deadlines }) => deadlines.length === 0)).toHaveLength(5);
      const topic = calls.find(({ identifier }) => identifier === 'HORIZON-CL4-2027-01-MAT-PROD-03');
      expect(topic).toMatchObject({
        actionTypes: ['RIA'],
        deadlines: [{ at: '2027-02-02T16:00:00.000Z', stage: 'single' }],
        budget: {
          totalEur: 36_000_000,
          perProjectMinEur: 5_000_000,
          perProjectMaxEur: 6_500_000,
          expectedGrants: 6,
        },
        trlFrom: 4,
        trlTo: 6,
      });
    },
    whole,
  );

  it(
    'hold no markup and no footnote marks in their texts',
    async () => {
      const marked = values((await portalCalls()).rows)
        .flatMap(({ identifier, sections }) => sections.map(({ text }) => ({ identifier, text })))
        .filter(({ text }) =>
          /<\/?(p|ul|li|div|span|sup|strong|a)\b|&(amp|nbsp|lt|gt);|[\uE000\uE001]/.test(text),
        );
      expect(marked.map(({ identifier }) => identifier)).toEqual([]);
    },
    whole,
  );
});

(portalPages === undefined ? describe.skip : describe)(
  'the crawl of 24 July 2026 beside the repository',
  () => {
    it(
      'gives 1,215 of the 1,247 calls it counted, and says so',
      async () => {
        const { pass, opportunities } = await readPortal(portalPages ?? '', { taxonomy, seenAt });
        const july = values(await all(opportunities())).filter(({ observedAt }) =>
          observedAt.startsWith('2026-07-24'),
        );
        expect(july).toHaveLength(1_215);
        expect(new Set(july.map(({ observedAt }) => observedAt))).toEqual(
          new Set(['2026-07-24T04:05:08.331Z']),
        );
        expect(pass.complete).toBe(false);
      },
      whole,
    );
  },
);

describe('the work programmes beside the repository', () => {
  const read = async (path: string) => all(readTopics(path, { taxonomy, observedAt: seenAt }));

  (programmeTable === undefined ? it.skip : it)(
    'give 523 topics of 2026-2027 with dates and budgets',
    async () => {
      const topics = values(await read(programmeTable ?? ''));
      expect(topics).toHaveLength(523);
      expect(
        topics.every(
          ({ deadlines, budget, part }) => deadlines.length > 0 && budget?.totalEur && part !== null,
        ),
      ).toBe(true);
    },
  );

  (programmeTexts === undefined ? it.skip : it)('give 441 topics of 2021-2025 with texts', async () => {
    const topics = values(await read(programmeTexts ?? ''));
    expect(topics).toHaveLength(441);
    expect(topics.filter(hasText)).toHaveLength(441);
    expect(topics.filter(({ actionTypes }) => actionTypes.length === 1)).toHaveLength(441);
    expect(topics.filter(({ statedStatus }) => statedStatus === 'closed').length).toBeGreaterThan(430);
  });

  (texts2025 === undefined ? it.skip : it)('give 76 topics of 2025 in their second shape', async () => {
    const topics = values(await read(texts2025 ?? ''));
    expect(topics.filter(({ budget }) => budget !== null && budget.perProjectMaxEur !== null)).toHaveLength(
      76,
    );
  });
});
