import { HttpClient } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { mailerTo, mailServer, type MailServer } from '../../test/support/mail-server.js';
import { makePdf } from '../../test/support/make-pdf.js';
import { tellCluster } from '../../test/support/told-to-cluster.js';
import { until } from '../../test/support/until.js';
import { systemScope } from '../platform/database/scope.js';
import { JobRegistry } from '../platform/queue/index.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';

interface Line {
  readonly ref: string;
  readonly group: string;
  readonly field: string | null;
  readonly text: string;
  readonly source: string;
  readonly date: string | null;
  readonly confirmed: boolean;
}

describe('claiming an organisation', () => {
  let service: HttpService;
  let mail: MailServer;
  let officer: HttpClient;
  beforeAll(async () => {
    mail = await mailServer();
    service = await openHttpService({
      demo: true,
      work: true,
      platform: { mailer: mailerTo(mail.url) },
    });
    await service.app.get(DemoPeople).ensure();
    officer = await signIn('officer@afil.example');
  }, 120_000);
  afterAll(async () => {
    await (service as HttpService | undefined)?.close();
    await mail.close();
  });

  const browser = (): HttpClient => new HttpClient(service.address);
  const signIn = async (email: string): Promise<HttpClient> => {
    const own = browser();
    expect((await own.post('/api/v1/sessions', { email, password: demoPassword })).status).toBe(201);
    return own;
  };
  const told = (name: string, text: string, cluster = 'afil'): Promise<string> =>
    tellCluster(service.app, { cluster, name, text, invented: false });
  /** The token that the invitation's mail brings. */
  const invited = async (organisation: string, email: string): Promise<string> => {
    const asked = await officer.post('/api/v1/invitations', { organisation, name: 'Ada Bianchi', email });
    expect(asked.status).toBe(202);
    return /\/invitation#([\w-]{43})/.exec(await mail.mailTo(email))?.[1] ?? '';
  };
  const linesOf = async (token: string): Promise<Line[]> =>
    (await browser().post('/api/v1/invitations/open', { token })).body.lines;
  const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope(), ({ manager }) => manager.query<T[]>(sql, values));
  const rowsOf = async <T>(sql: string, values: unknown[]): Promise<T[]> => {
    const clusters = await rows<{ id: string }>('select id from cluster');
    return service.database.unitOfWork.run(systemScope(clusters.map(({ id }) => id)), ({ manager }) =>
      manager.query<T[]>(sql, values),
    );
  };

  it('A-08 shows every line with source and date; right, change and not us each do what they say', async () => {
    const organisation = await told('Claimed Works Srl', 'Battery module disassembly cells.');
    const token = await invited(organisation, 'ada@claimed.example');
    const lines = await linesOf(token);
    const find = (field: string): Line | undefined => lines.find((line) => line.field === field);
    expect(find('city')).toMatchObject({ text: 'Milano', source: 'members', date: '2026-11-02' });
    expect(lines.find(({ group }) => group === 'profile')?.text).toBe('Battery module disassembly cells.');
    expect(lines.every(({ source, date }) => source !== '' && date !== null)).toBe(true);
    const ada = browser();
    const profile = {
      decisions: [
        { ref: 'field:city', verdict: 'changed', text: 'Lecco' },
        { ref: 'field:nuts', verdict: 'not-us' },
        { ref: 'field:country', verdict: 'right' },
        { ref: lines.find(({ group }) => group === 'profile')?.ref, verdict: 'right' },
      ],
      added: [{ statement: 'Automated cell opening, three lines', kind: 'equipment', trlFrom: 5, trlTo: 6 }],
      roles: ['technical-partner', 'pilot-site'],
      pic: '999988877',
    };
    const tooLong = { ...profile, added: [{ statement: 'x'.repeat(301), kind: 'equipment' }] };
    expect((await ada.post('/api/v1/invitations/confirm', { token, profile: tooLong })).status).toBe(400);
    const confirmed = await ada.post('/api/v1/invitations/confirm', { token, profile });
    expect(confirmed.status).toBe(201);

    const shown = (await ada.get(`/api/v1/organisations/${organisation}`)).body;
    expect(shown).toMatchObject({ city: 'Lecco', nuts: null, country: 'IT', pic: '999988877' });
    expect(shown.provenance.city.source).toBe('self');
    expect(shown.evidence.map(({ state }: { state: string }) => state)).toEqual(['confirmed', 'confirmed']);
    const own = (await ada.get('/api/v1/own-profile')).body;
    expect(own.roles).toEqual(['technical-partner', 'pilot-site']);
    expect(own.lines.filter(({ confirmed: said }: Line) => said)).toHaveLength(5);

    // what it refuses later is gone, and what it rewrites stands as it says
    const line = own.lines.find(({ group }: Line) => group === 'competences') as Line;
    const again = await ada.post('/api/v1/own-profile/decisions', {
      decisions: [
        {
          ref: line.ref,
          verdict: 'changed',
          text: 'Automated cell opening, four lines',
          competence: { kind: 'offer' },
        },
        { ref: own.lines.find(({ group }: Line) => group === 'profile')?.ref, verdict: 'not-us' },
      ],
    });
    expect(again.status).toBe(200);
    expect(again.body.lines.filter(({ field }: Line) => field === null)).toMatchObject([
      { ref: line.ref, text: 'Automated cell opening, four lines', competence: { kind: 'offer' } },
    ]);
  }, 60_000);

  it('proposes lines from a document, each with its sentence, and keeps only what is confirmed', async () => {
    const organisation = await told('No Project Srl', 'Metalworks.');
    const token = await invited(organisation, 'noproject@claimed.example');
    const sent = new FormData();
    const sentence = 'We design and build test benches for battery modules at TRL 6.';
    sent.append(
      'file',
      new Blob([new Uint8Array(makePdf({ lines: [sentence, 'Founded in 1984.'] }))]),
      'us.pdf',
    );
    const propose = (by: string): Promise<Response> =>
      fetch(`${service.address}/api/v1/invitations/proposals/document`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', 'x-invitation': by },
        body: sent,
      });
    expect((await propose('A'.repeat(43))).status).toBe(404);
    const answer = await propose(token);
    expect(answer.status).toBe(200);
    const { items } = (await answer.json()) as { items: { statement: string }[] };
    expect(items).toEqual([
      { statement: sentence.slice(0, -1), kind: 'test-site', trlFrom: 6, trlTo: 6, sentence },
    ]);
    const competences = async (): Promise<object[]> =>
      (await linesOf(token)).filter(({ group }) => group === 'competences');
    expect(await competences()).toEqual([]);

    const pasted = { token, text: `About us\n${sentence}\nCookie policy` };
    expect((await browser().post('/api/v1/invitations/proposals', pasted)).body.items).toEqual(items);

    const added = [
      { statement: items[0]?.statement, kind: 'test-site', trlFrom: 6, trlTo: 6, basis: sentence },
    ];
    const ada = browser();
    expect((await ada.post('/api/v1/invitations/confirm', { token, profile: { added } })).status).toBe(201);
    expect(
      (await ada.get('/api/v1/own-profile')).body.lines.filter(({ group }: Line) => group === 'competences'),
    ).toMatchObject([{ text: items[0]?.statement, confirmed: true, competence: { basis: sentence } }]);
  });

  it('A-06 asks for nothing but one confirmation, and chooses no digest by itself', async () => {
    const organisation = await told('Quick Claim Srl', 'Robots.');
    const token = await invited(organisation, 'quick@claimed.example');
    const ada = browser();
    expect((await ada.post('/api/v1/invitations/confirm', { token })).status).toBe(201);
    const { tables } = (await ada.get('/api/v1/me/data')).body;
    expect(tables.consents.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['account']);
  });

  it('A-07 refuses a wrong PIC with the reason, and takes nothing of what came with it', async () => {
    const organisation = await told('Wrong Pic Srl', 'Moulds.');
    const token = await invited(organisation, 'pic@claimed.example');
    const decisions = [{ ref: 'field:city', verdict: 'changed', text: 'Como' }];
    const refused = await browser().post('/api/v1/invitations/confirm', {
      token,
      profile: { decisions, pic: '12345' },
    });
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe('organisations.bad-pic');
    expect(refused.body.detail).toContain('nine digits');
    expect((await linesOf(token)).find(({ field }) => field === 'city')?.text).toBe('Milano');
    const found = await rows('select id from user_account where email = $1', ['pic@claimed.example']);
    expect(found).toEqual([]);
  });

  it('A-12 leaves a PIC that another organisation has where it is', async () => {
    const organisation = await told('Same Pic Srl', 'Castings.');
    const token = await invited(organisation, 'same@claimed.example');
    const profile = { pic: '999988877' };
    expect((await browser().post('/api/v1/invitations/confirm', { token, profile })).status).toBe(201);
    const [row] = await rows<{ pic: string | null }>('select pic from organisation where id = $1', [
      organisation,
    ]);
    expect(row?.pic).toBeNull();
    const own = await rowsOf<{ extra: object }>(
      `select extra from organisation_record where organisation_id = $1 and source = 'self'`,
      [organisation],
    );
    expect(own).toEqual([{ extra: { pic: '999988877' } }]);
  });

  describe('asked for by whoever has an address at the organisation’s own domain', () => {
    const asks = (email: string, over: object = {}) =>
      browser().post('/api/v1/profile-requests', {
        name: 'Ida Prova',
        email,
        organisation: 'Some Works Srl',
        ...over,
      });
    const atWebsite = async (organisation: string, url: string): Promise<unknown> =>
      rowsOf('update organisation_record set url = $2 where organisation_id = $1', [organisation, url]);
    const linkIn = (text: string): string => /\/invitation#([\w-]{43})/.exec(text)?.[1] ?? 'no link';
    const waiting = async (who = officer): Promise<{ id: string; email: string; mail: string }[]> =>
      (await who.get('/api/v1/invitations')).body.items.filter(
        ({ mail: state }: { mail: string }) => state === 'waiting',
      );

    it('is mailed a link where the domain is that of its website, and comes in as an editor', async () => {
      const organisation = await told('Domain Works Srl', 'Test benches for cells.');
      await atWebsite(organisation, 'https://www.domain-works.example/it');
      const answer = await asks('ida@domain-works.example');
      expect([answer.status, answer.text]).toEqual([202, '{"asked":true}']);
      const text = await mail.mailTo('ida@domain-works.example');
      expect(text).toContain('Rimuovimi');
      const ida = browser();
      expect((await ida.post('/api/v1/invitations/confirm', { token: linkIn(text) })).status).toBe(201);
      const { roles, organisation: hers } = (await ida.get('/api/v1/me')).body;
      expect([roles.includes('editor'), roles.includes('committer'), hers]).toEqual([
        true,
        false,
        organisation,
      ]);
      // once: a replayed link is none
      expect((await browser().post('/api/v1/invitations/confirm', { token: linkIn(text) })).status).toBe(409);
    });

    it('waits for an officer of its own cluster where the domain leaves a doubt', async () => {
      const organisation = await told('Doubt Works Srl', 'Presses.');
      expect((await asks('leo@doubt.example', { organisation: 'DOUBT WORKS s.r.l.' })).status).toBe(202);
      expect((await asks('eva@doubt.example', { organisation: 'Doubt Works' })).status).toBe(202);
      const [leo, eva] = await until('two who wait', async () => {
        const found = (await waiting()).filter(({ email }) => email.endsWith('@doubt.example'));
        return found.length === 2 && found.sort((a, b) => (a.email < b.email ? 1 : -1));
      });
      const decide = (who: HttpClient, id: string, method: 'POST' | 'DELETE'): Promise<{ status: number }> =>
        who.send(method, `/api/v1/invitations/${id}${method === 'POST' ? '/approval' : ''}`);
      const foreign = await signIn('officer@catal.example');
      expect(await waiting(foreign)).toEqual([]);
      for (const method of ['POST', 'DELETE'] as const)
        expect((await decide(foreign, leo!.id, method)).status).toBe(404);
      expect((await decide(officer, eva!.id, 'DELETE')).status).toBe(204);
      expect((await decide(officer, eva!.id, 'POST')).status).toBe(404);
      const both = await Promise.all([1, 2].map(() => decide(officer, leo!.id, 'POST')));
      expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
      const text = await mail.mailTo('leo@doubt.example');
      expect(
        (await browser().post('/api/v1/invitations/open', { token: linkIn(text) })).body.organisation,
      ).toBe(organisation);
      expect(mail.inbox.filter(({ to }) => to.includes('eva@doubt.example'))).toEqual([]);
      expect(await rows(`select id from contact where email = 'eva@doubt.example'`)).toEqual([]);
    });

    it('is forgotten with whoever asked where no officer decides for a month, and no sooner', async () => {
      await told('Month Works Srl', 'Valves.');
      expect((await asks('noa@month.example', { organisation: 'Month Works' })).status).toBe(202);
      const one = await until('one who waits', async () =>
        (await waiting()).find(({ email }) => email === 'noa@month.example'),
      );
      const age = async (days: number): Promise<object[]> => {
        const past = `update invitation set created_at = now() - make_interval(days => $2) where id = $1`;
        await rows(past, [one.id, days]);
        const { handler } = service.app.get(JobRegistry).job('ingest/retention') ?? {};
        const once = { signal: new AbortController().signal, clusterId: null, attempt: 1 };
        await handler?.({ day: `2001-01-${days}` }, once);
        return rows(`select id from contact where email = 'noa@month.example'`);
      };
      expect(await age(29)).toHaveLength(1);
      expect([await age(31), (await waiting()).filter(({ id }) => id === one.id)]).toEqual([[], []]);
    });

    it('answers alike where nobody is meant, and refuses addresses that everybody can have', async () => {
      const before = await waiting();
      const nobody = await asks('ida@nobody-meant.example');
      expect([nobody.status, nobody.text]).toEqual([202, '{"asked":true}']);
      const free = await asks('ida@gmail.com', { organisation: 'Doubt Works Srl' });
      expect([free.status, free.body.code]).toEqual([422, 'accounts.free-mail-address']);
      for (const over of [
        { name: 'Ida\r\nBcc: all@victim.example' },
        { name: 'See https://evil.example' },
        { email: 'ida@domain-works.example, all@victim.example' },
        { organisation: '\u202e' },
        { role: 'committer' },
      ]) {
        const { status } = await asks('ida@domain-works.example', over);
        expect([over, status >= 400 && status < 500]).toEqual([over, true]);
      }
      await until('its mail was decided on', async () => {
        const [left] = await rows(
          `select from mail_delivery where mail = 'profile-request' and state in ('due', 'claimed', 'sending')`,
        );
        return left === undefined;
      });
      expect(mail.inbox.filter(({ to }) => to.includes('ida@nobody-meant.example'))).toEqual([]);
      expect(await rows(`select id from contact where email = 'ida@nobody-meant.example'`)).toEqual([]);
      expect(await waiting()).toEqual(before);
    });
  });

  // nothing of what it sends is taken in, so that its link serves every time
  let refusing: Promise<{ token: string; other: string }> | undefined;
  const whoRefuses = async (): Promise<{ token: string; other: string }> => {
    const organisation = await told('Refusing Srl', 'Presses.');
    return {
      token: await invited(organisation, 'refused@claimed.example'),
      other: await told('Other Side Srl', 'Lasers.'),
    };
  };

  it.each([
    ['a line of another organisation', { decisions: [{ ref: 'OTHER', verdict: 'not-us' }] }, 404],
    ['a line that is none', { decisions: [{ ref: 'field:__proto__', verdict: 'right' }] }, 400],
    ['a fact nobody asked about', { decisions: [{ ref: 'field:vatNumber', verdict: 'right' }] }, 404],
    ['no name', { decisions: [{ ref: 'field:legalName', verdict: 'not-us' }] }, 422],
    ['control characters', { added: [{ statement: 'Rob\u0007ots\u202e' }] }, 422],
    ['what no text may hold', { added: [{ statement: 'Rob\u0000ots' }] }, 400],
    ['a statement of 301 characters', { added: [{ statement: 'x'.repeat(301) }] }, 400],
    ['readiness levels the wrong way round', { added: [{ statement: 'R', trlFrom: 8, trlTo: 2 }] }, 422],
    ['an unknown key', { added: [{ statement: 'R', state: 'confirmed' }] }, 400],
    ['a role nobody knows', { roles: ['boss'] }, 400],
  ])('refuses %s', async (_what, profile, status) => {
    const { token, other } = await (refusing ??= whoRefuses());
    const [evidence] = await rowsOf<{ id: string }>('select id from evidence where organisation_id = $1', [
      other,
    ]);
    const body = JSON.parse(JSON.stringify(profile).replace('OTHER', `evidence:${evidence?.id ?? ''}`));
    const answer = await browser().post('/api/v1/invitations/confirm', { token, profile: body });
    expect(answer.status).toBe(status);
    const [left] = await rowsOf<{ state: string }>('select state from evidence where id = $1', [
      evidence?.id,
    ]);
    expect(left?.state).toBe('confirmed');
  });

  it('A-10 keeps two organisations apart in both directions, without a trace', async () => {
    const ours = await told('Apart One Srl', 'Automated disassembly of battery modules.');
    const theirs = await told('Apart Two Srl', 'Robots for disassembly of battery modules.');
    const ada = browser();
    const bea = browser();
    const hers = await invited(ours, 'ada@apart.example');
    const his = await invited(theirs, 'bea@apart.example');
    await ada.post('/api/v1/invitations/confirm', { token: hers });
    await bea.post('/api/v1/invitations/confirm', { token: his });
    const ask = async (who: HttpClient): Promise<{ names: string[]; total: number }> => {
      const { body } = await who.post('/api/v1/suggestions', {
        text: 'disassembly of battery modules',
        limit: 100,
      });
      return {
        names: body.suggestions.map((one: { organisation: { name: string } }) => one.organisation.name),
        total: body.total,
      };
    };
    const before = { ada: await ask(ada), bea: await ask(bea) };

    const path = `/api/v1/own-profile/exclusions/${theirs}`;
    // people of organisations do not see other members by name: staff do, and their lists honour it through seeds
    const seeded = async (): Promise<string> =>
      (
        await officer.post('/api/v1/suggestions', {
          text: 'disassembly of battery modules',
          seeds: [ours],
          limit: 100,
        })
      ).text;
    expect(await seeded()).toContain('Apart Two Srl');
    await rows(`insert into exclusion (organisation_id, other_id, kind) values ($1, $2, 'hide-from')`, [
      ours,
      theirs,
    ]);
    expect(await seeded()).not.toContain('Apart Two Srl');
    const after = { ada: await ask(ada), bea: await ask(bea) };
    for (const [who, { names, total }] of Object.entries(after)) {
      const then = before[who as 'ada' | 'bea'];
      expect(names).toEqual(then.names.filter((name) => !name.startsWith('Apart')));
      expect(total).toBe(then.total - then.names.filter((name) => name.startsWith('Apart')).length);
    }
    for (const [who, other] of [
      [ada, theirs],
      [bea, ours],
    ] as const)
      expect((await who.get(`/api/v1/organisations/${other}`)).status).toBe(404);

    // told to the one who said so alone
    expect((await ada.get('/api/v1/own-profile/exclusions')).body.items).toMatchObject([
      { organisation: theirs, kind: 'hide-from' },
    ]);
    expect((await bea.get('/api/v1/own-profile/exclusions')).body.items).toEqual([]);
    expect((await ada.send('DELETE', path)).body.items).toEqual([]);
    expect(await seeded()).toContain('Apart Two Srl');
    expect(
      (await ada.send('PUT', `/api/v1/own-profile/exclusions/${ours}`, { kind: 'never-match' })).status,
    ).toBe(422);
  });
});
