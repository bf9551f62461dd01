import type { Page } from 'playwright-core';

import { briefPage } from '../../src/insights/brief/brief-page.js';
import type { Brief } from '../../src/insights/brief/brief.js';
import type { Language } from '../../src/insights/language.js';
import { chromiumPath, openChromium } from '../support/chromium.js';
import { longestBrief, madeBrief, madeCall } from '../support/made-brief.js';

const path = chromiumPath();
const inBrowser = path === undefined ? describe.skip : describe;

const a4 = { width: 595.28, height: 841.89 };

/** Run in the page: the texts that end below the block of their call, where paper would cut them. */
const textsBelowTheirCall = `[...document.querySelectorAll('.call')].flatMap((call) => {
  const bottom = call.getBoundingClientRect().bottom;
  return [...call.querySelectorAll('blockquote, .partner p, dd')]
    .filter((element) => element.getBoundingClientRect().bottom > bottom + 1)
    .map((element) => element.textContent);
})`;

inBrowser('the page for an organisation, printed', () => {
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

  /** Pages of the PDF and the size of the first, in points. */
  async function printed(brief: Brief, language: Language): Promise<{ pages: number; size: number[] }> {
    await page.setContent(briefPage(brief, language));
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const [, size = ''] = /\/MediaBox\s*\[([^\]]+)\]/.exec(pdf) ?? [];
    return {
      pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
      size: size.trim().split(/\s+/).map(Number),
    };
  }

  const cases: readonly (readonly [string, Brief])[] = [
    ['five calls', madeBrief()],
    ['every text as long as a source can make it', longestBrief()],
    ['one call', madeBrief({ calls: [madeCall()] })],
    ['no call', madeBrief({ calls: [] })],
  ];

  it.each(
    cases.flatMap(([what, brief]) => (['it', 'en'] as const).map((language) => ({ what, brief, language }))),
  )(
    'is exactly one sheet of A4: $what, $language',
    async ({ brief, language }) => {
      const { pages, size } = await printed(brief, language);
      expect(pages).toBe(1);
      expect(size[2]).toBeCloseTo(a4.width, -1);
      expect(size[3]).toBeCloseTo(a4.height, -1);
    },
    30_000,
  );

  it('hides nothing of usual length: every partner with who can introduce, every quotation', async () => {
    await page.setContent(briefPage(madeBrief(), 'it'));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1070 });
    const cut = await page.evaluate<string[]>(textsBelowTheirCall);
    await page.emulateMedia({ media: null });
    expect(cut).toEqual([]);
  }, 30_000);

  it.each([360, 768, 1280])('can be read without scrolling sideways at %i px', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.setContent(briefPage(longestBrief(), 'it'));
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    expect(over).toBeLessThanOrEqual(0);
  });

  it('asks for nothing and runs nothing', () => {
    expect(problems).toEqual([]);
  });
});
