import { chromium, type Browser, type BrowserContext, type ConsoleMessage, type Page } from 'playwright-core';

import { demoPassword } from '../../../src/app/demo/demo-people.js';
import { until } from '../../support/until.js';
import { runVariable, type BrowserRun } from './browser-run.js';
import { axeSource } from '../../support/axe-source.js';
import { keepPicture, picturesWanted } from './pictures.js';

export const languages = ['en', 'it'] as const;
export type Language = (typeof languages)[number];

/** A desk and a telephone. */
export const widths = [1440, 360] as const;
export type Width = (typeof widths)[number];

/** One language at one size. */
export interface Walk {
  readonly language: Language;
  readonly width: Width;
}

const shortWalks: readonly Walk[] = [
  { language: 'en', width: 1440 },
  { language: 'it', width: 360 },
];

/**
 * In what long journeys are walked: each language and each size once, which `TESSERA_WALKS=all` makes every language at every
 * size. Each page by itself is opened in all four at any time.
 */
export const walks: readonly Walk[] =
  process.env.TESSERA_WALKS === 'all'
    ? languages.flatMap((language) => widths.map((width) => ({ language, width })))
    : shortWalks;

/** Who looks: one of the demonstration's people; `open` is the officer that the demonstration takes a stranger for. */
export const people = {
  open: null,
  officer: 'officer@afil.example',
  manager: 'manager@afil.example',
  officerOfCatal: 'officer@catal.example',
  editor: 'editor@member.example',
  director: 'director@member.example',
  operator: 'operator@tessera.example',
} as const;
export type Person = keyof typeof people;

export interface Look {
  /** default `open` */
  readonly as?: Person;
  /** default `en` */
  readonly language?: Language;
  /** default 1440 */
  readonly width?: Width;
  readonly dark?: boolean;
  /** of another service than the run's */
  readonly address?: string;
}

/** The run that the global set-up started; undefined where there is no Chromium. */
export function theRun(): BrowserRun | undefined {
  const told = process.env[runVariable];
  return told === undefined ? undefined : (JSON.parse(told) as BrowserRun);
}

/** `describe`, or `describe.skip` where there is no Chromium. */
export const inBrowser = theRun() === undefined ? describe.skip : describe;

/** The run's one browser. Close the connection after all tests of a file: `afterAll(() => browser.close())`. */
export async function connect(): Promise<Browser> {
  return chromium.connect(theRun()?.browser ?? '');
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Sessions of this file's people, by service and mail address: proving a password takes a while, by intent. */
const sessions = new Map<string, Cookies>();

async function signIn(context: BrowserContext, email: string, address: string): Promise<void> {
  const known = sessions.get(`${address} ${email}`);
  if (known) return context.addCookies(known);
  const data = { email, password: demoPassword };
  const answer = await context.request.post('/api/v1/sessions', { data, headers: { origin: address } });
  if (answer.status() !== 201) throw new Error(`${email} could not sign in: ${await answer.text()}`);
  sessions.set(`${address} ${email}`, await context.cookies());
}

/** Somebody at the pages, with a browser session of their own. */
export class Visitor {
  /** what the console or the page complained of; a page without faults leaves it empty */
  readonly complaints: string[] = [];

  private readonly heard = (error: Error): void => void this.complaints.push(error.message);
  private readonly read = (message: ConsoleMessage): void => {
    if (message.type() === 'error' || message.type() === 'warning')
      this.complaints.push(`${message.text()} ${message.location().url}`);
  };

  /** @param leave what becomes of the page afterwards */
  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly address: string,
    private readonly leave: () => Promise<void>,
  ) {
    page.on('pageerror', this.heard);
    page.on('console', this.read);
  }

  static async open(browser: Browser, look: Look = {}): Promise<Visitor> {
    const { context, address } = await sessionOf(browser, look);
    return new Visitor(context, await context.newPage(), address, () => context.close());
  }

  /** Opens an address and waits until nothing is on its way any more: `/radar`. */
  async go(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settled();
  }

  /** Waits until the page has its heading and shows no part that is on its way. */
  async settled(): Promise<void> {
    await this.page.locator('#main h1').first().waitFor();
    await this.page.locator('#main [aria-busy="true"]').first().waitFor({ state: 'detached' });
    await until(
      'the title',
      async () => ((await this.page.title()).includes('Tessera') ? true : undefined),
      15_000,
    );
  }

  /** Gives the window another width, and waits until the page is drawn in it. */
  async resize(width: Width): Promise<void> {
    await this.page.setViewportSize({ width, height: 900 });
    await this.page.evaluate(
      'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
    );
  }

  /**
   * How many pixels the page is wider than the window, and what reaches out of it: `[]` where all is well. A page that was just
   * given another width is still drawn anew: what reaches out must do so for a while.
   */
  async sideways(): Promise<string[]> {
    for (let looks = 20; looks > 0; looks -= 1) {
      if ((await this.page.evaluate<string[]>(reachingOut)).length === 0) return [];
      await this.page.waitForTimeout(100);
    }
    return this.page.evaluate<string[]>(reachingOut);
  }

  /** What axe-core finds serious or critical, a line each: rule, and the elements. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(axeSource);
    return this.page.evaluate<string[]>(runAxe);
  }

  /** What of script the page has loaded so far, as it came over the wire. */
  async scriptBytes(): Promise<number> {
    return this.page.evaluate<number>(scriptBytes);
  }

  /** Keeps a picture of the whole page in test/browser/pictures/, where pictures are wanted: one costs more than a test. */
  async picture(name: string): Promise<void> {
    if (picturesWanted)
      keepPicture(name, await this.page.screenshot({ fullPage: true, animations: 'disabled' }));
  }

  async close(): Promise<void> {
    this.page.off('pageerror', this.heard);
    this.page.off('console', this.read);
    // what a test answers for the service may still be asked for
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
    await this.leave();
  }
}

interface Session {
  readonly context: BrowserContext;
  readonly address: string;
}

async function sessionOf(browser: Browser, look: Look): Promise<Session> {
  const { as = 'open', language = 'en', width = 1440, dark = false } = look;
  const address = look.address ?? theRun()?.address ?? '';
  const context = await browser.newContext({
    baseURL: address,
    locale: language === 'it' ? 'it-IT' : 'en-GB',
    timezoneId: 'Europe/Rome',
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const email = people[as];
  if (email !== null) await signIn(context, email, address);
  return { context, address };
}

interface KeptSession extends Session {
  /** pages that nobody is at */
  readonly free: Page[];
}

/**
 * A browser session for each person, language and light, shared by the tests of a file: what was fetched once need not come
 * again, and a page that was left is taken by the next, which is half the work of a new one.
 */
export class KeptSessions {
  readonly #sessions = new Map<string, Promise<KeptSession>>();

  constructor(private readonly browser: () => Browser) {}

  async open(look: Look = {}): Promise<Visitor> {
    const { context, address, free } = await this.#of(look);
    const page = free.pop() ?? (await context.newPage());
    const visitor = new Visitor(context, page, address, async () => {
      await page.goto('about:blank');
      free.push(page);
    });
    await visitor.resize(look.width ?? 1440);
    return visitor;
  }

  #of({ as = 'open', language = 'en', dark = false }: Look): Promise<KeptSession> {
    const key = `${as} ${language} ${dark}`;
    const known =
      this.#sessions.get(key) ??
      sessionOf(this.browser(), { as, language, dark }).then((session) => ({ ...session, free: [] }));
    this.#sessions.set(key, known);
    return known;
  }
}

/** The kept sessions of the tests that follow in a `describe`. */
export function keepSessions(): KeptSessions {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connect();
  });
  afterAll(() => browser.close());
  return new KeptSessions(() => browser);
}

const reachingOut = `(() => {
  const over = document.documentElement.scrollWidth - window.innerWidth;
  if (over <= 0) return [];
  const out = [...document.querySelectorAll('#main *, header *')]
    .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
    .map((element) => element.outerHTML.slice(0, 120));
  return [over + ' px too wide', ...out.slice(0, 3)];
})()`;

const scriptBytes = `performance.getEntriesByType('resource')
  .filter(({ name }) => name.endsWith('.js'))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`;

const runAxe = `axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] })
  .then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`;
