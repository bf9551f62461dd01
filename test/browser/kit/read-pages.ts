import { addressOf, pages } from '../pages.js';
import { inBrowser, keepSessions, type Language } from './visitor.js';

/** Script that a page may weigh until it is shown, compressed. */
const heaviest = 220_000;
/** The same for a page with a map. */
const heaviestWithPictures = 250_000;

/** Where barriers are looked for: in light on a telephone, in the dark at a desk. */
const read = { en: 360, it: 1440 } as const;

/** Every page in one language, at a desk and on a telephone: a file of tests for each, so that two workers share them. */
export function readPagesIn(language: Language): void {
  inBrowser(`every page in ${language}`, () => {
    const sessions = keepSessions();

    it.each(pages)(
      'P-02: can be read and used at a desk and on a telephone: $name',
      async ({ name, path, as, pictures }) => {
        const visitor = await sessions.open({ as, language, dark: language === 'it' });
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
}
