import type { Browser, Locator } from 'playwright-core';

import { expectClicks } from './kit/click-counts.js';
import { dropFile } from './kit/drop-file.js';
import { connect, inBrowser, Visitor, walks } from './kit/visitor.js';

/** Invented members; every second line has a fault of its own. */
const file = [
  'Ragione sociale;Codice PIC;Comune;Dal;Al;Chi siamo;Competenze;Referente',
  'Fonderia Prova Inventata S.r.l.;;Lecco;2020-01-01;;Getti in lega leggera per prototipi;Fusione in sabbia;Ada Prova',
  'Stampi Finti S.p.A.;12345;Como;2021-01-01;;Stampi per materie plastiche;Stampi;Bea Prova',
  'Ottica Immaginaria S.r.l.;;Milano;2019-05-01;;Lenti per sensori a basso consumo;Ottica;',
  'Cavi Supposti S.r.l.;;Varese;2024-01-01;2022-01-01;Cavi per robot;Cavi;',
  ';;Monza;2020-01-01;;Nessuno sa chi siamo;Torneria;',
  'Ottica Immaginaria S.r.l.;;Milano;2019-05-01;;Lenti per sensori a basso consumo;Ottica;',
].join('\n');

const words = {
  en: {
    imports: 'Imports',
    open: 'Open the navigation',
    drop: /^Drop a list of members here/,
    apply: 'Take in 2 rows',
    undo: 'Take all of it back',
    all: /^all/,
    refused: /^refused/,
    refusedCsv: '3 refused rows as CSV',
    column: 'Column Chi siamo is read as',
    description: 'Description',
    leftOut: 'left out',
    again: 'Read the file again',
    applied: /^Taken in on/,
    undone: /^Taken back on/,
    underway: 'Taking in the rows',
  },
  it: {
    imports: 'Importazioni',
    open: 'Apri il menu',
    drop: /^Trascini qui un elenco/,
    apply: 'Importi 2 righe',
    undo: 'Annulli tutto',
    all: /^tutte/,
    refused: /^rifiutata/,
    refusedCsv: '3 righe rifiutate in CSV',
    column: 'La colonna Chi siamo è letta come',
    description: 'Descrizione',
    leftOut: 'tralasciata',
    again: 'Rilegga il file',
    applied: /^Importato il/,
    undone: /^Annullato il/,
    underway: 'Importazione delle righe',
  },
} as const;

inBrowser('journey B1: an officer takes a list of members in', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await connect()));
  afterAll(async () => {
    const visitor = await Visitor.open(browser, { as: 'officerOfCatal' });
    const headers = { origin: visitor.address };
    await visitor.context.request.delete('/api/v1/column-maps/member-list', { headers });
    await visitor.close();
    await browser.close();
  });

  describe.each(walks)('in $language at $width px', ({ language, width }) => {
    const say = words[language];

    it('with errors in it', async () => {
      const visitor = await Visitor.open(browser, { as: 'officerOfCatal', language, width });
      const { page } = visitor;
      let clicks = 0;
      const click = async (what: Locator): Promise<void> => {
        clicks += 1;
        await what.click();
      };
      const row = (text: string): Locator => page.getByRole('row').filter({ hasText: text });
      await visitor.go('/members');
      if (width === 360) await click(page.getByRole('button', { name: say.open }));
      await click(page.getByRole('navigation').getByRole('link', { name: say.imports }));
      await visitor.settled();

      await dropFile(page.getByText(say.drop), `soci-${language}-${width}.csv`, file);
      await page.getByRole('button', { name: say.apply }).waitFor();
      const toPreview = clicks;
      expect(
        await page.getByRole('row').filter({ hasText: 'Referente' }).locator('select').inputValue(),
      ).toBe('left out');

      // a column nobody recognised: said what it is, and the file read again without being chosen again
      clicks = 0;
      await page.getByLabel(say.column).selectOption({ label: say.description });
      clicks += 1;
      const before = page.url();
      await click(page.getByRole('button', { name: say.again }));
      await page.waitForURL((url) => url.href !== before);
      await visitor.settled();
      expectClicks('adjustColumn', { width, language }, clicks);
      await page.getByLabel(say.column).waitFor();
      expect(await page.getByLabel(say.column).inputValue()).toBe('description');

      // row by row: what is refused names column and value
      await page.getByRole('button', { name: say.refused }).click();
      await row('12345').waitFor();
      await row('Ottica Immaginaria').first().waitFor({ state: 'detached' });
      expect(await row('12345').innerText()).toMatch(/Codice PIC[^]*12345/);
      expect(await row('2022-01-01').innerText()).toMatch(/Al[^]*2022-01-01/);
      await visitor.picture(`imports-preview-${width}-${language}`);
      expect(await visitor.sideways()).toEqual([]);
      expect(await visitor.barriers()).toEqual([]);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: say.refusedCsv }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/refused.*\.csv$/);
      const { body } = await table(visitor, download.url());
      expect(body).toContain('12345');
      expect(body).not.toContain('Fonderia Prova');

      await page.getByRole('button', { name: say.all }).click();
      await row('Fonderia Prova').waitFor();
      clicks = toPreview;
      await click(page.getByRole('button', { name: say.apply }));
      await page.getByText(say.applied).waitFor();
      expectClicks('importWithErrors', { width, language }, clicks);

      // all of it is taken back by one
      await page.locator('#main').getByRole('button', { name: say.undo }).click();
      await page.getByText(say.undone).waitFor();
      await visitor.go('/members?search=Fonderia');
      expect(await page.getByText('Fonderia Prova Inventata').count()).toBe(0);
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    });

    it('says how far it is, over the line for that or by asking', async () => {
      for (const hasLine of [true, false]) {
        const visitor = await Visitor.open(browser, { as: 'officerOfCatal', language, width });
        const { page } = visitor;
        if (!hasLine) await page.route('**/api/v1/imports/*/events', (route) => route.abort());
        let release = (): void => undefined;
        const held = new Promise<void>((resolve) => (release = resolve));
        // the service is not asked yet: what it would say of an import under way is said for it
        await page.route('**/api/v1/imports/*/apply', async (route) => {
          await held;
          await route.continue();
        });
        const asked: string[] = [];
        const halfDone = { done: 120, total: 240, secondsLeft: 3 };
        await visitor.go('/imports');
        await dropFile(page.getByText(say.drop), `avanzamento-${String(hasLine)}.csv`, file);
        await page.getByRole('button', { name: say.apply }).waitFor();
        await page.route(/\/api\/v1\/imports\/[0-9a-f-]{36}(\/events)?$/, async (route) => {
          const url = route.request().url();
          asked.push(url.endsWith('/events') ? 'line' : 'asking');
          if (!url.endsWith('/events')) {
            const answer = (await (await route.fetch()).json()) as object;
            return route.fulfill({ json: { ...answer, progress: halfDone } });
          }
          if (!hasLine) return route.abort();
          const run = { state: 'previewed', progress: halfDone };
          return route.fulfill({
            headers: { 'content-type': 'text/event-stream' },
            body: `data: ${JSON.stringify(run)}\n\n`,
          });
        });
        await page.getByRole('button', { name: say.apply }).click();
        const bar = page.getByRole('progressbar', { name: say.underway });
        await bar.waitFor();
        await page.getByText(/120 .*240/).waitFor();
        expect(await bar.getAttribute('aria-valuenow')).toBe('50');
        expect(asked[0]).toBe('line');
        await visitor.picture(`imports-applying-${String(hasLine)}-${language}`);
        await page.unroute(/\/api\/v1\/imports\/[0-9a-f-]{36}(\/events)?$/);
        release();
        await page.getByText(say.applied).waitFor();
        await page.locator('#main').getByRole('button', { name: say.undo }).click();
        await page.getByText(say.undone).waitFor();
        await visitor.close();
      }
    });
  });

  it('A-12: says of two entries whether they are one, and takes it back', async () => {
    const visitor = await Visitor.open(browser, { as: 'officer', language: 'it' });
    const { page } = visitor;
    // the demonstration has no doubles; what the service does with them is tested without a browser
    const entry = { country: 'IT', pic: null, websites: [], listed: false, isMember: true, hasPeople: false };
    const pair = {
      kept: { ...entry, id: ids[0], legalName: 'H3CUBE', city: 'Milano', vatNumber: 'IT09999900989' },
      other: { ...entry, id: ids[1], legalName: 'H3 Cube srl', city: null, vatNumber: null },
      reasons: ['name', 'website'],
    };
    const said: string[] = [];
    await page.route('**/api/v1/merge-proposals', (route) =>
      route.fulfill({ json: { items: said.length % 2 === 0 ? [pair] : [], count: 1, decisions: [] } }),
    );
    await page.route('**/api/v1/merge-proposals/decisions**', (route) => {
      said.push(`${route.request().method()} ${route.request().postData() ?? ''}`);
      return route.request().method() === 'POST'
        ? route.fulfill({ status: 201, json: { id: ids[2] } })
        : route.fulfill({ status: 204 });
    });
    await visitor.go('/members/merges');
    for (const width of [360, 1440] as const) {
      await visitor.resize(width);
      expect(await visitor.sideways()).toEqual([]);
      await visitor.picture(`merge-pair-${width}-it`);
    }
    expect(await visitor.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'È la stessa: H3 Cube srl e H3CUBE' }).click();
    await page.getByText('Nessuno sembra presente due volte').waitFor();
    await page.getByRole('button', { name: 'Annulla' }).click();
    await page.getByText('lo stesso nome, a parte spazi e forma giuridica, lo stesso sito web').waitFor();
    expect(said).toEqual([
      `POST ${JSON.stringify({ kept: ids[0], other: ids[1], decision: 'same' })}`,
      'DELETE ',
    ]);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});

const ids = [1, 2, 3].map((last) => `00000000-0000-4000-8000-00000000a12${last}`);

/** A table as a person gets it who follows the link. */
async function table(visitor: Visitor, address: string): Promise<{ body: string }> {
  const answer = await visitor.context.request.get(address);
  return { body: await answer.text() };
}
