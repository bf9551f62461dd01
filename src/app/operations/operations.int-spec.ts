import { HttpClient } from '../../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../../test/support/http-service.js';
import { systemScope } from '../../platform/database/scope.js';
import { AccessSettings } from '../../accounts/index.js';
import { newId } from '../../platform/ids/uuid.js';
import { DemoPeople, demoPassword } from '../demo/demo-people.js';

describe('operations', () => {
  let service: HttpService;
  beforeAll(async () => {
    service = await openHttpService({ demo: true, platform: { access: new AccessSettings(false) } });
    await service.app.get(DemoPeople).ensure();
  }, 60_000);
  afterAll(() => service.close());

  const rows = <T>(sql: string, values: unknown[] = []): Promise<T> =>
    service.database.unitOfWork.run(systemScope(), ({ manager }) => manager.query<T>(sql, values));

  const signIn = async (email: string): Promise<HttpClient> => {
    const browser = new HttpClient(service.address);
    expect((await browser.post('/api/v1/sessions', { email, password: demoPassword })).status).toBe(201);
    return browser;
  };

  const park = async (): Promise<{ unit: string; job: string }> => {
    const [unit, job] = [newId(), newId()];
    await rows(
      `insert into work_unit (id, run_id, kind, key, payload, state, failures, error, finished_at)
       values ($1, $1, 'planted', 'a', '{}', 'parked', 5, 'planted fault', now() - interval '1 hour')`,
      [unit],
    );
    await rows(
      `insert into outbox (id, topic, payload, failures, error, parked_at, dispatched_at)
       values ($1, 'planted/job', '{}', 3, 'planted fault', now(), now())`,
      [job],
    );
    return { unit, job };
  };

  it('tells an operator what there is to do and what was given up, and gives it its tries again, once', async () => {
    const { unit, job } = await park();
    const operator = await signIn('operator@tessera.example');
    const { body } = await operator.get('/api/v1/operations');
    expect(body).toMatchObject({ queue: 'postgres', units: { parked: 1 } });
    const letters = (await operator.get('/api/v1/operations/dead-letters')).body.items;
    expect(letters).toMatchObject([
      { id: job, kind: 'job', topic: 'planted/job', failures: 3, error: 'planted fault' },
      { id: unit, kind: 'unit', topic: 'planted', failures: 5, error: 'planted fault' },
    ]);
    for (const id of [unit, job]) {
      expect((await operator.post(`/api/v1/operations/dead-letters/${id}/retry`)).status).toBe(204);
      expect((await operator.post(`/api/v1/operations/dead-letters/${id}/retry`)).status).toBe(404);
    }
    expect(await rows('select state, failures, error from work_unit where id = $1', [unit])).toEqual([
      { state: 'pending', failures: 0, error: null },
    ]);
    expect(await rows('select parked_at, dispatched_at, failures from outbox where id = $1', [job])).toEqual([
      { parked_at: null, dispatched_at: null, failures: 0 },
    ]);
    expect((await operator.get('/api/v1/operations/dead-letters')).body.items).toEqual([]);
    const audited = await rows<{ subject: { work: string } }[]>(
      "select subject from audit_entry where action = 'work.retried' order by at",
    );
    expect(audited.map(({ subject }) => subject.work)).toEqual([unit, job]);
  });

  it('tells nobody else', async () => {
    const officer = await signIn('officer@afil.example');
    expect((await officer.get('/api/v1/operations')).status).toBe(403);
    expect((await officer.get('/api/v1/operations/dead-letters')).status).toBe(403);
    expect((await new HttpClient(service.address).get('/api/v1/operations')).status).toBe(401);
  });
});
