import type { Browser } from 'playwright-core';

import { DemoPeople, demoPassword } from '../../src/app/demo/demo-people.js';
import { HttpClient } from '../support/http-client.js';
import { openHttpService, type HttpService } from '../support/http-service.js';
import { mailerTo, mailServer, type MailServer } from '../support/mail-server.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { tellCluster } from '../support/told-to-cluster.js';
import { connect, inBrowser, Visitor, walks, type Language } from './kit/visitor.js';

const words = {
  en: {
    right: 'Right',
    change: 'Change',
    notUs: 'Not us',
    instead: /What is right instead: City/,
    propose: 'Propose from this text',
    paste: 'Text about your organisation',
    take: 'This is right',
    role: 'Pilot site',
    weekly: 'Weekly',
    confirm: 'Confirm the profile',
    thanks: 'Thank you, the profile is confirmed',
    ended: 'This link has done its work',
    anew: 'Send me a new link',
    onItsWay: 'Look into your mailbox',
    removeMe: 'Remove me',
    removed: 'You are removed',
    list: /^A person a line/,
    aDay: 'Mails a working day',
    check: 'Check the list',
    unknown: 'No member of yours is called that, or has this PIC.',
    start: 'Invite 3 people',
    waits: /^2 invitations wait/,
    stop: 'Stop, take them back',
    stopped: '2 invitations were taken back.',
  },
  it: {
    right: 'Giusto',
    change: 'Cambia',
    notUs: 'Non siamo noi',
    instead: /Che cosa è giusto invece: Città/,
    propose: 'Proponi da questo testo',
    paste: 'Testo sulla Sua organizzazione',
    take: 'È giusto',
    role: 'Sito pilota',
    weekly: 'Ogni settimana',
    confirm: 'Conferma il profilo',
    thanks: 'Grazie, il profilo è confermato',
    ended: 'Questo collegamento ha già fatto il suo lavoro',
    anew: 'Inviatemi un nuovo collegamento',
    onItsWay: 'Guardi nella Sua posta',
    removeMe: 'Rimuovimi',
    removed: 'I Suoi dati sono stati rimossi',
    list: /^Una persona per riga/,
    aDay: 'Messaggi per giorno lavorativo',
    check: 'Controlli l’elenco',
    unknown: 'Nessun Suo socio si chiama così o ha questo PIC.',
    start: 'Inviti 3 persone',
    waits: /^2 inviti attendono/,
    stop: 'Fermi e ritiri gli inviti',
    stopped: '2 inviti sono stati ritirati.',
  },
} as const;

/** A browser complains of answers that the page expects: nobody has signed in, a link was used. */
const unexpected = ({ complaints }: Visitor): string[] =>
  complaints.filter((line) => !/ (401|404|409) /.test(line));

inBrowser('A1 and A2: from the mail to the confirmed profile', () => {
  let service: HttpService;
  let mail: MailServer;
  let browser: Browser;
  const officer = (): HttpClient => new HttpClient(service.address);
  beforeAll(async () => {
    await startTestServer();
    mail = await mailServer();
    service = await openHttpService({ demo: true, work: true, platform: { mailer: mailerTo(mail.url) } });
    await service.app.get(DemoPeople).ensure();
    browser = await connect();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
    await mail.close();
    await stopTestServer();
  });

  /** A firm that its cluster was told of, and the link that its owner finds in the mail. */
  const invited = async (name: string, email: string, language: Language): Promise<string> => {
    const told = { cluster: 'afil', name, text: 'Disassembly of battery modules.', invented: false };
    const organisation = await tellCluster(service.app, told);
    const staff = officer();
    await staff.post('/api/v1/sessions', { email: 'officer@afil.example', password: demoPassword });
    await staff.post('/api/v1/invitations', { organisation, name: 'Ada Bianchi', email, language });
    return /\/invitation#([\w-]{43})/.exec(await mail.mailTo(email))?.[1] ?? '';
  };

  describe.each(walks)('in $language at $width px', ({ language, width }) => {
    const say = words[language];

    it('is read, set right and confirmed', async () => {
      const email = `ada-${language}-${width}@journey.example`;
      const token = await invited(`Journey ${language} ${width} Srl`, email, language);
      // the language is the invitation's where the browser has none of ours
      const visitor = await Visitor.open(browser, { width, language, address: service.address });
      const { page } = visitor;
      await visitor.go(`/invitation#${token}`);
      await page.getByText('Milano', { exact: true }).waitFor();
      expect(await visitor.sideways()).toEqual([]);
      expect(await visitor.barriers()).toEqual([]);
      await visitor.picture(`invitation-${width}-${language}`);

      const city = page.getByRole('listitem').filter({ has: page.getByText('Milano', { exact: true }) });
      await city.getByRole('button', { name: say.change }).click();
      await page.getByLabel(say.instead).fill('Lecco');
      const region = page.getByRole('listitem').filter({ hasText: 'ITC4C' });
      await region.getByRole('button', { name: say.notUs }).click();
      await page
        .getByLabel(say.paste)
        .fill('About us. We design and build test benches for battery modules.');
      await page.getByRole('button', { name: say.propose }).click();
      await page.getByText(/We design and build test benches for battery modules$/).waitFor();
      await page
        .locator('section[aria-labelledby="add-competences"]')
        .getByRole('button', { name: say.take, exact: true })
        .click();
      await page.getByText(say.role, { exact: true }).click();
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      await page.getByLabel(say.weekly).check();
      await visitor.picture(`invitation-said-${width}-${language}`);
      expect(await visitor.barriers()).toEqual([]);
      await page.getByRole('button', { name: say.confirm }).click();
      await page.getByRole('heading', { name: say.thanks }).waitFor();
      await visitor.settled();
      expect(await visitor.sideways()).toEqual([]);
      expect(await visitor.barriers()).toEqual([]);
      await visitor.picture(`invitation-next-${width}-${language}`);

      const own = await (await visitor.context.request.get('/api/v1/own-profile')).json();
      expect(own.roles).toEqual(['pilot-site']);
      expect(own.lines).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ field: 'city', text: 'Lecco', source: 'self' }),
          expect.objectContaining({ group: 'competences', confirmed: true }),
        ]),
      );
      expect(JSON.stringify(own.lines)).not.toContain('ITC4C');

      // used up: the page sends another, which for somebody who has confirmed signs in
      await visitor.go(`/invitation#${token}`);
      await page.reload();
      await page.getByText(say.ended).waitFor();
      expect(await visitor.barriers()).toEqual([]);
      await visitor.picture(`invitation-ended-${width}-${language}`);
      await page.getByRole('button', { name: say.anew }).click();
      await page.getByText(say.onItsWay).waitFor();
      await visitor.picture(`invitation-renewed-${width}-${language}`);
      expect(unexpected(visitor)).toEqual([]);
      await visitor.close();
    }, 60_000);
  });

  it.each(walks)(
    'B1.3: an officer invites the people of a list in waves, and takes back who waits, in $language at $width px',
    async ({ language, width }) => {
      const say = words[language];
      const visitor = await Visitor.open(browser, {
        as: 'officer',
        language,
        width,
        address: service.address,
      });
      const { page } = visitor;
      const list: string[] = [];
      for (const at of [0, 1, 2]) {
        const name = `Onda ${language} ${width} ${at} Srl`;
        await tellCluster(service.app, { cluster: 'afil', name, text: 'Test benches.', invented: false });
        list.push(`${name}; Ada Neri; ${language}${width}${at}@waves.example`);
      }
      await visitor.go('/members/invitations');
      await page.getByLabel(say.list).fill([...list, 'Nobody S.p.A.; Bea; bea@waves.example'].join('\n'));
      await page.getByLabel(say.aDay).fill('1');
      await page.getByRole('button', { name: say.check }).click();
      await page.getByText(say.unknown).waitFor();
      await visitor.picture(`round-checked-${width}-${language}`);
      expect(await visitor.sideways()).toEqual([]);
      expect(await visitor.barriers()).toEqual([]);
      await page.getByRole('button', { name: say.start }).click();
      await page.getByText(say.waits).waitFor();
      expect(await mail.mailTo(`${language}${width}0@waves.example`)).toMatch(/\/invitation#[\w-]{43}/);
      await visitor.picture(`round-waits-${width}-${language}`);
      expect(await visitor.sideways()).toEqual([]);
      await page.getByRole('button', { name: say.stop }).click();
      await page.getByText(say.stopped).waitFor();
      await page.getByText(say.waits).waitFor({ state: 'detached' });
      expect(unexpected(visitor)).toEqual([]);
      await visitor.close();
    },
  );

  it('is asked for without an invitation, and an officer lets in', async () => {
    const organisation = 'Asked For Srl';
    await tellCluster(service.app, {
      cluster: 'afil',
      name: organisation,
      text: 'Test benches.',
      invented: false,
    });
    const asking = await Visitor.open(browser, { language: 'en', address: service.address });
    await asking.go('/claim');
    await asking.page.getByLabel('First and last name').fill('Bruna Verdi');
    await asking.page.getByLabel('What your organisation is called').fill(organisation);
    await asking.page.getByLabel('Mail address at your organisation').fill('bruna@asked-for.example');
    await asking.page.getByRole('button', { name: 'Ask for the profile' }).click();
    await asking.page.getByText('Look into your mailbox').waitFor();
    expect(unexpected(asking)).toEqual([]);
    await asking.close();
    expect(mail.inbox.filter(({ to }) => to.includes('bruna@asked-for.example'))).toEqual([]);

    const look = { as: 'officer', language: 'it', width: 360, address: service.address } as const;
    const deciding = await Visitor.open(browser, look);
    await deciding.go('/members/invitations');
    await deciding.page.getByText('Bruna Verdi', { exact: true }).waitFor();
    await deciding.picture('invitations-waiting-360-it');
    expect(await deciding.sideways()).toEqual([]);
    expect(await deciding.barriers()).toEqual([]);
    await deciding.page
      .getByRole('button', { name: /Bruna Verdi/ })
      .first()
      .click();
    expect(await mail.mailTo('bruna@asked-for.example')).toMatch(/\/invitation#[\w-]{43}/);
    expect(unexpected(deciding)).toEqual([]);
    await deciding.close();
  });

  it('is removed without signing in, by one press; opening the page does nothing', async () => {
    const token = await invited('Leaving Srl', 'leaving@journey.example', 'it');
    const say = words.it;
    const visitor = await Visitor.open(browser, { width: 360, language: 'it', address: service.address });
    await visitor.go(`/invitation/remove#${token}`);
    const looked = await officer().post('/api/v1/invitations/open', { token });
    expect(looked.status).toBe(200);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.picture('invitation-remove-360-it');
    await visitor.page.getByRole('button', { name: say.removeMe }).click();
    await visitor.page.getByText(say.removed).waitFor();
    expect((await officer().post('/api/v1/invitations/open', { token })).status).toBe(404);
    expect(unexpected(visitor)).toEqual([]);
    await visitor.close();
  });
});
