import type { Page } from 'playwright-core';

import { firstPageHtml } from '../../src/insights/first-page/first-page-html.js';
import { languages } from '../../src/insights/language.js';
import { chromiumPath, openChromium } from '../support/chromium.js';
import { longestFirstPage, madeFirstPage } from '../support/made-first-page.js';

const path = chromiumPath();
const inBrowser = path === undefined ? describe.skip : describe;

/** Run in the page: every control that has no name, or that the keyboard does not reach. */
/** Bands, such as "possible", that stand on more than one line. */
const brokenBands = `[...document.querySelectorAll('.band')].filter((band) => {
  const range = document.createRange();
  range.selectNodeContents(band);
  return range.getClientRects().length > 1;
}).map((band) => band.textContent)`;

const namelessControls = `[...document.querySelectorAll('a, button, progress')]
  .filter((control) => (control.textContent.trim() || control.getAttribute('aria-label') || '') === '' ||
    (control.tagName === 'A' && control.tabIndex < 0))
  .map((control) => control.outerHTML)`;

inBrowser('the first page', () => {
  let browser: Awaited<ReturnType<typeof openChromium>>;
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    browser = await openChromium(path ?? '');
    page = await browser.context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith('about:')) problems.push(`asked for ${request.url()}`);
    });
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
  }, 60_000);
  afterAll(() => browser.close());

  const pages = [
    ['a usual day', madeFirstPage()],
    ['texts as long as sources can make them', longestFirstPage()],
    [
      'a first run',
      madeFirstPage({ state: { kind: 'scoring' }, progress: { done: 3, total: 9, secondsLeft: 4 } }),
    ],
    ['nothing yet', madeFirstPage({ state: { kind: 'empty' }, sources: [] })],
    [
      'a visitor who has not signed in',
      madeFirstPage({ state: { kind: 'closed', listed: 52 }, visitor: 'nobody' }),
    ],
  ] as const;

  it.each(pages.flatMap(([what, made]) => [360, 768, 1440].map((width) => ({ what, made, width }))))(
    'can be read without scrolling sideways: $what, at $width px',
    async ({ made, width }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const language of languages) {
        await page.setContent(firstPageHtml(made, language).replace(/<meta http-equiv="refresh"[^>]*>/, ''));
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
        expect({ language, over }).toEqual({ language, over: 0 });
        expect(await page.evaluate<string[]>(namelessControls)).toEqual([]);
        expect(await page.evaluate<string[]>(brokenBands)).toEqual([]);
      }
    },
    30_000,
  );

  it('is light or dark as the reader has it', async () => {
    await page.setContent(firstPageHtml(madeFirstPage(), 'it'));
    const ground = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground()).not.toBe(light);
  });

  it('asks for nothing and runs nothing', () => {
    expect(problems).toEqual([]);
  });
});
