import { HttpClient } from '../../../test/support/http-client.js';
import { signedIn } from '../../../test/support/signed-in.js';
import { serveDemonstration, type ServedService } from '../../../test/support/wired-service.js';
import { systemScope } from '../../platform/database/scope.js';

const now = new Date('2026-11-22T09:00:00Z');

describe('a seat', () => {
  let service: ServedService;
  beforeAll(async () => void (service = await serveDemonstration(now, { open: false })), 120_000);
  afterAll(() => service.close());

  const rows = (sql: string, values: unknown[] = [], clusters: string[] = []): Promise<{ id: string }[]> =>
    service.database.unitOfWork.run(systemScope(clusters), ({ manager }) =>
      manager.query<{ id: string }[]>(sql, values),
    );
  const client = async (grant: Parameters<typeof signedIn>[1]): Promise<HttpClient> => {
    const browser = new HttpClient(service.address);
    browser.setCookie('sid', (await signedIn(service, grant)).slice('sid='.length));
    return browser;
  };

  it('is accepted after a sign-in of the last day alone: that binds the organisation; declined at any time', async () => {
    const [{ id: cluster }] = (await rows(`select id from cluster where slug = 'afil'`)) as [{ id: string }];
    const [{ id: organisation }] = (await rows(
      `select organisation_id as id from membership where cluster_id = $1 order by 1 limit 1`,
      [cluster],
      [cluster],
    )) as [{ id: string }];
    const officer = await client({ role: 'officer', cluster, organisation: null });
    const committer = await client({ role: 'committer', cluster: null, organisation });
    const offered = async (): Promise<string> => {
      const board = await officer.post('/api/v1/consortia', { idea: 'Take battery packs apart again.' });
      const seats = `/api/v1/consortia/${(board.body as { id: string }).id}/seats`;
      const seat = await officer.post(seats, { participation: 'beneficiary' });
      const offer = await officer.post(`${seats}/${(seat.body as { id: string }).id}/offers`, {
        organisation,
      });
      return (offer.body as { id: string }).id;
    };
    const signedInBefore = (hours: number): Promise<unknown> =>
      rows(
        `update user_session set proved_at = $2 where user_id in
           (select user_id from role_grant where organisation_id = $1 and role = 'committer')`,
        [organisation, new Date(now.getTime() - hours * 3_600_000)],
      );
    const answer = (offer: string, what: string) =>
      committer.post(`/api/v1/seat-offers/${offer}/answer`, { answer: what });
    const [one, other] = [await offered(), await offered()];
    await signedInBefore(25);
    const refused = await answer(one, 'accepted');
    expect([refused.status, refused.body.code]).toEqual([403, 'accounts.sign-in-again']);
    expect((await answer(other, 'declined')).body).toMatchObject({ state: 'declined' });
    await signedInBefore(23);
    expect((await answer(one, 'accepted')).body).toMatchObject({ state: 'accepted' });
  });
});
