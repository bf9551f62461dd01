import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

import type { Browser, Locator, Page } from 'playwright-core';

import { CreateUser } from '../../src/accounts/index.js';
import { DemoPeople, demoPassword } from '../../src/app/demo/demo-people.js';
import { RunClocks } from '../../src/introductions/index.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { HttpClient } from '../support/http-client.js';
import { openHttpService, type HttpService } from '../support/http-service.js';
import { mailerTo, mailServer, type MailServer } from '../support/mail-server.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { scoreAll } from '../support/score-all.js';
import { MovedClock } from '../support/two-clusters.js';
import { connect, inBrowser, Visitor, walks } from './kit/visitor.js';

const call = 'HORIZON-CL4-2027-01-MAT-PROD-03';
/** A Monday, and before any day on which this is run: whoever signs in has done so since. */
const monday = new Date('2026-11-02T09:00:00Z');

const words = {
  en: {
    ask: (name: string) => `Ask ${name}`,
    write: 'Write the request',
    fromCall: 'form of words, with the call’s title',
    fromRecord: 'from your record',
    outside: 'I have asked them: start the clock',
    door: 'A door to an organisation outside',
    oneOfThem: 'Ask one of them',
    nobody: /^There is nobody here whom you can ask/,
    send: 'Send',
    isSent: /^It was sent/,
    readAll: 'Read all of it',
    note: 'A question, or a word',
    askThem: 'Ask',
    message: 'Your message',
    sendMessage: 'Send the message',
    accept: 'Accept',
    signIn: 'Sign in to accept',
    talk: /^You can talk/,
    time: (number: number) => `Time ${number}`,
    propose: 'Propose these times',
    choose: 'This one',
    calendar: 'File for your calendar',
    agenda: 'Agenda',
    decline: 'Decline',
    declined: 'Declined',
    stillNone: 'No answer yet',
    willCall: 'I will call',
    called: 'officer calls',
  },
  it: {
    ask: (name: string) => `Chiedi a ${name}`,
    write: 'Scrivere la richiesta',
    fromCall: 'frase proposta, con il titolo del bando',
    fromRecord: 'dal Vostro profilo',
    outside: 'L’ho chiesto: avviare l’orologio',
    door: 'Una porta verso un’organizzazione esterna',
    oneOfThem: 'Chieda a uno di loro',
    nobody: /^Qui non c'è nessuno a cui chiedere/,
    send: 'Inviare',
    isSent: /^È stata inviata/,
    readAll: 'Leggere tutto',
    note: 'Una domanda, o una parola',
    askThem: 'Chiedere',
    message: 'Il Vostro messaggio',
    sendMessage: 'Inviare il messaggio',
    accept: 'Accettare',
    signIn: 'Accedere per accettare',
    talk: /^Potete parlarvi/,
    time: (number: number) => `Orario ${number}`,
    propose: 'Proporre questi orari',
    choose: 'Questo',
    calendar: 'File per il calendario',
    agenda: 'Ordine del giorno',
    decline: 'Rifiutare',
    declined: 'Rifiutata',
    stillNone: 'Ancora senza risposta',
    willCall: 'Chiamo io',
    called: 'il cluster chiama',
  },
} as const;

/** Organisations of the demonstration that are known from (invented) open data alone. */
const inNoCluster = Array.from(
  readFileSync('data/demo/organisations/open-data.yaml', 'utf8').matchAll(/legalName: '?(.+?)'?$/gm),
  ([, name]) => name,
);

interface Suggestions {
  readonly suggestions: readonly {
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly masked: unknown;
      readonly clusters: readonly string[];
    };
  }[];
}

/** Somebody who can be asked, and speaks for one organisation. */
interface Asked {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

inBrowser('A6, A7 and B5: from a card to a meeting, and what becomes of silence', () => {
  let service: HttpService;
  let mail: MailServer;
  let browser: Browser;
  let asked: Asked[];
  const clock = new MovedClock(monday);

  beforeAll(async () => {
    await startTestServer();
    mail = await mailServer();
    service = await openHttpService({
      demo: true,
      work: true,
      platform: { clock, mailer: mailerTo(mail.url) },
    });
    await service.app.get(DemoPeople).ensure();
    await scoreAll(service.app, monday);
    browser = await connect();
    asked = await somebodyToAsk();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await mail.close();
    await stopTestServer();
  });

  /** Fellow members that the call's list suggests, each with a person of its own. */
  async function somebodyToAsk(): Promise<Asked[]> {
    const staff = new HttpClient(service.address);
    await staff.send('POST', '/api/v1/sessions', { email: 'officer@afil.example', password: demoPassword });
    const path = `/api/v1/opportunities/${call}/suggestions?limit=20`;
    const { suggestions } = (await staff.send('GET', path)).body as unknown as Suggestions;
    const spoken = await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<{ id: string }[]>('select organisation_id as id from role_grant'),
    );
    const fellows = suggestions.filter(
      ({ organisation: { id, masked, clusters } }) =>
        masked === null && clusters.length > 0 && !spoken.some((one) => one.id === id),
    );
    const made: Asked[] = [];
    for (const { organisation } of fellows.slice(0, walks.length * 2)) {
      const email = `ada@fellow-${made.length}.example`;
      await service.app.get(CreateUser).create('test', {
        email,
        name: `Ada Prova ${made.length}`,
        language: 'en',
        password: demoPassword,
        grants: [{ role: 'committer', cluster: null, organisation: organisation.id }],
        demo: false,
      });
      made.push({ id: organisation.id, name: organisation.name, email });
    }
    return made;
  }

  describe.each(walks)('in $language at $width px', ({ language, width }) => {
    const say = words[language];
    const walk = walks.findIndex((one) => one.language === language && one.width === width);
    const whom = (which: 0 | 1): Asked => asked[walk * 2 + which] ?? { id: '', name: '', email: '' };
    let sender: Visitor;
    let request = '';
    beforeAll(async () => {
      clock.moment = new Date(monday);
      sender = await Visitor.open(browser, { as: 'officer', language, width, address: service.address });
    });
    afterAll(() => sender.close());

    const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
    const looked = async (visitor: Visitor, name: string): Promise<void> => {
      expect(await visitor.sideways()).toEqual([]);
      if (width === 360) expect(await visitor.barriers()).toEqual([]);
      await visitor.picture(`request-${name}-${width}-${language}`);
    };
    const stranger = (): Promise<Visitor> =>
      Visitor.open(browser, { language, width, address: service.address });
    const signedIn = async (email: string): Promise<Visitor> => {
      const visitor = await stranger();
      const data = { email, password: demoPassword };
      const headers = { origin: service.address };
      expect((await visitor.context.request.post('/api/v1/sessions', { data, headers })).status()).toBe(201);
      return visitor;
    };
    /** Another request of the same sender, sent. */
    const another = async (to: Asked, role: string): Promise<string> => {
      const headers = { origin: service.address };
      const data = { organisation: to.id, opportunity: call, role, language };
      const made = await sender.context.request.post('/api/v1/introductions', { data, headers });
      const { id } = (await made.json()) as { readonly id: string };
      expect(
        (await sender.context.request.post(`/api/v1/introductions/${id}/send`, { headers })).status(),
      ).toBe(200);
      return id;
    };
    const linkTo = async (email: string, deed: string, holding: string): Promise<string> => {
      const letter = await mail.mailTo(email, holding);
      return /\/introductions\/answer#[\w-]{43}/.exec(letter)?.[0] + `.${deed}`;
    };

    it('A-30: goes from the card to a request that is sent in three clicks, and a look at it', async () => {
      const { page } = sender;
      let clicks = 0;
      const click = async (what: Locator): Promise<void> => {
        clicks += 1;
        await what.click();
      };
      await sender.go(`/opportunities/${call}`);
      await click(page.getByRole('link', { name: say.ask(whom(0).name), exact: true }).first());
      await click(button(page, say.write));
      await page.getByText(say.fromCall).first().waitFor();
      await looked(sender, 'letter');
      await click(button(page, say.send));
      await page.getByText(say.isSent).waitFor();
      expect(clicks).toBeLessThanOrEqual(3);
      request = new URL(page.url()).pathname;
      await looked(sender, 'sent');
      expect(await page.content()).not.toContain(whom(0).email);
    });

    it('A-30: a member asks somebody outside in as few, and keeps the clock here', async () => {
      const member = await Visitor.open(browser, { as: 'editor', language, width, address: service.address });
      const { page } = member;
      const to = await outside(member);
      await member.go(`/opportunities/${to.call}`);
      await page
        .getByRole('link', { name: say.ask(to.name), exact: true })
        .first()
        .click();
      await button(page, say.write).click();
      await page.getByText(say.fromRecord).first().waitFor();
      await maskedIntroducer(member);
      await button(page, say.outside).click();
      await page.getByText(say.isSent).waitFor();
      expect(await page.getByRole('heading', { name: say.door }).count()).toBe(0);
      await looked(member, 'outside');
      expect(member.complaints).toEqual([]);
      await member.close();
    });

    /** Who is known from open data alone and suggested for the call, or for another one: somebody else in each walk. */
    async function outside(member: Visitor): Promise<{ readonly call: string; readonly name: string }> {
      const read = async <T>(path: string): Promise<T> =>
        (await (await member.context.request.get(`/api/v1/opportunities${path}`)).json()) as T;
      const { items } = await read<{ items: { id: string }[] }>('?limit=20');
      const found = new Map<string, string>();
      for (const id of [call, ...items.map((one) => one.id)]) {
        const { suggestions } = await read<Suggestions>(`/${id}/suggestions?limit=20`);
        for (const { name } of suggestions.map(({ organisation }) => organisation))
          if (inNoCluster.includes(name) && !found.has(name)) found.set(name, id);
        if (found.size > walk) break;
      }
      const [name = '', id = ''] = [...found][walk] ?? [];
      return { call: id, name };
    }

    /** Behind a mask nobody is chosen: whoever it is is asked; here the service knows of none, and says so. */
    async function maskedIntroducer(member: Visitor): Promise<void> {
      const { page } = member;
      const ways = '**/api/v1/outside/*';
      await page.route(ways, async (route) => {
        const response = await route.fetch();
        const way = (await response.json()) as object;
        await route.fulfill({ response, json: { ...way, introducers: [], masked: true } });
      });
      await page.reload();
      const one = button(page, say.oneOfThem);
      await one.waitFor();
      expect(await page.getByRole('heading', { name: say.door }).count()).toBe(1);
      await looked(member, 'masked-introducer');
      const [asking] = await Promise.all([
        page.waitForRequest(
          (request) => request.method() === 'POST' && request.url().endsWith('/introductions'),
        ),
        one.click(),
      ]);
      expect(asking.postDataJSON()).toMatchObject({ introducer: true, purpose: 'introduce' });
      await page.getByRole('alert').filter({ hasText: say.nobody }).waitFor();
      await looked(member, 'masked-introducer-refused');
      await page.unroute(ways);
      expect(member.complaints.splice(0).filter((line) => !line.includes('404'))).toEqual([]);
    }

    it('A6: is read and asked about by the link in the mail, without signing in', async () => {
      const guest = await stranger();
      await guest.go(await linkTo(whom(0).email, 'ask', 'Factory processes'));
      await button(guest.page, say.readAll).click();
      await looked(guest, 'answer');
      expect(await guest.page.content()).not.toContain('officer@afil.example');
      await guest.page.getByLabel(say.note).fill('Which cells?');
      await button(guest.page, say.askThem).click();
      await button(guest.page, say.askThem).waitFor({ state: 'detached' });
      await guest.close();
      await mail.mailTo('officer@afil.example', 'Which cells?');
      await sender.go(request);
      await sender.page.getByText('Which cells?').waitFor();
      await sender.page.getByLabel(say.message).fill('Pouch cells of buses.');
      await button(sender.page, say.sendMessage).click();
      await button(sender.page, say.sendMessage).waitFor({ state: 'detached' });
    });

    it('A7: is accepted by somebody who signed in, and both are told whom to write to', async () => {
      const them = await signedIn(whom(0).email);
      await them.go(request);
      await them.page.getByText('Pouch cells of buses.').waitFor();
      expect(await them.page.content()).not.toContain('officer@afil.example');
      await button(them.page, say.accept).click();
      await them.page.getByText('officer@afil.example').first().waitFor();
      await sender.go(request);
      await sender.page.getByText(whom(0).email).first().waitFor();
      expect(await mail.mailTo(whom(0).email, /You can talk/)).toContain('officer@afil.example');
      const agreed = language === 'it' ? /Potete parlarvi|You can talk/ : /You can talk|Potete parlarvi/;
      expect(await mail.mailTo('officer@afil.example', agreed)).toContain('@fellow-');
      await talk(them, sender);
      await looked(them, 'talk');
      await them.close();
    });

    /** Three times are proposed, one is chosen and taken away as a file; words go both ways. */
    async function talk(them: Visitor, us: Visitor): Promise<void> {
      for (const number of [1, 2, 3])
        await us.page.getByLabel(say.time(number)).fill(`2026-11-0${number + 3}T10:00`);
      await button(us.page, say.propose).click();
      await us.page.getByText('10:00').nth(2).waitFor();
      await them.go(request);
      await button(them.page, say.choose).first().click();
      const [file] = await Promise.all([
        them.page.waitForEvent('download'),
        them.page.getByRole('link', { name: say.calendar }).click(),
      ]);
      expect(await text(await file.createReadStream())).toContain('DTSTART:20261104T090000Z');
      expect(await them.page.getByRole('heading', { name: say.agenda }).count()).toBe(1);
      await them.page.getByLabel(say.message).fill('We shall be there.');
      await button(them.page, say.sendMessage).click();
      await them.page.getByText('We shall be there.', { exact: true }).waitFor();
      await us.go(request);
      await us.page.getByText('We shall be there.').waitFor();
    }

    it('A-33: is declined by one press in the mail’s page, and the sender is told kindly', async () => {
      await another(whom(1), `test bench ${language} ${width}`);
      const guest = await stranger();
      await guest.go(await linkTo(whom(1).email, 'decline', `test bench ${language} ${width}`));
      await button(guest.page, say.decline).click();
      await guest.page.getByText(say.declined).first().waitFor();
      await looked(guest, 'declined');
      await guest.close();
      expect(await mail.mailTo('officer@afil.example', `test bench ${language} ${width}`)).toMatch(
        /Not this time|Non questa volta/,
      );
    });

    it('B5: waits in the pipeline of an officer, who is told of the silence and calls', async () => {
      const id = await another(whom(1), `pilot line ${language} ${width}`);
      await mail.mailTo(whom(1).email, `pilot line ${language} ${width}`);
      clock.forward(7 * 24);
      await service.app.get(RunClocks).run();
      const told = await mail.mailTo('officer@afil.example', `pilot line ${language} ${width}`);
      const officer = sender;
      await officer.go('/introductions');
      await looked(officer, 'pipeline');
      const row = officer.page.getByRole('row').filter({ hasText: `pilot line ${language} ${width}` });
      await row.getByText(say.stillNone).waitFor();
      await officer.go(new URL(/https?:\/\/\S+\/introductions\/[\w-]{36}/.exec(told)?.[0] ?? '').pathname);
      expect(officer.page.url()).toContain(id);
      await button(officer.page, say.willCall).click();
      await button(officer.page, say.willCall).waitFor({ state: 'detached' });
      await officer.go('/introductions');
      await row.getByText(say.called).waitFor();
    });
  });
});
