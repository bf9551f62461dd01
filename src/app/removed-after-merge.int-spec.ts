import { HttpClient } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { mailerTo, mailServer, type MailServer } from '../../test/support/mail-server.js';
import { systemScope } from '../platform/database/scope.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';

/** By the number of the one entry, the number of the other, the name of the other in a list that has neither. */
const lists = {
  kept: 'Ragione sociale,Partita IVA\nQuite Another Name,IT09999900989',
  number: 'Ragione sociale,Partita IVA\nQuite Another Name,IT10608000153',
  pic: 'Ragione sociale,PIC\nQuite Another Name,999584024',
  name: 'Ragione sociale,Partita IVA\nGo Ing Srl,',
  nobody: 'Ragione sociale,Partita IVA\nQuite Another Name,',
};

describe('a company that is removed after two of its entries became one', () => {
  let service: HttpService;
  let mail: MailServer;
  let officer: HttpClient;
  beforeAll(async () => {
    mail = await mailServer();
    service = await openHttpService({ demo: true, work: true, platform: { mailer: mailerTo(mail.url) } });
    await service.app.get(DemoPeople).ensure();
    officer = new HttpClient(service.address);
    const signedIn = await officer.post('/api/v1/sessions', {
      email: 'officer@afil.example',
      password: demoPassword,
    });
    expect(signedIn.status).toBe(201);
  }, 120_000);
  afterAll(async () => {
    await (service as HttpService | undefined)?.close();
    await mail.close();
  });

  const read = async (list: string): Promise<string> => {
    const run = await officer.upload('POST', '/api/v1/imports', 'list.csv', Buffer.from(list));
    expect(run.status).toBe(201);
    return (run.body as { id: string }).id;
  };
  const verdicts = async (): Promise<Record<string, string>> => {
    const found: Record<string, string> = {};
    for (const [by, list] of Object.entries(lists)) {
      const rows = await officer.get(`/api/v1/imports/${await read(list)}/rows`);
      found[by] = (rows.body as { items: { verdict: string }[] }).items[0]?.verdict ?? 'none';
    }
    return found;
  };

  it('does not come back by a number or name of the other, until it takes that back', async () => {
    const both = 'Ragione sociale,Comune,Partita IVA\nGOING,Milano,IT09999900989\nGo Ing Srl,,';
    expect((await officer.post(`/api/v1/imports/${await read(both)}/apply`, {})).status).toBe(200);
    const proposed = (await officer.get('/api/v1/merge-proposals')).body as {
      items: { kept: { id: string; legalName: string }; other: { id: string } }[];
    };
    const pair = proposed.items.find(({ kept }) => ['GOING', 'Go Ing Srl'].includes(kept.legalName));
    expect(pair).toBeDefined();
    const { kept, other } = { kept: pair?.kept.id ?? '', other: pair?.other.id ?? '' };
    const joined = await officer.post('/api/v1/merge-proposals/decisions', { kept, other, decision: 'same' });
    expect(joined.status).toBe(201);
    // numbers that no file of ours has: other lists know the entry that goes by them
    await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query(`update organisation set pic = '999584024', vat_number = 'IT10608000153' where id = $1`, [
        other,
      ]),
    );

    const email = 'ada@going.example';
    const invited = await officer.post('/api/v1/invitations', { organisation: kept, name: 'Ada', email });
    expect(invited.status).toBe(202);
    const token = /\/invitation#([\w-]{43})/.exec(await mail.mailTo(email))?.[1] ?? '';
    const anyone = new HttpClient(service.address);
    expect((await anyone.post('/api/v1/invitations/remove-organisation', { token })).status).toBe(200);

    expect(await verdicts()).toEqual({
      kept: 'refused',
      number: 'refused',
      pic: 'refused',
      name: 'refused',
      nobody: 'new',
    });
    const undo =
      /\/invitation\/undo#([\w-]{43})/.exec(await mail.mailTo(email, 'invitation/undo'))?.[1] ?? '';
    expect((await anyone.post('/api/v1/removals/undo', { token: undo })).status).toBe(200);
    expect(Object.values(await verdicts())).not.toContain('refused');
  });
});
