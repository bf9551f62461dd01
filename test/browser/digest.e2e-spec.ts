import type { Browser, Locator } from 'playwright-core';

import { connect, inBrowser, Visitor, walks, type Language } from './kit/visitor.js';

/** Clicks that are enough, from the first page after sign-in. */
const allowed = { choose: 3, preview: 2, hold: 2, release: 1 };

const words = {
  en: {
    open: 'Open the navigation',
    digest: 'Digest',
    save: 'Save my choice',
    frequency: { weekly: /^Once a week/, monthly: /^Once a month/ },
    saved: 'Your choice is saved',
    preview: /^Preview for/,
    hold: /^Hold the mails about/,
    reason: 'Why',
    doHold: 'Hold',
    release: /^Release: /,
    released: 'It goes on',
    dryRun: 'Count what would go',
    would: /mails? would go/,
  },
  it: {
    open: 'Apri il menu',
    digest: 'Riepilogo',
    save: 'Salva la scelta',
    frequency: { weekly: /^Una volta alla settimana/, monthly: /^Una volta al mese/ },
    saved: 'La Sua scelta è salvata',
    preview: /^Anteprima per/,
    hold: /^Sospendi i messaggi su/,
    reason: 'Motivo',
    doHold: 'Sospendi',
    release: /^Riattiva: /,
    released: 'L’invio riprende',
    dryRun: 'Conta che cosa partirebbe',
    would: /Partirebb/,
  },
} as const;

const nobody = '00000000-0000-4000-8000-00000000000a';
const long = 'Società consortile per azioni '.repeat(10).slice(0, 300);

inBrowser('the digest', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await connect()));
  afterAll(() => browser.close());

  /** Somebody who counts what they press; a menu that only a telephone has is not counted. */
  class Presser {
    clicks = 0;

    constructor(
      readonly visitor: Visitor,
      private readonly say: (typeof words)[Language],
      private readonly width: number,
    ) {}

    async press(what: Locator): Promise<void> {
      this.clicks += 1;
      await what.click();
    }

    async toDigests(): Promise<void> {
      const { page } = this.visitor;
      await this.visitor.go('/opportunities');
      if (this.width === 360) await page.getByRole('button', { name: this.say.open }).click();
      await this.press(
        page.getByRole('navigation').getByRole('link', { name: this.say.digest, exact: true }),
      );
      await this.visitor.settled();
    }
  }

  describe.each(walks)('in $language at $width px', ({ language, width }) => {
    const say = words[language];

    it('a member chooses how often, sees to what wording, and takes it back', async () => {
      const visitor = await Visitor.open(browser, { as: 'editor', language, width });
      const { page } = visitor;
      const presser = new Presser(visitor, say, width);
      await presser.toDigests();
      await presser.press(page.getByRole('radio', { name: say.frequency.monthly }));
      await presser.press(page.getByRole('button', { name: say.save }));
      await page.getByText(say.saved).waitFor();
      expect(presser.clicks).toBeLessThanOrEqual(allowed.choose);
      await page.getByText('2026-11-22').waitFor();
      expect(await visitor.barriers()).toEqual([]);
      await visitor.picture(`digest-chosen-${width}-${language}`);
      await page.getByRole('radio', { name: say.frequency.weekly }).click();
      // a page that is closed earlier leaves the choice unsaved to whoever comes next
      const saved = page.waitForResponse((answer) => answer.request().method() !== 'GET' && answer.ok());
      await page.getByRole('button', { name: say.save }).click();
      await saved;
      await page.getByRole('radio', { name: say.frequency.weekly, checked: true }).waitFor();
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    });

    it('an officer previews, holds with a reason, and releases', async () => {
      const visitor = await Visitor.open(browser, { as: 'officer', language, width });
      const { page } = visitor;
      const presser = new Presser(visitor, say, width);
      await presser.toDigests();
      await page.getByRole('link', { name: say.preview }).nth(2).waitFor();
      await presser.press(page.getByRole('link', { name: say.preview }).first());
      expect(presser.clicks).toBeLessThanOrEqual(allowed.preview);
      await visitor.settled();
      await page.frameLocator('#main iframe').getByText('Di Voi risulta').first().waitFor();
      await visitor.picture(`digest-preview-${width}-${language}`);
      expect(await visitor.sideways()).toEqual([]);
      expect(await visitor.barriers()).toEqual([]);
      await visitor.go('/digest');
      presser.clicks = 0;
      await presser.press(page.getByRole('button', { name: say.hold }).first());
      await page.getByRole('textbox', { name: say.reason }).fill('They asked for peace until Monday.');
      await visitor.picture(`digest-hold-${width}-${language}`);
      await presser.press(page.getByRole('dialog').getByRole('button', { name: say.doHold, exact: true }));
      await page.getByText('They asked for peace until Monday.').waitFor();
      expect(presser.clicks).toBeLessThanOrEqual(allowed.hold);
      // who holds, and why
      await page
        .locator('[data-holds]')
        .getByText(/Olivia Demo/)
        .waitFor();
      await visitor.picture(`digest-held-${width}-${language}`);
      presser.clicks = 0;
      await presser.press(page.locator('[data-holds]').getByRole('button', { name: say.release }).first());
      await page.getByText(say.released).waitFor();
      expect(presser.clicks).toBeLessThanOrEqual(allowed.release);
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    });
  });

  it('an officer counts what would go, and nothing goes', async () => {
    const visitor = await Visitor.open(browser, { as: 'officer' });
    await visitor.go('/digest');
    await visitor.page.getByRole('button', { name: words.en.dryRun }).click();
    await visitor.page.getByText(words.en.would).waitFor();
    await visitor.picture('digest-dry-run');
    await visitor.close();
  });

  it('shows the digests of three invented members in the mailbox, and what went in the history', async () => {
    const visitor = await Visitor.open(browser, { as: 'operator' });
    await visitor.go('/mailbox');
    const mails = visitor.page.locator('#main nav button', { hasText: /opportunità per/ });
    await mails.nth(2).waitFor();
    await mails.first().click();
    const frame = visitor.page.frameLocator('#main iframe');
    await frame.getByText('Di Voi risulta').first().waitFor();
    await visitor.picture('mailbox-digest');
    await visitor.go('/digest/sent');
    expect(await visitor.page.locator('#main tbody tr').count()).toBeGreaterThanOrEqual(3);
    await visitor.page.locator('#main tbody a').first().click();
    await visitor.settled();
    await visitor.page.frameLocator('#main iframe').getByText('Di Voi risulta').first().waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('keeps names of 300 characters on the page', async () => {
    const visitor = await Visitor.open(browser, { as: 'officer', width: 360 });
    const reader = { reader: nobody, readerName: long, organisation: nobody, organisationName: long };
    await visitor.page.route('**/api/v1/digests/readers', (route) =>
      route.fulfill({
        json: { items: [{ ...reader, frequency: 'weekly', language: 'it', dueAt: '2026-11-24T07:00:00Z' }] },
      }),
    );
    const hold = { id: nobody, cluster: nobody, organisation: nobody, organisationName: long, byName: long };
    await visitor.page.route('**/api/v1/mail/holds', (route) =>
      route.fulfill({
        json: { items: [{ ...hold, reason: 'X'.repeat(200), since: '2026-11-22T07:00:00Z' }] },
      }),
    );
    await visitor.go('/digest');
    await visitor.page.locator('[data-holds]').waitFor();
    expect(await visitor.sideways()).toEqual([]);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.picture('digest-readers-long');
    await visitor.close();
  });
});
