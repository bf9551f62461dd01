import type { Browser, Locator } from 'playwright-core';

import { connect, inBrowser, Visitor, walks } from './kit/visitor.js';

/** What the journeys allow, in clicks from the first page after sign-in. */
const allowed = { seeWhoFits: 2, addByHand: 3 };

/** Rows of the radar opened to be counted, in each size and language; all sizes and languages together 20 and more. */
const opened = 5;

const words = {
  en: {
    radar: 'Radar',
    open: 'Open the navigation',
    cover: 'Cover by our members',
    strong: 'strong',
    bands: { strong: 'strong', good: 'good' },
    figures: /(\d+) strong, (\d+) good/,
    byHand: 'Add by hand',
    paste: 'Paste what a page or a mail says of it',
    read: 'Read the text',
    title: 'Title',
    deadline: 'Deadline',
    needs: 'What is looked for, one a line',
    add: 'Add it',
    whoFits: 'See who fits',
    edit: /^Edit: /,
    save: 'Save',
    withdraw: /^Withdraw: /,
    withdrawn: 'withdrawn',
    undo: 'Undo',
  },
  it: {
    radar: 'Radar',
    open: 'Apri il menu',
    cover: 'Copertura dei nostri soci',
    strong: 'forte',
    bands: { strong: 'forte', good: 'buona' },
    figures: /(\d+) forti, (\d+) buon/,
    byHand: 'Aggiunga a mano',
    paste: 'Incolli ciò che ne dice una pagina o un messaggio',
    read: 'Legga il testo',
    title: 'Titolo',
    deadline: 'Scadenza',
    needs: 'Che cosa si cerca, uno per riga',
    add: 'Aggiunga',
    whoFits: 'Veda chi è adatto',
    edit: /^Modifichi: /,
    save: 'Salvi',
    withdraw: /^Ritiri: /,
    withdrawn: 'ritirato',
    undo: 'Annulla',
  },
} as const;

/** Invented, as such a page is written. */
const page = (mark: string): string => `Battery disassembly demo-case ${mark}
A Vanguard demo-case led from Lombardia. Phase: demonstrate.
The partners are looking for:
- A test bench for second-life battery modules
- Robotic disassembly of battery packs
Proposals are due by 17 September 2027. The budget is up to EUR 1.5 million.`;

/** Figures of a draw that is the same in every run. */
function* drawn(seed: number, below: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield Math.floor((state / 2_147_483_648) * below);
  }
}

inBrowser('journey B2: an officer chooses an opportunity', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await connect()));
  afterAll(() => browser.close());

  describe.each(walks)('in $language at $width px', ({ language, width }) => {
    const say = words[language];
    let visitor: Visitor;
    let clicks = 0;
    beforeEach(async () => {
      visitor = await Visitor.open(browser, { as: 'officer', language, width });
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
    const rows = (): Locator => visitor.page.locator('#main table').first().locator('tbody tr');

    it('B-08 the figures of the radar are the counts of the page behind them', async () => {
      await visitor.go('/members');
      if (width === 360) await visitor.page.getByRole('button', { name: say.open }).click();
      const before = await visitor.page.locator('#main h1').innerText();
      await click(visitor.page.getByRole('navigation').getByRole('link', { name: say.radar, exact: true }));
      // the list of members has rows too, and stays until the other page is there
      await visitor.page.locator('h1', { hasText: before }).waitFor({ state: 'detached' });
      await visitor.settled();
      await rows().first().waitFor();
      const count = await rows().count();
      expect(count).toBeGreaterThan(opened);
      await visitor.picture(`journey-radar-${width}-${language}`);
      let strongSeen = 0;
      const places = drawn(width + language.charCodeAt(0), count);
      for (let at = 0; at < opened; at += 1) {
        // the first is the one with the most, the others as they are drawn
        const row = rows().nth(at === 0 ? 0 : (places.next().value ?? 0));
        const text = await row.innerText();
        const [, strong, good] = say.figures.exec(text) ?? [];
        const title = await row.locator('a').first().innerText();
        await click(row.locator('a').first());
        await visitor.page.locator('h1', { hasText: title }).waitFor();
        await visitor.settled();
        if (at === 0) expect(clicks).toBeLessThanOrEqual(allowed.seeWhoFits);
        const bands = await visitor.page.locator('#main tbody tr td:nth-of-type(3)').allInnerTexts();
        const counted = (band: string): number => bands.filter((each) => each === band).length;
        expect({ title, strong: counted(say.bands.strong), good: counted(say.bands.good) }).toEqual({
          title,
          strong: Number(strong),
          good: Number(good),
        });
        strongSeen += counted(say.bands.strong) + counted(say.bands.good);
        await visitor.page.goBack();
        // the page behind it has rows too, and stays until the other is there
        await visitor.page.locator('h1', { hasText: title }).waitFor({ state: 'detached' });
        await rows().first().waitFor();
      }
      expect(strongSeen).toBeGreaterThan(0);
      // what a filter leaves is what it says
      await visitor.page.getByLabel(say.cover).selectOption('strong');
      await visitor.page.waitForURL(/cover=strong/);
      await visitor.settled();
      for (const text of await rows().allInnerTexts()) expect(text).toContain(say.strong);
    });

    it('B-09 a demo-case added from a pasted text is matched at once', async () => {
      const mark = `${language}-${width}`;
      await visitor.go('/radar');
      await click(visitor.page.getByRole('link', { name: say.byHand }));
      await visitor.settled();
      await visitor.page.getByLabel(say.paste).fill(page(mark));
      await click(visitor.page.getByRole('button', { name: say.read }));
      const title = visitor.page.getByRole('textbox', { name: say.title });
      await visitor.page.getByText('“Proposals are due by 17 September 2027.”').waitFor();
      expect(await title.inputValue()).toBe(`Battery disassembly demo-case ${mark}`);
      expect(await visitor.page.getByLabel(say.deadline).inputValue()).toBe('2027-09-17');
      expect(await visitor.page.getByLabel(say.needs).inputValue()).toBe(
        'A test bench for second-life battery modules\nRobotic disassembly of battery packs',
      );
      expect(await visitor.sideways()).toEqual([]);
      await visitor.picture(`by-hand-read-${width}-${language}`);
      await click(visitor.page.getByRole('button', { name: say.add, exact: true }));
      const link = visitor.page.getByRole('link', { name: say.whoFits });
      await link.waitFor();
      expect(clicks).toBeLessThanOrEqual(allowed.addByHand);

      // ranked for the network, without waiting for a run
      await link.click();
      await visitor.page.locator('h1', { hasText: mark }).waitFor();
      const reference = visitor.page.url().split('/').at(-1) ?? '';
      const answer = await visitor.context.request.get(
        `/api/v1/opportunities/${reference}/suggestions?limit=5`,
      );
      const { suggestions } = (await answer.json()) as { suggestions: unknown[] };
      expect(suggestions.length).toBeGreaterThan(0);

      // stated anew, then withdrawn, put back, withdrawn
      await visitor.go('/radar/by-hand');
      const item = visitor.page.locator('#main li').filter({ hasText: mark });
      await item.getByRole('button', { name: say.edit }).click();
      await title.fill(`Another title ${mark}`);
      await visitor.page.getByRole('button', { name: say.save, exact: true }).click();
      await item.filter({ hasText: 'Another title' }).waitFor();
      await item.getByRole('button', { name: say.withdraw }).click();
      await item.getByText(say.withdrawn, { exact: true }).waitFor();
      await visitor.page.getByRole('button', { name: say.undo, exact: true }).click();
      await item.getByText(say.withdrawn, { exact: true }).waitFor({ state: 'detached' });
      await item.getByRole('button', { name: say.withdraw }).click();
      await item.getByText(say.withdrawn, { exact: true }).waitFor();
    });
  });
});
