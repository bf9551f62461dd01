import type { Browser, Locator } from 'playwright-core';

import { connect, inBrowser, Visitor, walks } from './kit/visitor.js';

/** What the journeys allow, in clicks from the first page after sign-in. */
const allowed = { findFitting: 1, seeWhy: 1, refuse: 2, partnersForIdea: 2 };

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
  },
} as const;

inBrowser('a member', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await connect()));
  afterAll(() => browser.close());

  describe.each(walks)('in $language at $width px', ({ language, width }) => {
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
      if (width === 360) await visitor.page.getByRole('button', { name: say.open }).click();
      await click(link);
      await visitor.settled();
    };
    const cards = (): Locator => visitor.page.locator('#main article:has(blockquote)');

    it('A3: finds a fitting call, sees why, and has one taken away and back', async () => {
      await visitor.go('/opportunities');
      await goTo(say.forYou);
      await cards().first().waitFor();
      expect(clicks).toBeLessThanOrEqual(allowed.findFitting);
      await visitor.picture(`member-for-you-${width}-${language}`);
      const before = await cards().count();
      expect(before).toBeGreaterThan(1);
      expect(before).toBeLessThanOrEqual(20);
      // why is on the card: a quotation of the call and one of the record
      expect(await cards().first().locator('blockquote').count()).toBeGreaterThanOrEqual(2);
      const title = await cards().first().locator('h2').innerText();
      clicks = 0;
      await click(cards().first().getByRole('button', { name: say.refuse }));
      await click(visitor.page.getByRole('menuitem', { name: say.why, exact: true }));
      expect(clicks).toBeLessThanOrEqual(allowed.refuse);
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
      expect(clicks).toBeLessThanOrEqual(allowed.seeWhy);
      await visitor.picture(`member-opportunity-${width}-${language}`);
    });

    it('A5: finds partners for a pasted idea, and for a call', async () => {
      await visitor.go('/for-you');
      await goTo(say.ideas);
      const field = visitor.page.getByLabel(say.idea);
      await field.fill(idea[language]);
      await click(visitor.page.locator('#main form').getByRole('button', { name: say.go }));
      await cards().first().waitFor();
      expect(clicks).toBeLessThanOrEqual(allowed.partnersForIdea);
      expect(await cards().count()).toBeGreaterThan(2);
      expect(await visitor.sideways()).toEqual([]);
      await visitor.picture(`member-ideas-${width}-${language}`);
      await visitor.go(`/ideas?call=${call}`);
      await cards().first().waitFor();
      expect(await cards().count()).toBeGreaterThan(2);
    });
  });

  it('saves a call by keyboard alone, and finds it again', async () => {
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

  it('keeps a name of 300 characters on the page', async () => {
    const long = `${'Società consortile per azioni '.repeat(10)}`.slice(0, 300);
    const visitor = await Visitor.open(browser, { as: 'editor', width: 360 });
    await visitor.page.route('**/api/v1/for-you*', async (route) => {
      const answer = (await (await route.fetch()).json()) as {
        organisationName: string;
        cards: { opportunity: { title: string; identifier: string } }[];
      };
      answer.organisationName = long;
      for (const { opportunity } of answer.cards)
        Object.assign(opportunity, { title: long, identifier: 'X'.repeat(300) });
      await route.fulfill({ json: answer });
    });
    await visitor.go('/for-you');
    await visitor.page.locator('#main article').first().waitFor();
    expect(await visitor.sideways()).toEqual([]);
    await visitor.picture('for-you-long');
    await visitor.close();
  });
});
