import axe from 'axe-core';
import type { BrowserContext } from 'playwright-core';

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

/** Opens a mail in a page of its own that can fetch nothing. @returns a picture, and what is wrong, a line each */
export async function lookAtMail(
  context: BrowserContext,
  html: string,
  { width, dark }: MailLook,
): Promise<{ readonly picture: Buffer; readonly faults: readonly string[] }> {
  const page = await context.newPage();
  const fetched: string[] = [];
  await page.route('**/*', async (route) => {
    fetched.push(`fetches ${route.request().url()}`);
    await route.abort();
  });
  try {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.setContent(html);
    const sideways = await page.evaluate<string[]>(tooWide);
    await page.evaluate(axe.source);
    const barriers = await page.evaluate<string[]>(runAxe);
    return {
      picture: await page.screenshot({ fullPage: true }),
      faults: [...fetched, ...sideways, ...barriers],
    };
  } finally {
    await page.close();
  }
}

const tooWide = `(() => {
  const over = document.documentElement.scrollWidth - window.innerWidth;
  return over > 0 ? [over + ' px too wide'] : [];
})()`;

// what surrounds a mail is the mail program's: landmarks are not asked for
const runAxe = `axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) => violations.map(({ id, nodes }) =>
    id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 120) + ' ' + failureSummary.replace(/\\s+/g, ' ').slice(0, 160)).join(' | ')))`;
