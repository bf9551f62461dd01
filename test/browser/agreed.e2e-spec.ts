import type { Browser, Locator } from 'playwright-core';

import { until } from '../support/until.js';
import { connect, inBrowser, Visitor, walks } from './kit/visitor.js';

const call = 'HORIZON-CL4-2027-01-MAT-PROD-03';

/** Of the demonstration: a member with nobody here who may commit it, so that staff note its word. */
const member = 'Lumivesta S.r.l.';
const pic = '100000105';

const words = {
  en: {
    views: 'Views of this board',
    menu: /^What to do with the seat/,
    details: 'Details',
    ready: 'Ready?',
    agree: 'Agree',
    seatIsOpen: 'A required seat is open',
    toSeat: /^To the seat: A required/,
    required: 'Required',
    save: 'Save',
    goOn: /^Go on without it/,
    reason: 'Reason',
    waive: 'Waive it in my name',
    waivedBy: /^Waived by Olivia Demo/,
    nothingLeft: 'Nothing stands in the way of agreeing.',
    isAgreed: 'The consortium is agreed.',
    submitted: /^Submitted/,
    sayIt: 'Say so',
    isSubmitted: 'The proposal was submitted.',
    itIsOurs: /^Yes, that is ours/,
    funded: /grant agreement 999000111/,
    asked: 'These boards wait for your word',
    olderRules: 'Checked under older rules',
    checkAgain: 'Check again',
  },
  it: {
    views: 'Viste del consorzio',
    menu: /^Che cosa fare del posto/,
    details: 'Dettagli',
    ready: 'Pronto?',
    agree: 'Concordi il consorzio',
    seatIsOpen: 'Un posto necessario è aperto',
    toSeat: /^Al posto: Un posto/,
    required: 'Necessario',
    save: 'Salva',
    goOn: /^Prosegua senza/,
    reason: 'Motivo',
    waive: 'Deroghi a mio nome',
    waivedBy: /^Deroga di Olivia Demo/,
    nothingLeft: 'Nulla impedisce di concordare il consorzio.',
    isAgreed: 'Il consorzio è concordato.',
    submitted: /^Presentata/,
    sayIt: 'Confermi',
    isSubmitted: 'La proposta è stata presentata.',
    itIsOurs: /^Sì, è il nostro/,
    funded: /convenzione di sovvenzione 999000111/,
    asked: 'Questi consorzi attendono una Sua parola',
    olderRules: 'Verificato con regole non più in vigore',
    checkAgain: 'Verifichi di nuovo',
  },
} as const;

/** What a page of a board may weigh in script until it is shown, compressed (as in kit/read-pages.ts). */
const heaviest = 220_000;

inBrowser('B7: a consortium that is agreed and handed over', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await connect()));
  afterAll(() => browser.close());

  describe.each(walks)('in $language at $width px', ({ language, width }) => {
    const say = words[language];
    let officer: Visitor;
    beforeAll(async () => {
      officer = await Visitor.open(browser, { as: 'officer', language, width });
    });
    afterAll(async () => {
      expect(officer.complaints).toEqual([]);
      await officer.close();
    });
    const looked = async (name: string): Promise<void> => {
      expect(await officer.sideways()).toEqual([]);
      if (width === 360 || language === 'it') expect(await officer.barriers()).toEqual([]);
      await officer.picture(`board-${name}-${width}-${language}`);
    };

    it('agrees once everything is mended or waived by name, hands over, and confirms what became of it', async () => {
      const { page } = officer;
      const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
      const own = await almostReady(officer);
      await officer.go(`${own}/ready`);
      expect(await officer.scriptBytes()).toBeLessThan(heaviest);
      await button(say.agree).click();
      await page.getByRole('alert').getByText(say.seatIsOpen).waitFor();
      await looked('not-ready');
      // mended where the list leads to
      await page.getByRole('link', { name: say.toSeat }).click();
      await page.waitForURL(`**${own}#seat-*`);
      const open = page.locator('[data-meant]');
      await until('the seat in sight', async () => ((await inSight(open)) ? true : undefined));
      await open.getByRole('button', { name: say.menu }).click();
      await page.getByRole('menuitem', { name: say.details }).click();
      await page.getByRole('dialog').getByRole('checkbox', { name: say.required, exact: true }).uncheck();
      await button(say.save).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByRole('navigation', { name: say.views }).getByRole('link', { name: say.ready }).click();
      await officer.settled();
      await page.getByText(say.seatIsOpen).waitFor({ state: 'detached' });
      // gone over by name
      const goOn = page.getByRole('button', { name: say.goOn });
      for (let left = await goOn.count(); left > 0; left -= 1) {
        await goOn.first().click();
        await page.getByLabel(say.reason).fill('Their statements are in our files.');
        await button(say.waive).click();
        await until('one less', async () => ((await goOn.count()) < left ? true : undefined));
      }
      await page.getByText(say.waivedBy).first().waitFor();
      await page.getByText(say.nothingLeft).waitFor();
      // taken away
      const before = officer.complaints.splice(0);
      await refuseOnce(officer, '**/handover/docx?*');
      await button(/DOCX/).click();
      await page.locator('#main [role="alert"] a[href^="/sign-in?next="]').waitFor();
      expect(
        officer.complaints.splice(0, Infinity, ...before).filter((line) => !line.includes('403')),
      ).toEqual([]);
      for (const format of ['docx', 'pdf', 'xlsx']) {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          button(new RegExp(format.toUpperCase())).click(),
        ]);
        expect(file.suggestedFilename()).toMatch(new RegExp(`^tessera-handover-.*\\.${format}$`));
        expect(await file.failure()).toBeNull();
      }
      const news = page.locator('article[aria-labelledby="text-news"]');
      await news.getByText('cerca un partner').waitFor();
      expect(await news.innerText()).not.toContain(member);
      await looked('ready');
      await button(say.agree).click();
      await page.getByText(say.isAgreed, { exact: true }).waitFor();
      await page.getByRole('radio', { name: say.submitted }).waitFor();
      // B-28: the rules are others by now
      const underOlderRules = await supersede(officer, own);
      for (const view of ['ready', 'check']) {
        await officer.go(`${own}/${view}`);
        await page.getByText(say.olderRules).waitFor();
        await looked(`superseded-${view}`);
      }
      await button(say.checkAgain).click();
      await page.getByText(say.olderRules).waitFor({ state: 'detached' });
      underOlderRules.over();
      await officer.go(`${own}/ready`);
      await page.getByRole('radio', { name: say.submitted }).check();
      await proposeFunded(officer, own);
      await button(say.sayIt).click();
      await page.getByText(say.isSubmitted).waitFor();
      await page.getByRole('button', { name: say.itIsOurs }).waitFor();
      await looked('outcome');
      await officer.go('/consortia');
      await page.getByRole('region', { name: say.asked }).getByRole('link').click();
      await page.getByRole('button', { name: say.itIsOurs }).click();
      await page.getByText(say.funded).waitFor();
      expect(officer.complaints.splice(0).filter((line) => !line.includes('409'))).toEqual([]);
    });
  });
});

interface Made {
  readonly id: string;
}

/** A board whose co-ordinator is confirmed, with a seat still open and a need approved. @returns its address */
async function almostReady({ context, address }: Visitor): Promise<string> {
  const send = async <T>(method: string, path: string, data: object): Promise<T> => {
    const answer = await context.request.fetch(`/api/v1${path}`, {
      method,
      headers: { origin: address },
      data,
    });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const board = `/consortia/${(await send<Made>('POST', '/consortia', { opportunity: call })).id}`;
  const seat = { participation: 'coordinator', organisation: pic };
  const { id } = await send<Made>('POST', `${board}/seats`, seat);
  await send('POST', `${board}/seats`, { participation: 'beneficiary' });
  for (const [version, state] of [
    [1, 'asked'],
    [2, 'accepted'],
    [3, 'confirmed'],
  ] as const)
    await send('PATCH', `${board}/seats/${id}`, { version, state });
  const need = { role: 'test-site', text: 'A site where the process is shown at work.' };
  const added = await send<Made>('POST', `${board}/needs`, need);
  await send('PATCH', `${board}/needs/${added.id}`, { version: 1, state: 'approved' });
  return board;
}

/** As if the board had been checked by an older edition than the one in force, until it is checked again. */
async function supersede({ page }: Visitor, board: string): Promise<{ over(): void }> {
  let isOver = false;
  const read = `**/api/v1${board}/eligibility?*`;
  await page.route(read, async (route) => {
    if (isOver) return route.fallback();
    const answer = await route.fetch();
    const said = (await answer.json()) as { readonly relied: { readonly occasion: string } | null };
    const { relied } = said;
    if (relied === null) throw new Error('agreed, and nobody relied on a check');
    const older = { ...relied, rulesVersion: '2024-04-17', superseded: relied.occasion !== 'checked-again' };
    await route.fulfill({
      response: answer,
      json: { ...said, relied: older },
    });
  });
  // the route stays: taken away, it would fail what is under way
  return { over: () => void (isOver = true) };
}

/** As if somebody had signed in too long ago for this, once. */
async function refuseOnce({ page }: Visitor, address: string): Promise<void> {
  const problem = { status: 403, code: 'accounts.sign-in-again', detail: 'sign in again' };
  await page.route(
    address,
    (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
      }),
    { times: 1 },
  );
}

/** As if public data had a project with three of its partners by now, and the deadline were over. */
async function proposeFunded({ page }: Visitor, board: string): Promise<void> {
  const project = {
    framework: 'HORIZON',
    grantId: '999000111',
    acronym: 'PLANTED',
    title: 'An invented project',
    topic: call,
    startDate: '2027-09-01',
    observedOn: '2027-10-01',
    shared: ['955500001', '955500002', '955500003'].map((pic) => ({ pic, name: null })),
    partners: 7,
  };
  const asked = { ask: 'result', proposals: [project] };
  await page.route(`**/api/v1${board}/outcome`, async (route) => {
    const answer = await route.fetch();
    const said = (await answer.json()) as { readonly state: string };
    await route.fulfill({
      response: answer,
      json: said.state === 'submitted' ? { ...said, ...asked } : said,
    });
  });
  const consortium = board.split('/').at(-1);
  const items = [{ consortium, title: 'A board', state: 'submitted', fundedGrant: null, ...asked }];
  await page.route('**/api/v1/outcomes', (route) => route.fulfill({ json: { items } }));
}

/** Whether it can be seen without scrolling. */
async function inSight(what: Locator): Promise<boolean> {
  if ((await what.count()) === 0) return false;
  const box = await what.first().boundingBox();
  return box !== null && box.y >= 0 && box.y < 900;
}
