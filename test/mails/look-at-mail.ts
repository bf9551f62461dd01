import type { BrowserContext, Page } from 'playwright-core';

import { axeSource } from '../support/axe-source.js';

/** How a mail is looked at. */
export interface MailLook {
  readonly width: 360 | 640;
  readonly dark: boolean;
}

export const mailLooks: readonly MailLook[] = [
  { width: 360, dark: false },
  { width: 360, dark: true },
  { width: 640, dark: false },
  { width: 640, dark: true },
];

/** A page that shows one mail after the other and can fetch nothing: no image, font or style sheet from anywhere. */
export class MailViewer {
  readonly #page: Page;
  readonly #fetched: string[] = [];

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(context: BrowserContext): Promise<MailViewer> {
    const viewer = new MailViewer(await context.newPage());
    await viewer.#page.route('**/*', async (route) => {
      viewer.#fetched.push(`fetches ${route.request().url()}`);
      await route.abort();
    });
    // stays where one mail takes the place of another
    await viewer.#page.evaluate(axeSource);
    return viewer;
  }

  /** @returns what is wrong with the mail in that look, a line each */
  async look(html: string, { width, dark }: MailLook): Promise<string[]> {
    const page = this.#page;
    this.#fetched.length = 0;
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    // twice as large as at 640, where readers enlarge it (WCAG 1.4.10)
    await page.setViewportSize({ width: 320, height: 900 });
    await page.setContent(html);
    const enlarged = await page.evaluate<string[]>(tooWide);
    await page.setViewportSize({ width, height: 900 });
    const sideways = await page.evaluate<string[]>(tooWide);
    const pictures = await page.evaluate<string[]>(images);
    const barriers = await page.evaluate<string[]>(runAxe);
    return [...this.#fetched, ...enlarged, ...sideways, ...pictures, ...barriers];
  }

  /** Of the mail as it was last looked at, a PNG. */
  picture(): Promise<Buffer> {
    return this.#page.screenshot({ fullPage: true });
  }

  async close(): Promise<void> {
    await this.#page.close();
  }
}

const tooWide = `(() => {
  const over = document.documentElement.scrollWidth - window.innerWidth;
  return over > 0 ? [over + ' px too wide at ' + window.innerWidth] : [];
})()`;

// with images off a mail is what it is without any: none may stand in it, nor behind its words
const images = `[...document.querySelectorAll('*')].flatMap((element) =>
  /^(IMG|SVG|PICTURE|VIDEO)$/i.test(element.tagName) || getComputedStyle(element).backgroundImage !== 'none'
    ? ['an image: ' + element.outerHTML.slice(0, 120)] : [])`;

// what surrounds a mail is the mail program's: landmarks are not asked for
const runAxe = `axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) => violations.map(({ id, nodes }) =>
    id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 120) + ' ' + failureSummary.replace(/\\s+/g, ' ').slice(0, 160)).join(' | ')))`;
