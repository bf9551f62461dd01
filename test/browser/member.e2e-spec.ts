import type { Browser, Locator } from 'playwright-core';

import { until } from '../support/until.js';
import { expectClicks } from './kit/click-counts.js';
import { connect, inBrowser, Visitor, walks } from './kit/visitor.js';

const call = 'HORIZON-CL4-2027-01-MAT-PROD-03';
const idea = {
  en: 'We want to disassemble battery modules with robots and recover lithium and nickel on a pilot line.',
  it: 'Vogliamo smontare moduli di batterie con robot e recuperare litio e nichel su una linea pilota.',
};

const words = {
  en: {
    forYou: 'For you',
    refuse: /^Not for us/,
    why: 'The topic',
    undo: 'Undo',
    ideas: 'Find partners',
    idea: 'Your idea',
    go: 'Find partners',
    reasons: 'Show the reasons',
    save: /^Save:/,
    open: 'Open the navigation',
    should: 'Should you?',
    takeBack: /^Remove “Members of: nowhere”/,
    cluster: 'Members of',
    fit: /organisations fit/,
    role: 'Role or what is lacking',
    firms: /^Firm$/,
    clear: 'Clear all filters',
    regions: 'Regions',
  },
  it: {
    forYou: 'Per Lei',
    refuse: /^Non fa per noi/,
    why: 'Il tema',
    undo: 'Annulla',
    ideas: 'Trova partner',
    idea: 'La Sua idea',
    go: 'Trova partner',
    reasons: 'Mostra i motivi',
    save: /^Salva:/,
    open: 'Apri il menu',
    should: 'Conviene?',
    takeBack: /^Tolga «Soci di: nowhere»/,
    cluster: 'Soci di',
    fit: /organizzazioni adatte/,
    role: 'Ruolo o ciò che manca',
    firms: /^Impresa$/,
    clear: 'Azzera i filtri',
    regions: 'Regioni',
  },
} as const;

const keeping = {
  en: {
    name: 'Name',
    officers: 'Officers of my cluster as well',
    keep: 'Keep',
    done: 'The idea is kept.',
    rename: 'Rename',
    saveName: 'Save the name',
    remove: 'Take away',
  },
  it: {
    name: 'Nome',
    officers: 'Anche il personale del mio cluster',
    keep: 'Conserva',
    done: 'L’idea è conservata.',
    rename: 'Rinomina',
    saveName: 'Salva il nome',
    remove: 'Togli',
  },
} as const;

const talking = {
  en: {
    before: 'Back',
    next: 'Next',
    sentence: 'In one sentence',
    take: 'Take away',
    second: 'What equipment do you have that others do not?',
    ask: 'Ask the member',
    waiting: 'No answer yet.',
    send: 'Send',
    thanks: 'Thank you: everything is answered.',
  },
  it: {
    before: 'Indietro',
    next: 'Avanti',
    sentence: 'In una frase',
    take: 'Togli',
    second: 'Quali attrezzature avete che altri non hanno?',
    ask: 'Chiedi al socio',
    waiting: 'Ancora nessuna risposta.',
    send: 'Invia',
    thanks: 'Grazie: tutto ha avuto risposta.',
  },
} as const;

const sharing = {
  nothing: 'Nulla',
  masked: 'Mascherati',
  save: 'Salva',
  saved: 'Salvato. Vale da subito.',
  notShown: 'Non siete mostrati e non siete contati.',
};

/** Where "Not us", which leaves nothing behind, leads beside that line, in the mail that lies in the service's mailbox. */
async function linkIn({ context }: Visitor, line: string): Promise<string | undefined> {
  const { items } = (await (await context.request.get('/api/v1/mailbox')).json()) as {
    items: { id: string }[];
  };
  for (const { id } of items.slice(0, 10)) {
    const mail = await (await context.request.get(`/api/v1/mailbox/${id}`)).text();
    if (!mail.includes(line)) continue;
    const hash = /\/interview#[\w-]{43}\.[0-9a-f-]{36}\.not-us/.exec(mail)?.[0];
    if (hash !== undefined) return hash;
  }
  return undefined;
}

inBrowser('a member', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await connect()));
  afterAll(() => browser.close());

  describe.each(walks)('in $language at $width px', (walk) => {
    const { language, width } = walk;
    const say = words[language];
    let visitor: Visitor;
    let clicks = 0;
    beforeEach(async () => {
      visitor = await Visitor.open(browser, { as: 'editor', language, width });
      clicks = 0;
    });
    afterEach(async () => {
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    });
    const click = async (what: Locator): Promise<void> => {
      clicks += 1;
      await what.click();
    };
    /** A place of the navigation; on a telephone it is opened first, which is a click more. */
    const goTo = async (place: string): Promise<void> => {
      const link = visitor.page.getByRole('navigation').getByRole('link', { name: place });
      if (width === 360) await click(visitor.page.getByRole('button', { name: say.open }));
      await click(link);
      await visitor.settled();
    };
    const cards = (): Locator => visitor.page.locator('#main article:has(blockquote)');

    it('A3: finds a fitting call, sees why, and has one taken away and back', async () => {
      await visitor.go('/opportunities');
      await goTo(say.forYou);
      await cards().first().waitFor();
      expectClicks('findFitting', walk, clicks);
      await visitor.picture(`member-for-you-${width}-${language}`);
      const before = await cards().count();
      expect(before).toBeGreaterThan(1);
      expect(before).toBeLessThanOrEqual(20);
      // why is on the card: a quotation of the call and one of the record
      clicks = 0;
      expect(await cards().first().locator('blockquote').count()).toBeGreaterThanOrEqual(2);
      expectClicks('seeWhy', walk, clicks);
      const title = await cards().first().locator('h2').innerText();
      clicks = 0;
      await click(cards().first().getByRole('button', { name: say.refuse }));
      await click(visitor.page.getByRole('menuitem', { name: say.why, exact: true }));
      expectClicks('refuse', walk, clicks);
      await visitor.page.getByRole('button', { name: say.undo }).waitFor();
      expect(await visitor.page.locator('#main h2', { hasText: title }).count()).toBe(0);
      await visitor.page.getByRole('button', { name: say.undo }).click();
      await visitor.page.locator('#main h2', { hasText: title }).first().waitFor();
    });

    it('A4: is told whether to go, by which rule, and what it brings', async () => {
      await visitor.go(`/opportunities/${call}`);
      const advice = visitor.page.locator('[data-advice]');
      await advice.waitFor();
      expect(await advice.getAttribute('data-advice')).toBe('go');
      const panel = visitor.page.locator('section', { has: visitor.page.getByText(say.should) }).first();
      expect(await panel.innerText()).toContain('16 %');
      expect(await panel.innerText()).toMatch(/2025/);
      expect(await visitor.page.locator('#said li').count()).toBeGreaterThan(1);
      await click(visitor.page.getByRole('button', { name: say.reasons }));
      await visitor.page.locator('section[aria-labelledby="why"] blockquote').first().waitFor();
      expectClicks('showReasons', walk, clicks);
      await visitor.picture(`member-opportunity-${width}-${language}`);
    });

    it('A5: finds partners for a pasted idea, and for a call', async () => {
      await visitor.go('/for-you');
      await goTo(say.ideas);
      const field = visitor.page.getByLabel(say.idea);
      await field.fill(idea[language]);
      await click(visitor.page.locator('#main form').getByRole('button', { name: say.go }));
      await cards().first().waitFor();
      expectClicks('partnersForIdea', walk, clicks);
      expect(await cards().count()).toBeGreaterThan(2);
      expect(await visitor.sideways()).toEqual([]);
      await visitor.picture(`member-ideas-${width}-${language}`);
      await visitor.go(`/ideas?call=${call}`);
      await cards().first().waitFor();
      expect(await cards().count()).toBeGreaterThan(2);
    });

    it('A-26: says which filter of an address left nobody, takes it back, and combines others', async () => {
      const { page } = visitor;
      const asked = (): URLSearchParams => new URL(page.url()).searchParams;
      await visitor.go(`/ideas?call=${call}&countries=ZZ&trl=12&cluster=nowhere`);
      // of what an address asks for, only what makes sense narrows; a cluster out of reach is shown as asked for
      const takeBack = page.getByRole('button', { name: say.takeBack });
      await takeBack.waitFor();
      expect(await page.getByLabel(say.cluster, { exact: true }).first().inputValue()).toBe('nowhere');
      await visitor.picture(`member-nobody-${width}-${language}`);
      expect(await visitor.sideways()).toEqual([]);
      expect(await visitor.barriers()).toEqual([]);
      const promised = Number(/\((\d+)\)$/.exec(await takeBack.innerText())?.[1]);
      await takeBack.click();
      await cards().first().waitFor();
      expect([...asked().keys()]).toEqual(['call']);
      expect(Number(/\d+/.exec(await page.getByText(say.fit).innerText())?.[0])).toBe(promised);

      // a role is taken over by the very press that chooses something else
      await page.getByLabel(say.role, { exact: true }).fill('end user');
      await page.locator('#main label').filter({ hasText: say.firms }).click();
      await page.waitForURL((url) => url.searchParams.has('types'));
      expect(asked().get('role')).toBe('end user');
      await cards().first().waitFor();

      // a region is chosen by its name, and goes into the address by its code
      await page.getByLabel(say.regions, { exact: true }).first().fill('lombard');
      await page.getByRole('option', { name: 'Lombardia (ITC4)' }).click();
      await page.waitForURL((url) => url.searchParams.get('regions')?.includes('ITC4') === true);
      await page.keyboard.press('Escape');
      await visitor.picture(`member-narrowed-${width}-${language}`);
      await page.getByRole('button', { name: say.clear }).click();
      await page.waitForURL((url) => !url.searchParams.has('types') && !url.searchParams.has('role'));
      expect(await page.getByLabel(say.role, { exact: true }).inputValue()).toBe('');
      expect(asked().get('call')).toBe(call);
    });
  });

  it.each(walks)(
    'keeps an idea, renames it, takes it away and back, in $language at $width px',
    async (look) => {
      const visitor = await Visitor.open(browser, { as: 'editor', ...look });
      const { page } = visitor;
      const say = keeping[look.language];
      const button = (name: string | RegExp): Locator => page.locator('#main').getByRole('button', { name });
      await visitor.go('/ideas');
      await page.getByLabel(words[look.language].idea).fill(idea[look.language]);
      await button(words[look.language].go).click();
      const found = page.locator('#main article h2, #main article h3');
      await found.first().waitFor();
      const partners = await found.allInnerTexts();
      const name = `Litio ${look.language}`;
      await page.getByLabel(new RegExp(`^${say.name}`)).fill(name);
      await page.getByLabel(say.officers, { exact: true }).check();
      await button(say.keep).click();
      await page.getByText(say.done).waitFor();
      expect(await visitor.sideways()).toEqual([]);
      await visitor.picture(`ideas-keep-${look.width}-${look.language}`);

      await visitor.go('/ideas/kept');
      await button(say.rename).first().click();
      await page.getByLabel(new RegExp(`^${say.name}`)).fill(`${name} 2`);
      await button(say.saveName).click();
      await page.getByRole('heading', { name: `${name} 2` }).waitFor();
      await button(`${say.remove}: ${name} 2`).click();
      await page.getByRole('heading', { name: `${name} 2` }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: words[look.language].undo }).last().click();
      await page.getByRole('heading', { name: `${name} 2` }).waitFor();
      await visitor.picture(`ideas-kept-list-${look.width}-${look.language}`);
      await page.getByRole('link', { name: `${name} 2` }).click();
      await found.first().waitFor();
      expect(await found.allInnerTexts()).toEqual(partners);

      const officer = await Visitor.open(browser, { as: 'officer', ...look });
      await officer.go('/ideas/kept');
      await officer.page.getByRole('heading', { name: `${name} 2` }).waitFor();
      await officer.close();
      await visitor.go('/ideas/kept');
      await button(`${say.remove}: ${name} 2`).click();
      await page.getByRole('heading', { name: `${name} 2` }).waitFor({ state: 'detached' });
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
  );

  it.each(walks)(
    'B-05: is interviewed, and confirms by the mail, in $language at $width px',
    async (look) => {
      const officer = await Visitor.open(browser, { as: 'officer', ...look });
      const say = talking[look.language];
      // another one each time: its mail is found by it
      const line = `Celle laser che aprono moduli, ${look.language} ${look.width}.`;
      const onPage = (name: string): Locator => officer.page.locator('#main').getByRole('button', { name });
      const editor = await Visitor.open(browser, { as: 'editor', ...look });
      const own = await editor.context.request.get('/api/v1/own-profile');
      const { organisation } = (await own.json()) as { organisation: string };
      await editor.close();
      await officer.go(`/members/${organisation}/interview`);
      for (let back = 0; back < 9 && (await onPage(say.before).isEnabled()); back += 1)
        await onPage(say.before).click();
      await officer.page.getByLabel(say.sentence).fill(line);
      // what is typed is not lost by going on without writing it down
      await onPage(say.next).click();
      await officer.page.getByRole('heading', { name: say.second }).waitFor();
      await onPage(say.before).click();
      await officer.page.getByText(line).waitFor();
      await officer.picture(`interview-offer-${look.width}-${look.language}`);
      await onPage(`${say.take}: ${line}`).click();
      await officer.page.locator('#main li', { hasText: line }).waitFor({ state: 'detached' });
      await officer.page.getByRole('button', { name: words[look.language].undo }).last().click();
      await officer.page.locator('#main li', { hasText: line }).waitFor();
      const kept = officer.page.waitForResponse(
        (answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/interview'),
      );
      await onPage(say.next).click();
      await kept;
      // left and resumed, where it was
      await officer.go(`/members/${organisation}/interview`);
      await officer.page.getByRole('heading', { name: say.second }).waitFor();
      for (let on = 0; on < 7; on += 1) await onPage(say.next).click();
      await officer.page.locator('#main li', { hasText: line }).waitFor();
      expect(await officer.sideways()).toEqual([]);
      expect(await officer.barriers()).toEqual([]);
      await officer.picture(`interview-review-${look.width}-${look.language}`);
      await onPage(say.ask).click();
      await officer.page.getByText(say.waiting).waitFor();

      const operator = await Visitor.open(browser, { as: 'operator', ...look });
      const link = await until('the mail', async () => linkIn(operator, line), 30_000);
      await operator.close();
      const member = await Visitor.open(browser, { as: 'open', ...look });
      await member.go(link);
      const press = (name: string): Locator => member.page.locator('#main').getByRole('button', { name });
      await member.page.getByText(line).waitFor();
      await member.picture(`interview-asked-${look.width}-${look.language}`);
      expect(await member.sideways()).toEqual([]);
      await press(say.send).click();
      await member.page.getByText(say.thanks).waitFor();
      for (const one of [officer, member]) expect(one.complaints).toEqual([]);
      await member.close();
      await officer.close();
    },
  );

  it('C-10: decides what other clusters see of it, and sees it as they do', async () => {
    const visitor = await Visitor.open(browser, { as: 'editor', language: 'it', width: 360 });
    const { page } = visitor;
    const choose = async (level: string): Promise<void> => {
      await page.getByRole('radio', { name: level, exact: true }).check();
      await page.getByRole('button', { name: sharing.save, exact: true }).click();
      await page.getByText(sharing.saved).last().waitFor();
    };
    await visitor.go('/profile/sharing');
    await choose(sharing.nothing);
    await page.getByText(sharing.notShown).waitFor();
    await visitor.go('/profile/sharing');
    expect(await page.getByRole('radio', { name: sharing.nothing, exact: true }).isChecked()).toBe(true);
    expect(await page.getByRole('button', { name: sharing.save, exact: true }).isDisabled()).toBe(true);
    await visitor.picture('sharing-nothing');
    await choose(sharing.masked);
    await page.getByText(sharing.notShown).waitFor({ state: 'detached' });
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('P-02: saves a call by keyboard alone, and finds it again', async () => {
    const visitor = await Visitor.open(browser, { as: 'director' });
    await visitor.go('/for-you');
    const title = await visitor.page.locator('#main article h2').first().innerText();
    const save = visitor.page.locator('#main article').first().getByRole('button', { name: words.en.save });
    await save.focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.page.locator('#main article [aria-pressed="true"]').first().waitFor();
    await visitor.go('/saved');
    await visitor.page.locator('#main h2', { hasText: title }).waitFor();
    await visitor.picture('saved-one');
    await visitor.close();
  });
});
