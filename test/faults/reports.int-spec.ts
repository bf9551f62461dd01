import { HttpClient } from '../support/http-client.js';
import { openHttpService, type HttpService } from '../support/http-service.js';
import { MemberFindings, WeeklyDigests } from '../../src/digests/index.js';
import { MailSender } from '../../src/platform/mail/index.js';
import { DigestCountsReadModel } from '../../src/digests/digest-counts.read-model.js';
import { GiveFeedback } from '../../src/matching/index.js';
import { DemoPeople, demoPassword } from '../../src/app/demo/demo-people.js';
import { CountFigures } from '../../src/insights/reports/count-figures.js';
import { baselineMeasures, isWorthTelling } from '../../src/insights/reports/report-figures.js';
import { ReportReadModel, type DueReport } from '../../src/insights/reports/report.read-model.js';
import { SendReports } from '../../src/insights/reports/send-reports.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { newId } from '../../src/platform/ids/uuid.js';

/** Tuesday 24 November 2026, 9:00 in Rome: an hour after the digests. */
const tuesday = new Date('2026-11-24T08:00:00Z');
const minutesLater = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

describe('M10 and M11: reports to staff and managers', () => {
  let service: HttpService;
  let clusters: string[];
  let afil: string;
  const reports = new ReportReadModel();
  beforeAll(async () => {
    service = await openHttpService({ demo: true });
    await service.app.get(DemoPeople).ensure();
    const found = await rows<{ id: string; slug: string }>('select id, slug from cluster');
    clusters = found.map(({ id }) => id);
    afil = found.find(({ slug }) => slug === 'afil')?.id ?? '';
  }, 120_000);
  afterAll(() => (service as HttpService | undefined)?.close());
  beforeEach(() => rows(`delete from mail_delivery`));

  const rows = <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope(clusters), ({ manager }) => manager.query<T[]>(sql, values));
  const due = (at: Date): Promise<DueReport[]> =>
    service.database.unitOfWork.run(systemScope(clusters), (unit) => reports.due(unit, at));
  const kinds = async (at: Date): Promise<string[]> =>
    (await due(at)).filter(({ cluster }) => cluster === afil).map(({ kind, period }) => `${kind} ${period}`);
  const run = (at: Date): Promise<number> => service.app.get(SendReports, { strict: false }).run(at);
  const as = async (email: string): Promise<HttpClient> => {
    const client = new HttpClient(service.address);
    await client.post('/api/v1/sessions', { email, password: demoPassword });
    return client;
  };
  const mails = (mail: string) =>
    rows<{ cause: string; content: { figures: Record<string, unknown> } }>(
      'select cause, content from mail_delivery where mail = $1 order by cause',
      [mail],
    );

  it('are due an hour after the digests, and on the first of the month at 7:00, in the time of the cluster', async () => {
    expect(await kinds(minutesLater(tuesday, -1))).toEqual([]);
    expect(await kinds(tuesday)).toEqual(['weekly 2026-W48']);
    expect(await kinds(minutesLater(tuesday, 6 * 60))).toEqual([]);
    expect(await kinds(new Date('2026-11-25T08:30:00Z'))).toEqual(['daily 2026-11-25']);
    expect(await kinds(new Date('2027-01-01T05:59:00Z'))).toEqual([]);
    expect(await kinds(new Date('2027-01-01T06:00:00Z'))).toEqual(['monthly 2026-12']);
    // and in summer, when Rome is two hours ahead
    expect(await kinds(new Date('2026-07-01T05:00:00Z'))).toEqual(['monthly 2026-06']);
    const [january] = await due(new Date('2027-01-01T06:30:00Z'));
    expect([january?.since, january?.until]).toEqual([
      new Date('2026-11-30T23:00:00Z'),
      new Date('2026-12-31T23:00:00Z'),
    ]);
  });

  it('go once each, whoever runs them how often, and to nobody but staff and managers', async () => {
    const first = new Date('2027-01-01T06:30:00Z');
    await Promise.all([run(first), run(first)]);
    await run(minutesLater(first, 30));
    const [manager] = await rows<{ id: string }>(
      `select id from user_account where email = 'manager@afil.example'`,
    );
    const sent = await rows<{ recipient: string }>(
      `select recipient from mail_delivery where mail = 'management-report'`,
    );
    expect(sent).toEqual([{ recipient: `user:${manager?.id ?? ''}` }]);
  });

  it('count refused rows of the time alone, and say nothing of a day without trouble', async () => {
    const wednesday = new Date('2026-11-25T08:30:00Z');
    await run(wednesday);
    expect(await mails('staff-digest')).toEqual([]);
    const [imported] = [newId()];
    await rows(
      `insert into import_run (id, cluster_id, source, file_name, state, created_at)
       values ($1, $2, 'members', 'made.csv', 'previewed', '2026-11-25T07:00:00Z')`,
      [imported, afil],
    );
    await rows(
      `insert into import_row (id, run_id, cluster_id, line, verdict, problems)
       values (gen_random_uuid(), $1, $2, 1, 'refused', '[]'), (gen_random_uuid(), $1, $2, 2, 'new', '[]')`,
      [imported, afil],
    );
    await run(wednesday);
    const [told] = await mails('staff-digest');
    expect(told?.content.figures['imports']).toEqual([{ source: 'members', refused: 1 }]);
    await rows('delete from mail_delivery');
    await run(new Date('2026-11-26T08:30:00Z'));
    expect(await mails('staff-digest')).toEqual([]);
    await rows('delete from import_run where id = $1', [imported]);
  });

  it('C-01, M11 holds counts alone, and none of people from 1 to 4', async () => {
    const [reader] = await rows<{ id: string; organisation: string }>(
      `select u.id, g.organisation_id as organisation from user_account u join role_grant g on g.user_id = u.id
       where email = 'director@member.example'`,
    );
    const digest = newId();
    await rows(
      `insert into digest (id, user_id, organisation_id, clusters, week, language, state, due_at)
       values ($1, $2, $3, $4, '2026-W50', 'it', 'chosen', '2026-12-08T07:00:00Z')`,
      [digest, reader?.id, reader?.organisation, [afil]],
    );
    await rows(
      `insert into mail_delivery (id, mail, recipient, cause, state, rank, holdable, counted, stale_at, ended_at)
       values (gen_random_uuid(), 'digest', 'user:' || $1::text, $2::text, 'sent', 2, true, true, now(), '2026-12-08T07:01:00Z')`,
      [reader?.id, digest],
    );
    const [report] = (await due(new Date('2027-01-01T06:30:00Z'))).filter(({ cluster }) => cluster === afil);
    if (!report) throw new Error('no report is due');
    const figures = await service.app.get(CountFigures, { strict: false }).management(report);
    expect([figures.readers, figures.digests, figures.useful]).toEqual([null, null, 0]);
    expect(figures.members).toBeGreaterThan(10);
    expect(Object.values(figures).filter((value) => typeof value === 'string')).toEqual([]);
    await rows('delete from digest where id = $1', [digest]);
  });

  it('C-15 counts what others publish figures of: needs, requests and answers of a year, and nothing on fewer than five', async () => {
    const sent = (at: string, state: string, answered: string | null, clusters = [afil]) =>
      rows(
        `insert into introduction (id, clusters, sender_clusters, recipient_clusters, channel, purpose, masked, subject,
           role, language, need_key, state, version, created_at, changed_at, sent_at, answered_at, recipient_organisation_id)
         values (gen_random_uuid(), $1, $1, '{}', 'member', 'partner', false, 'C-15', 'x', 'it', 'x', $2, 1, $3, $3, $3, $4,
           gen_random_uuid())`,
        [clusters, state, at, answered],
      );
    const baselines = async () => {
      const [report] = (await due(new Date('2027-01-01T06:30:00Z'))).filter(
        ({ cluster }) => cluster === afil,
      );
      return service.app.get(CountFigures, { strict: false }).baselines(report!);
    };
    for (const day of ['01', '02', '03', '04'])
      await sent(`2026-12-${day}`, 'accepted', `2026-12-${day}T12:00:00Z`);
    expect((await baselines()).accepted).toBeNull();
    await sent('2026-12-05', 'declined', '2026-12-20');
    await sent('2026-12-06', 'expired', null);
    await sent('2026-12-30', 'sent', null);
    // taken back, of another year, and of another cluster
    await sent('2026-12-07', 'withdrawn', null);
    await sent('2025-12-07', 'declined', '2025-12-08');
    await sent('2026-12-08', 'declined', '2026-12-09', clusters.filter((id) => id !== afil).slice(0, 1));
    expect(await baselines()).toMatchObject({ accepted: 4 / 6, answeredInWeek: 4 / 6, digestAnswered: null });
    const officer = await as('officer@afil.example');
    const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';
    const { id: board } = (await officer.post('/api/v1/consortia', { opportunity: topic })).body;
    const { needs } = (await officer.get(`/api/v1/consortia/${board}`)).body;
    for (const { id } of needs.slice(0, 5))
      await officer.send('PATCH', `/api/v1/consortia/${board}/needs/${id}`, {
        version: 1,
        state: 'approved',
      });
    await rows(`update consortium_need set approved_at = '2026-12-01' where state = 'approved'`);
    const { id: seat } = (
      await officer.post(`/api/v1/consortia/${board}/seats`, {
        participation: 'beneficiary',
        needs: [needs[0].id],
      })
    ).body;
    await rows(`update introduction set seat_id = $1 where sent_at between '2026-12-01' and '2026-12-03'`, [
      seat,
    ]);
    await rows(`update introduction set seat_id = $1 where sent_at = '2026-12-30'`, [seat]);
    expect(await baselines()).toMatchObject({ approvedNeeds: 5, requestsPerNeed: 3 / 5 });
    const { body } = await (await as('manager@afil.example')).get('/api/v1/insights/report?month=2026-12');
    expect(Object.keys(body.baselines).sort()).toEqual([...baselineMeasures].sort());
    await rows(`delete from introduction where subject = 'C-15'`);
    await rows('delete from consortium where id = $1', [board]);
  });

  it('M10 is silent where nothing stands in it', () => {
    const nothing = {
      digests: { sent: 0, readers: 0, replied: 0, lost: 0 },
      needs: [],
      thin: [],
      dormant: [],
      imports: [],
    };
    expect([isWorthTelling(nothing, 'weekly'), isWorthTelling(nothing, 'daily')]).toEqual([false, false]);
    const dormant = { ...nothing, dormant: ['MADE Srl'] };
    expect([isWorthTelling(dormant, 'weekly'), isWorthTelling(dormant, 'daily')]).toEqual([true, false]);
  });

  it('D-14 digests are counted by what became of them and what readers say, and by nothing in the mail', async () => {
    const [of] = await rows<{ user: string; organisation: string }>(
      `select user_id as user, organisation_id as organisation from role_grant
       where user_id = (select id from user_account where email = 'director@member.example')`,
    );
    const calls = await rows<{ id: string }>(
      `select id from opportunity where kind = 'pilot' order by id limit 3`,
    );
    const items = JSON.stringify(calls.map(({ id }) => ({ opportunity: id })));
    const planted = await rows<{ id: string; user: string }>(
      `insert into digest (id, user_id, organisation_id, clusters, week, language, due_at, state, items, chosen_at)
       select gen_random_uuid(), id, $1, array[$2::uuid], '2026-W01', 'it', now() - interval '1 hour',
         case when id = $4 then 'chosen' else 'silent' end, $3::jsonb, now()
       from (select id from user_account order by id = $4 desc, id limit 5) u returning id, user_id as user`,
      [of?.organisation, afil, items, of?.user],
    );
    const ends = ['sent', 'sent', 'failed', 'unknown'];
    for (const [at, { id, user }] of planted.slice(0, 4).entries())
      await rows(
        `insert into mail_delivery (id, mail, recipient, cause, rank, holdable, counted, stale_at, state)
         values (gen_random_uuid(), 'digest', 'user:' || $1, $2, 1, true, true, now() + interval '1 day', $3)`,
        [user, id, ends[at]],
      );
    const counts = async () => {
      const [week] = await service.database.unitOfWork.run(systemScope(clusters), (unit) =>
        new DigestCountsReadModel().weeks(unit, afil, 7),
      );
      return week;
    };
    const delivered = {
      week: '2026-W01',
      readers: 5,
      sent: 2,
      notSent: 1,
      unknown: 1,
      silent: 4,
      underWay: 0,
    };
    expect(await counts()).toMatchObject({ ...delivered, cameBack: 0, useful: 0, notForUs: 0, requests: 0 });
    const director = {
      role: 'member',
      clusters: [],
      organisation: of?.organisation ?? '',
      user: of?.user ?? '',
    } as const;
    for (const [at, verdict] of (['useful', 'not-for-us', 'not-for-us'] as const).entries())
      await service.app
        .get(GiveFeedback)
        .give(
          director,
          { opportunity: calls[at]?.id ?? '', organisation: director.organisation },
          { verdict, reason: null, note: null },
        );
    expect(await counts()).toMatchObject({ ...delivered, useful: 1, notForUs: 2 });
    await rows('delete from digest where id = $1', [planted[4]?.id]);
    // of four readers, a number would tell what one of them said
    expect(await counts()).toMatchObject({ readers: 4, useful: null, notForUs: null, requests: null });
    await rows('delete from digest');
  });

  it('M09 the digest tells members of requests that wait and of needs that they are shown, while they are', async () => {
    const officer = await as('officer@afil.example');
    const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';
    const { id: board } = (await officer.post('/api/v1/consortia', { opportunity: topic })).body;
    const { needs } = (await officer.get(`/api/v1/consortia/${board}`)).body;
    const path = (at: number): string => `/api/v1/consortia/${board}/needs/${needs[at].id}`;
    for (const at of [0, 1, 2]) {
      await officer.send('PATCH', path(at), { version: 1, state: 'approved' });
      expect((await officer.send('PUT', `${path(at)}/audience`, { clusters: [afil] })).status).toBe(204);
    }
    const [reader] = await rows<{ user: string; organisation: string }>(
      `select user_id as "user", organisation_id as organisation from role_grant g join user_account u on u.id = g.user_id
       where u.email = 'director@member.example'`,
    );
    await rows(
      `insert into introduction (id, clusters, sender_clusters, recipient_clusters, channel, purpose, masked, subject,
         role, language, need_key, state, version, created_at, changed_at, recipient_organisation_id)
       values (gen_random_uuid(), '{}', '{}', '{}', 'member', 'join', false, 'x', 'x', 'it', 'x', 'sent', 1, now(), now(), $1)`,
      [reader?.organisation],
    );
    // calls are looked for elsewhere
    Object.assign(service.app.get(MemberFindings), { calls: () => Promise.resolve([]) });
    const weekly = service.app.get(WeeklyDigests);
    const tuesdays = [0, 7].map((days) => minutesLater(tuesday, days * 24 * 60 - 60));
    for (const at of tuesdays) await weekly.run(at);
    const chosen = await rows<{ state: string; waiting: { requests: number; needs: { id: string }[] } }>(
      'select state, waiting from digest where user_id = $1 order by due_at',
      [reader?.user],
    );
    // at most two of the five, and none of them twice in four weeks
    expect(chosen.map(({ state, waiting }) => [state, waiting.requests, waiting.needs.length])).toEqual([
      ['chosen', 1, 2],
      ['chosen', 1, 1],
    ]);
    const history = (await officer.get('/api/v1/digests')).body.items as { reader: string; items: number }[];
    const own = history.filter((line) => line.reader === reader?.user);
    expect(own.map(({ items }) => items)).toEqual([1, 2]);
    const told = chosen.flatMap(({ waiting }) => waiting.needs.map(({ id }) => id));
    expect(new Set(told).size).toBe(3);
    // taken from this reader's cluster, and still told to another
    await rows(
      `update need_share set to_cluster_id = (select id from cluster where slug = 'catal') where need_id = $1`,
      [told[2]],
    );
    await rows('update mail_delivery set available_at = now()');
    await service.app.get(MailSender).sendDue(new AbortController().signal);
    const ended = await rows<{ end: string }>(
      `select coalesce(reason, state) as end from mail_delivery where recipient = $1 order by created_at, id`,
      [`user:${reader?.user ?? ''}`],
    );
    expect(ended.map(({ end }) => end)).toEqual(['sent', 'all-closed']);
    const [mail] = await rows<{ text: string; subject: string }>(
      `select text, subject from mailbox_message where to_address = 'director@member.example'`,
    );
    expect(mail?.subject).toMatch(/^2 opportunità per .+, 1 richiesta a cui rispondere$/);
    const said = mail?.text.replace(/\s+/g, ' ') ?? '';
    // others of the board may say the same: one sentence of a call can ask for two roles
    for (const { id, text } of needs.slice(0, 3))
      expect(said.includes(text.slice(0, 60))).toBe(told.slice(0, 2).includes(id));
  });
});
