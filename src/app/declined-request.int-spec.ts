import { HttpClient } from '../../test/support/http-client.js';
import { serveDemonstration, type ServedService } from '../../test/support/wired-service.js';
import { CreateUser } from '../accounts/index.js';
import { AnswerRequest, type Asker } from '../introductions/index.js';
import { BuildSnapshot } from '../matching/index.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';

const calls = ['HORIZON-CL4-2027-01-MAT-PROD-03'];

interface Suggested {
  readonly rank: number;
  readonly score: number;
  readonly organisation: { id: string; masked: unknown; clusters: readonly string[] };
}

describe('a request that is declined', () => {
  let service: ServedService;
  let officer: HttpClient;
  beforeAll(async () => {
    service = await serveDemonstration(new Date('2026-11-22T09:00:00Z'));
    await service.app.get(DemoPeople).ensure();
    officer = new HttpClient(service.address);
    await officer.post('/api/v1/sessions', { email: 'officer@afil.example', password: demoPassword });
  }, 120_000);
  afterAll(() => service.close());

  const lists = async (): Promise<Suggested[][]> =>
    Promise.all(
      calls.map(async (call) => {
        const { body } = await officer.get(`/api/v1/opportunities/${call}/suggestions?limit=50`);
        return (body as { suggestions: Suggested[] }).suggestions.map(({ rank, score, organisation }) => ({
          rank,
          score,
          organisation,
        }));
      }),
    );

  it('A-33 lowers whoever declined in no list', async () => {
    const before = await lists();
    const { id: organisation } = before[0]!.find(
      ({ organisation: one }) => one.masked === null && one.clusters.length > 0,
    )!.organisation;
    const person = await service.app.get(CreateUser).create('test', {
      email: 'ada@declines.example',
      name: 'Ada Prova',
      language: 'en',
      password: null,
      grants: [{ role: 'committer', cluster: null, organisation }],
      demo: false,
    });
    const recipient: Asker = {
      scope: { role: 'member', clusters: [], organisation, user: person.id },
      roles: ['signed-in', 'member', 'editor', 'committer'],
    };
    for (const [at, reason] of (['topic', 'role', 'capacity'] as const).entries()) {
      const asked = { organisation, opportunity: calls[0], role: `partner ${at}` };
      const { id } = (await officer.post('/api/v1/introductions', asked)).body as { id: string };
      expect((await officer.post(`/api/v1/introductions/${id}/send`)).body).toMatchObject({ state: 'sent' });
      await service.app.get(AnswerRequest).answer(recipient, id, { answer: 'declined', reason, note: null });
    }
    await service.app.get(BuildSnapshot).run();
    expect(await lists()).toEqual(before);
  });
});
