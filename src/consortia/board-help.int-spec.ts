import { scoreAll } from '../../test/support/score-all.js';
import { serveDemonstration, type ServedService } from '../../test/support/wired-service.js';
import { systemScope } from '../platform/database/scope.js';

const now = new Date('2026-11-22T09:00:00Z');
const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

interface Board {
  needs: { id: string; role: string }[];
  seats: { id: string; organisation: { id: string } | null }[];
}
interface Suggestions {
  total: number;
  suggestions: {
    rank: number;
    organisation: { id: string; name: string };
    reasons: { evidenceQuote: string | null }[];
  }[];
  unexpected: { suggestion: { organisation: { id: string; masked: object | null } }; field: string } | null;
}
interface Assembly {
  proposals: {
    seats: { organisation: { id: string; country: string | null }; coordinator: boolean; seated: boolean }[];
    eligibility: string;
  }[];
  because: string[];
}

describe('a board that asks for help', () => {
  let service: ServedService;
  let id: string;
  beforeAll(async () => {
    service = await serveDemonstration(now, { work: true });
    await scoreAll(service.app, now);
    id = ((await send('POST', '/consortia', { opportunity: topic })) as { id: string }).id;
  }, 120_000);
  afterAll(() => service.close());

  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${service.address}/api/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  const board = async (): Promise<Board> => (await send('GET', `/consortia/${id}`)) as Board;

  it('is offered partners for a seat, by what the seat is to cover, with reasons, and never those who are in', async () => {
    const { needs } = await board();
    const { id: seat } = (await send('POST', `/consortia/${id}/seats`, {
      participation: 'beneficiary',
      needs: [needs[0]?.id],
    })) as { id: string };
    const path = `/consortia/${id}/seats/${seat}/suggestions?limit=5`;
    const before = (await send('GET', path)) as Suggestions;
    const [first] = before.suggestions;
    expect(first?.reasons.some(({ evidenceQuote }) => evidenceQuote !== null)).toBe(true);
    await send('PATCH', `/consortia/${id}/seats/${seat}`, {
      version: 1,
      organisation: first?.organisation.id,
    });
    const after = (await send('GET', path)) as Suggestions;
    expect(after.suggestions.map(({ organisation }) => organisation.id)).not.toContain(
      first?.organisation.id,
    );
  });

  it('B-15: is offered others when the role of the need is another', async () => {
    const listFor = async (role: string, text: string): Promise<string[]> => {
      const { id: need } = (await send('POST', `/consortia/${id}/needs`, { role, text })) as { id: string };
      const { id: seat } = (await send('POST', `/consortia/${id}/seats`, {
        participation: 'beneficiary',
        needs: [need],
      })) as { id: string };
      const { suggestions } = (await send(
        'GET',
        `/consortia/${id}/seats/${seat}/suggestions?limit=5`,
      )) as Suggestions;
      return suggestions.map(({ organisation }) => organisation.id);
    };
    const clinical = await listFor('clinical', 'A clinical partner who validates a device with patients.');
    const bench = await listFor('test-site', 'A test bench for batteries of electric vehicles.');
    expect(clinical.length).toBeGreaterThan(0);
    expect(bench).not.toEqual(clinical);
  });

  it('B-16: has at most one who is unexpected beside the list, of another ecosystem, masked by nobody', async () => {
    const { seats } = await board();
    const found = [];
    for (const { id: seat } of seats) {
      const path = `/consortia/${id}/seats/${seat}/suggestions?limit=3`;
      const { suggestions, unexpected } = (await send('GET', path)) as Suggestions;
      if (unexpected === null) continue;
      found.push(unexpected);
      const listed = suggestions.map(({ organisation }) => organisation.id);
      expect(listed).not.toContain(unexpected.suggestion.organisation.id);
      expect(unexpected.suggestion.organisation.masked).toBeNull();
    }
    expect(found.length).toBeGreaterThan(0);
  });

  it('says what those who are in have to show for each need, and nothing of others', async () => {
    const { needs, seats } = await board();
    const seated = seats.map(({ organisation }) => organisation?.id);
    const coverage = (await send('GET', `/consortia/${id}/coverage`)) as {
      need: string;
      coveredBy: { organisation: string; evidenceQuote: string | null }[];
    }[];
    expect(coverage.map(({ need }) => need)).toEqual(needs.map((need) => need.id));
    const shown = coverage.flatMap(({ coveredBy }) => coveredBy);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every(({ organisation }) => seated.includes(organisation))).toBe(true);
    expect(shown.some(({ evidenceQuote }) => evidenceQuote !== null)).toBe(true);
  });

  it('is proposed whole consortia that keep the rules and those who are in', async () => {
    const { seats } = await board();
    const seated = seats.flatMap(({ organisation }) => organisation?.id ?? []);
    const { proposals, because } = (await send('POST', `/consortia/${id}/assembly`, {
      least: 4,
      most: 6,
    })) as Assembly;
    expect(because).toEqual([]);
    expect(proposals.length).toBeGreaterThan(1);
    for (const proposal of proposals) {
      const ids = proposal.seats.map(({ organisation }) => organisation.id);
      expect(ids).toEqual(expect.arrayContaining(seated));
      expect(ids.length).toBeGreaterThanOrEqual(4);
      expect(ids.length).toBeLessThanOrEqual(6);
      expect(
        new Set(proposal.seats.map(({ organisation }) => organisation.country)).size,
      ).toBeGreaterThanOrEqual(3);
      expect(proposal.seats.filter(({ coordinator }) => coordinator)).toHaveLength(1);
      expect(['pass', 'needs-review']).toContain(proposal.eligibility);
    }
    const sets = proposals.map(({ seats: places }) =>
      places
        .map(({ organisation }) => organisation.id)
        .sort()
        .join(),
    );
    expect(new Set(sets).size).toBe(proposals.length);
  });

  it('is proposed no consortium in which two meet of whom one does not want to, and is not told of it', async () => {
    const propose = async (): Promise<Assembly> =>
      (await send('POST', `/consortia/${id}/assembly`, { least: 4, most: 6 })) as Assembly;
    const sets = ({ proposals }: Assembly): string[][] =>
      proposals.map(({ seats }) => seats.map(({ organisation }) => organisation.id));
    const [first] = (await propose()).proposals;
    const [one = '', other = ''] =
      first?.seats
        .filter(({ seated, coordinator }) => !seated && !coordinator)
        .map(({ organisation }) => organisation.id) ?? [];
    await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query(
        `insert into exclusion (organisation_id, other_id, kind) values ($1, $2, 'never-match')`,
        [one, other],
      ),
    );
    const after = sets(await propose());
    expect([one, other]).not.toContain('');
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter((ids) => ids.includes(one) && ids.includes(other))).toEqual([]);
    for (const organisation of [one, other])
      await send('POST', `/consortia/${id}/seats`, { participation: 'beneficiary', organisation });
    const both = await propose();
    expect(both.because).toEqual([]);
    expect(sets(both).every((ids) => ids.includes(one) && ids.includes(other))).toBe(true);
  });

  it('is told what stands in the way where no consortium keeps every rule', async () => {
    const { proposals, because } = (await send('POST', `/consortia/${id}/assembly`, {
      countries: 20,
    })) as Assembly;
    expect(proposals).toEqual([]);
    expect(because).toContain('countries');
  });

  it('has a limit a person, since the solver thinks for seconds', async () => {
    const counted = await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<[unknown[], number]>(`update throttle set hits = 1000 where key like 'assembly.%'`),
    );
    expect(counted[1]).toBe(1);
    const refused = (await send('POST', `/consortia/${id}/assembly`, {})) as { code: string };
    expect(refused.code).toBe('accounts.too-many-tries');
  });
});
