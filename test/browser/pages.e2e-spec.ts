import type { Browser } from 'playwright-core';

import { connect, inBrowser, languages, Visitor } from './kit/visitor.js';
import { pages, type PageUnderTest } from './pages.js';

/** Script that a page may weigh until it is shown, compressed. */
const heaviest = 220_000;
/** The same for a page with a map. */
const heaviestWithPictures = 250_000;

/** Where barriers are looked for: in light on a telephone, in the dark at a desk. */
const read = { en: 360, it: 1440 } as const;

const problem = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({ status: 500, code: 'internal', detail: 'planted', correlationId: 'planted' }),
};

const addressOf = async (path: PageUnderTest['path'], visitor: Visitor): Promise<string> =>
  typeof path === 'string' ? path : path(visitor);

inBrowser('every page', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await connect()));
  afterAll(() => browser.close());

  describe.each(languages)('in %s', (language) => {
    it.each(pages)(
      'can be read and used at a desk and on a telephone: $name',
      async ({ name, path, as, pictures }) => {
        const visitor = await Visitor.open(browser, { as, language, dark: language === 'it' });
        await visitor.go(await addressOf(path, visitor));
        for (const width of [1440, 360] as const) {
          await visitor.resize(width);
          await visitor.picture(`${name}-${width}-${language}`);
          expect(await visitor.sideways()).toEqual([]);
          if (width === read[language]) expect(await visitor.barriers()).toEqual([]);
        }
        expect(await visitor.page.locator('html').getAttribute('lang')).toBe(language);
        expect(await visitor.page.locator('h1').count()).toBe(1);
        expect(await visitor.scriptBytes()).toBeLessThan(pictures ? heaviestWithPictures : heaviest);
        // a browser complains of an address where nothing is, and is right
        if (name !== 'not-found') expect(visitor.complaints).toEqual([]);
        await visitor.close();
      },
    );
  });

  const asking = pages.filter((page): page is PageUnderTest & { asks: string } => page.asks !== undefined);

  it.each(asking)(
    'says what went wrong, and that it is on its way: $name',
    async ({ path, as, asks, name }) => {
      const visitor = await Visitor.open(browser, { as, width: 360 });
      const address = await addressOf(path, visitor);
      let answer = (): void => undefined;
      const answered = new Promise<void>((resolve) => (answer = resolve));
      await visitor.page.route(asks, async (route) => {
        await answered;
        await route.fulfill(problem);
      });
      await visitor.page.goto(address);
      await visitor.page.locator('#main [aria-busy="true"]').first().waitFor();
      answer();
      await visitor.page.locator('#main [role="alert"]').first().waitFor();
      expect(await visitor.sideways()).toEqual([]);
      expect(await visitor.barriers()).toEqual([]);
      await visitor.picture(`${name}-broken`);
      await visitor.close();
    },
  );

  const emptied = asking.filter(({ empty }) => empty !== undefined);

  it.each(emptied)(
    'says that there is nothing yet, and why: $name',
    async ({ path, as, asks, name, empty }) => {
      const visitor = await Visitor.open(browser, { as, width: 360, language: 'it' });
      await visitor.page.route(asks, (route) => route.fulfill({ json: empty }));
      await visitor.go(await addressOf(path, visitor));
      await visitor.page.locator('#main [role="status"]').first().waitFor();
      expect(await visitor.sideways()).toEqual([]);
      expect(await visitor.barriers()).toEqual([]);
      await visitor.picture(`${name}-empty`);
      await visitor.close();
    },
  );
});
