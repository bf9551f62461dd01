import { text } from 'node:stream/consumers';

import type { Browser, Locator } from 'playwright-core';

import { until } from '../support/until.js';
import { connect, inBrowser, type Language, Visitor, walks, type Width } from './kit/visitor.js';

const call = 'HORIZON-CL4-2027-01-MAT-PROD-03';

/** Of the demonstration: the member whose editor and director can be signed in. */
const member = 'Università degli Studi di Montelambro';
const pic = '100000104';

const words = {
  en: {
    start: 'Open a consortium board',
    addPartner: 'Add a partner',
    name: 'Name or PIC',
    put: 'Put on the board',
    undo: 'Undo',
    approve: 'Approve',
    approvedBy: /approved by Olivia Demo/,
    menu: /^What to do with the seat/,
    candidates: 'Candidates',
    compare: /^Compare /,
    putOn: /^Put on the seat: /,
    sideBySide: 'Side by side',
    views: 'Views of this board',
    whole: 'Whole consortia',
    propose: 'Propose',
    csv: 'Save as CSV',
    onlyTwo: 'Only 2 candidates',
    waysOn: /sister clusters|portal|Enterprise Europe|guest link/,
    take: /^Take over/,
    eligibility: 'Eligibility',
    aid: /an aid, not the official check: .* portal shows is illustrative too/,
    success: /About 16 % of proposals/,
    offer: 'Offer the seat',
    details: 'Details',
    reserve: 'Reserve',
    onlyCommitter: /may commit your organisation/,
    accept: 'Accept the seat',
    yours: 'You have accepted this seat.',
    giveBack: 'Give the seat back',
    guestLink: 'Invite by a guest link',
    makeLink: 'Make the link',
    link: 'Link',
    legalName: 'Legal name',
    saveParty: 'Save these fields',
    saved: 'Saved',
    yes: 'Yes, we are interested',
    saidYes: 'You have said yes.',
    addOpen: 'Add an open seat',
    links: '1 link for guests',
    answeredYes: /^Said yes on/,
    takeBack: /^Take back the link for/,
    takenBack: /^Taken back on/,
    endedLink: /has ended or was taken back/,
  },
  it: {
    start: 'Apra un consorzio',
    addPartner: 'Aggiunga un partner',
    name: 'Nome o PIC',
    put: 'Aggiunga al consorzio',
    undo: 'Annulla',
    approve: 'Approva',
    approvedBy: /approvato da Olivia Demo/,
    menu: /^Che cosa fare del posto/,
    candidates: 'Candidati',
    compare: /^Confronta /,
    putOn: /^Assegni il posto: /,
    sideBySide: 'A confronto',
    views: 'Viste del consorzio',
    whole: 'Consorzi completi',
    propose: 'Proponi',
    csv: 'Salva come CSV',
    onlyTwo: 'Solo 2 candidati',
    waysOn: /cluster partner|portale|Enterprise Europe|link per ospiti/,
    take: /^Adotti nel consorzio/,
    eligibility: 'Ammissibilità',
    aid: /un aiuto, non la verifica ufficiale/,
    success: /circa il 16 % delle proposte/,
    offer: 'Offra il posto',
    details: 'Dettagli',
    reserve: 'Riserva',
    onlyCommitter: /può impegnare la Sua organizzazione/,
    accept: 'Accetti il posto',
    yours: 'Ha accettato questo posto.',
    giveBack: 'Restituisca il posto',
    guestLink: 'Inviti con un link per ospiti',
    makeLink: 'Crei il link',
    link: 'Link',
    legalName: 'Denominazione legale',
    saveParty: 'Salvi questi campi',
    saved: 'Salvato',
    yes: 'Sì, ci interessa',
    saidYes: 'Ha risposto sì.',
    addOpen: 'Aggiunga un posto aperto',
    links: '1 link per ospiti',
    answeredYes: /^Ha risposto sì il/,
    takeBack: /^Ritiri il link per/,
    takenBack: /^Ritirato il/,
    endedLink: /è scaduto o è stato ritirato/,
  },
} as const;

/** What a page of a board may weigh in script until it is shown, compressed (as in kit/read-pages.ts). */
const heaviest = 220_000;

inBrowser('a consortium', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await connect()));
  afterAll(() => browser.close());

  describe.each(walks)('in $language at $width px', ({ language, width }) => {
    const say = words[language];
    let officer: Visitor;
    let board = '';
    beforeAll(async () => {
      officer = await Visitor.open(browser, { as: 'officer', language, width });
    });
    afterAll(async () => {
      expect(officer.complaints).toEqual([]);
      await officer.close();
    });
    const named = (role: 'button' | 'menuitem' | 'link', name: string | RegExp): Locator =>
      officer.page.getByRole(role, { name, exact: true });
    const seatOf = (name: string): Locator => officer.page.getByRole('article', { name, exact: true });
    const column = (state: string): Locator => officer.page.locator(`[data-state="${state}"]`);
    const view = async (name: string): Promise<void> => {
      await officer.page.getByRole('navigation', { name: say.views }).getByRole('link', { name }).click();
      await officer.settled();
    };
    const looked = async (name: string): Promise<void> => {
      expect(await officer.sideways()).toEqual([]);
      if (width === 360 || language === 'it') expect(await officer.barriers()).toEqual([]);
      await officer.picture(`board-${name}-${width}-${language}`);
    };

    it('B2: chooses a call on the radar and has a board with its needs', async () => {
      await officer.go('/radar');
      const link = officer.page.locator('#main a[href^="/radar/calls/"]').first();
      await link.click();
      await named('button', say.start).waitFor();
      await officer.go(`/opportunities/${call}`);
      await named('button', say.start).click();
      await officer.page.waitForURL('**/consortia/*');
      await officer.settled();
      board = new URL(officer.page.url()).pathname;
      await officer.page.locator('article').first().waitFor();
      await officer.go(board);
      expect(await officer.scriptBytes()).toBeLessThan(heaviest);
    });

    it('B3, B-13, B-14: adds a partner by name or PIC, sees what it covers, takes that back, and approves a need by name', async () => {
      await named('button', say.addPartner).click();
      const field = officer.page.getByRole('combobox', { name: say.name });
      await field.fill('Montelambro');
      await officer.page.getByRole('option').first().click();
      await named('button', say.put).click();
      await seatOf(member).waitFor();
      const cells = officer.page.locator('td button');
      await cells.first().waitFor();
      await officer.page.locator('[role="status"]', { hasText: member }).first().waitFor();
      await cells.first().click();
      expect(await cells.first().getAttribute('aria-pressed')).toBe('true');
      await named('button', say.undo).first().click();
      await seatOf(member).waitFor({ state: 'detached' });
      await field.fill(pic);
      await officer.page.getByRole('option').first().click();
      await named('button', say.put).click();
      await seatOf(member).waitFor();
      await named('button', say.approve).first().click();
      await officer.page.getByText(say.approvedBy).first().waitFor();
      await looked('board');
    });

    it('B3: moves a seat by keyboard and by hand, and shows a colleague who was quicker', async () => {
      const seat = seatOf(member);
      await seat.getByRole('button', { name: say.menu }).focus();
      await officer.page.keyboard.press('Enter');
      await named('menuitem', say.reserve).focus();
      await officer.page.keyboard.press('Enter');
      const reserve = column('reserve');
      await reserve.getByRole('article', { name: member }).waitFor();
      // back to be asked, drawn with the mouse
      const toAsk = column('to-ask');
      // its note stands at the bottom by now, where something dropped would not reach the column
      await named('button', say.undo).first().waitFor();
      const back = toAsk.getByRole('article', { name: member });
      // beside many other pages a drop was lost at 1440 px three times, why is not known; a person draws again
      await until('the seat drawn back', async () => {
        await seat.dragTo(toAsk, { targetPosition: { x: 40, y: 20 } });
        return back.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => undefined,
        );
      });
      await seat.getByRole('button', { name: say.menu }).click();
      await named('menuitem', say.details).click();
      const dialog = officer.page.getByRole('dialog');
      await dialog.locator('textarea').fill('Asked in Milan');
      await elsewhere(officer, board);
      await dialog.locator('button[type="submit"]').click();
      await dialog.getByRole('alert').first().waitFor();
      expect(await dialog.locator('textarea').inputValue()).toBe('Asked in Milan');
      await dialog.getByRole('alert').first().getByRole('button').click();
      await dialog.locator('button[type="submit"]').click();
      await dialog.waitFor({ state: 'hidden' });
      await seat.getByText('Asked in Milan').waitFor();
      await seat.getByText('7', { exact: false }).first().waitFor();
      expect(officer.complaints.splice(0).filter((line) => !line.includes('409'))).toEqual([]);
    });

    it('B4, B-17: has candidates for a seat, compares two by keyboard, saves them, and puts one on it', async () => {
      await named('button', say.addOpen).click();
      await view(say.candidates);
      const rows = officer.page.locator('tbody tr:has(input)');
      await rows.nth(2).waitFor();
      expect(await rows.first().locator('blockquote').count()).toBeGreaterThanOrEqual(2);
      const choices = officer.page.getByRole('checkbox', { name: say.compare });
      await choices.first().focus();
      await officer.page.keyboard.press('Space');
      await officer.page.keyboard.press('ArrowDown');
      await officer.page.keyboard.press('Space');
      const compared = officer.page.getByRole('region', { name: say.sideBySide }).getByRole('article');
      await until('two side by side', async () => ((await compared.count()) === 2 ? true : undefined));
      await looked('candidates');
      const saving = officer.page.waitForEvent('download');
      await named('button', say.csv).click();
      const csv = await text(await (await saving).createReadStream());
      const [header = '', ...lines] = csv.trim().split('\n');
      expect(header).toContain('callQuote');
      expect(lines).toHaveLength(
        await officer.page.locator('table').first().locator('tbody tr:has(input)').count(),
      );
      await officer.page.getByRole('button', { name: say.putOn }).first().click();
      await named('button', say.undo).first().waitFor();
    });

    it('B-18: is told where else to look where fewer than three fit', async () => {
      const { page } = officer;
      await page.route('**/seats/*/suggestions?**', async (route) => {
        const answer = await route.fetch();
        const found = (await answer.json()) as { suggestions: unknown[] };
        const json = { ...found, suggestions: found.suggestions.slice(0, 2), total: 2, unexpected: null };
        await route.fulfill({ response: answer, json });
      });
      await page.reload();
      await officer.settled();
      await page.getByText(say.onlyTwo).waitFor();
      const ways = page.locator('#main ul li', { hasText: say.waysOn });
      expect(await ways.count()).toBe(4);
      await looked('few-candidates');
      await page.unroute('**/seats/*/suggestions?**');
    });

    it('B4: is proposed whole consortia and takes one over', async () => {
      await view(say.whole);
      await named('button', say.propose).click();
      const proposals = officer.page.locator('article[aria-labelledby^="proposal"]');
      await proposals.nth(1).waitFor({ timeout: 60_000 });
      await looked('assembly');
      await officer.page.getByRole('button', { name: say.take }).first().click();
      await named('button', say.undo).first().waitFor();
    });

    it('B6, B-29: reads the check rule by rule, with sources, and that it is an aid', async () => {
      await view(say.eligibility);
      await officer.page.getByText(say.aid).waitFor();
      await officer.page.locator('[data-verdict]').waitFor();
      await officer.page.getByText(say.success).waitFor();
      expect(await officer.page.locator('tbody tr').count()).toBeGreaterThan(3);
      expect(await officer.page.locator('tbody tr a[href^="https://"]').count()).toBeGreaterThan(0);
      await looked('check');
    });

    it('A8: the member is offered the seat; an editor prepares, the committer accepts and gives it back', async () => {
      await officer.go(board);
      await seatOf(member).getByRole('button', { name: say.menu }).click();
      await named('menuitem', say.offer).click();
      await named('button', say.undo).first().waitFor();
      await asMember(browser, 'editor', { language, width }, async ({ page }) => {
        await page.getByText(say.onlyCommitter).waitFor();
        expect(await page.getByRole('button', { name: say.accept }).count()).toBe(0);
      });
      await asMember(browser, 'director', { language, width }, async (visitor) => {
        const { page } = visitor;
        await page.getByRole('button', { name: say.accept }).click();
        await page.getByText(say.yours).first().waitFor();
        expect(await visitor.sideways()).toEqual([]);
        expect(await visitor.barriers()).toEqual([]);
        await visitor.picture(`seat-${width}-${language}`);
        await page.getByRole('button', { name: say.giveBack }).click();
        await page.getByRole('button', { name: say.giveBack }).waitFor({ state: 'detached' });
      });
    });

    it('A8: a guest answers and fills in Part A by a link, without an account', async () => {
      await named('button', say.addOpen).click();
      const open = column('open').getByRole('article').last();
      await open.getByRole('button', { name: say.menu }).click();
      await named('menuitem', say.guestLink).click();
      await named('button', say.makeLink).click();
      const link = await officer.page.getByLabel(say.link, { exact: true }).inputValue();
      const guest = await Visitor.open(browser, { language, width });
      const { page } = guest;
      await guest.go(new URL(link).pathname + new URL(link).hash);
      await page.getByLabel(say.legalName).fill('Ospite S.r.l.');
      await page.getByRole('button', { name: say.saveParty }).click();
      await page.getByText(say.saved, { exact: true }).waitFor();
      await page.getByRole('button', { name: say.yes }).click();
      await page.getByText(say.saidYes).waitFor();
      expect(await guest.sideways()).toEqual([]);
      expect(await guest.barriers()).toEqual([]);
      await guest.picture(`guest-${width}-${language}`);
      await page.reload();
      await guest.settled();
      await until('what was saved', async () =>
        (await page.getByLabel(say.legalName).inputValue()) === 'Ospite S.r.l.' ? true : undefined,
      );
      expect(guest.complaints).toEqual([]);
      // staff see what came of it, and take it back
      await officer.go(board);
      const links = officer.page.getByRole('region', { name: say.links });
      await links.getByText(say.answeredYes).waitFor();
      await links.scrollIntoViewIfNeeded();
      await officer.picture(`guest-links-${width}-${language}`);
      await links.getByRole('button', { name: say.takeBack }).click();
      await links.getByText(say.takenBack).waitFor();
      expect(await officer.barriers()).toEqual([]);
      expect(await officer.sideways()).toEqual([]);
      await page.reload();
      await page.getByText(say.endedLink).waitFor();
      await guest.close();
      await drop(officer, board);
    });
  });
});

interface Shown {
  readonly language: Language;
  readonly width: Width;
}

/** Opens the newest seat that the member was offered. */
async function asMember(
  browser: Browser,
  as: 'editor' | 'director',
  shown: Shown,
  does: (visitor: Visitor) => Promise<void>,
): Promise<void> {
  const visitor = await Visitor.open(browser, { as, ...shown });
  await visitor.go('/seats');
  await visitor.page.locator('#main article a').first().click();
  await visitor.page.waitForURL('**/seats/*');
  await visitor.settled();
  await does(visitor);
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
}

const apiOf = (board: string): string => `/api/v1${board}`;

interface ShownBoard {
  readonly version: number;
  readonly seats: readonly { readonly id: string; readonly version: number }[];
}

/** A colleague changes the first seat while its form is open. */
async function elsewhere({ context, address }: Visitor, board: string): Promise<void> {
  const found = (await (await context.request.get(apiOf(board))).json()) as ShownBoard;
  const [seat] = found.seats;
  const answer = await context.request.patch(`${apiOf(board)}/seats/${seat?.id ?? ''}`, {
    headers: { origin: address },
    data: { version: seat?.version, effortMonths: 7 },
  });
  expect(answer.status()).toBe(200);
}

/** Puts the board away: other journeys start from what the demonstration has. */
async function drop({ context, address }: Visitor, board: string): Promise<void> {
  const { version } = (await (await context.request.get(apiOf(board))).json()) as ShownBoard;
  const answer = await context.request.patch(apiOf(board), {
    headers: { origin: address },
    data: { version, state: 'dropped' },
  });
  expect(answer.status()).toBe(200);
}
