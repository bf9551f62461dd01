import type { Browser } from 'playwright-core';

import { connect, inBrowser, Visitor } from './kit/visitor.js';

inBrowser('who looks, and how they get about', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await connect()));
  afterAll(() => browser.close());

  it('says that a demonstration is open, lets in one of its people by one press, and out again', async () => {
    const visitor = await Visitor.open(browser, { width: 360 });
    const { page } = visitor;
    await visitor.go('/');
    await page.getByRole('note').getByText('an officer of AFIL').waitFor();
    await page.getByRole('button', { name: 'Enter as Omar Demo' }).click();
    await page.waitForURL((url) => url.pathname !== '/');
    await visitor.settled();
    expect(await page.getByRole('note').count()).toBe(0);
    await page.getByRole('button', { name: 'Omar Demo' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('note').waitFor();
    await visitor.close();
  });

  it('signs in with mail address and password, says what was wrong beside the form, and goes where one was going', async () => {
    const visitor = await Visitor.open(browser);
    const { page } = visitor;
    await visitor.go(`/sign-in?next=${encodeURIComponent('/opportunities?kind=["pilot"]')}`);
    await page.getByLabel('Mail address').fill('operator@tessera.example');
    await page.getByLabel('Password', { exact: false }).first().fill('not the password at all');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('do not belong together').waitFor();
    await page.getByLabel('Password', { exact: false }).first().fill('tre gatti sul tetto rosso');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('kind') === '["pilot"]');
    await visitor.close();
  });

  it('never goes on to another site', async () => {
    const visitor = await Visitor.open(browser);
    const { page } = visitor;
    for (const next of ['https://evil.example', '//evil.example', '/\\\\evil.example']) {
      await visitor.go(`/sign-in?next=${encodeURIComponent(next)}`);
      await page.getByLabel('Mail address').fill('operator@tessera.example');
      await page.getByLabel('Password', { exact: false }).first().fill('tre gatti sul tetto rosso');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname !== '/sign-in' && url.pathname !== '/');
      expect(new URL(page.url()).origin).toBe(visitor.address);
    }
    await visitor.close();
  });

  it('P-02: is used by the keyboard alone: skip link, shortcuts, and a heading that has the focus on each page', async () => {
    const visitor = await Visitor.open(browser, { as: 'operator' });
    const { page } = visitor;
    await visitor.go('/operations');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.waitForURL('**/help');
    await page.locator('h1:focus').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('This list').waitFor();
    await page.getByRole('switch', { name: 'Shortcuts are on' }).press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    expect(new URL(page.url()).pathname).toBe('/help');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('dialog').waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('remembers the language and the look that were chosen', async () => {
    const visitor = await Visitor.open(browser);
    const { page } = visitor;
    await visitor.go('/help');
    await page.getByRole('button', { name: /Language: English/ }).click();
    await page.getByRole('menuitem', { name: 'italiano' }).click();
    await page.getByRole('heading', { level: 1, name: 'Aiuto' }).waitFor();
    await page.getByRole('button', { name: 'Passa al tema scuro' }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Aiuto' }).waitFor();
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    await visitor.close();
  });

  it('shows an officer where something is not open to them, and what can be done', async () => {
    const visitor = await Visitor.open(browser, { as: 'editor', language: 'it' });
    await visitor.go('/operations');
    await visitor.page.getByRole('alert').getByText('Questa pagina non è aperta a Lei').first().waitFor();
    await visitor.close();
  });

  it('C-12: shows the colour and the logo of the cluster around every page, once its manager has set them', async () => {
    const visitor = await Visitor.open(browser, { as: 'manager', width: 360, language: 'it' });
    const { page, context, address } = visitor;
    const ask = { headers: { origin: address } };
    const before = (await (await context.request.get('/api/v1/cluster')).json()) as { slug: string };
    const { slug: _slug, hasLogo: _logo, ...settings } = before as Record<string, unknown>;
    const put = async (path: string, body: object): Promise<void> =>
      expect((await context.request.put(path, { ...ask, ...body })).status()).toBeLessThan(300);
    await put('/api/v1/cluster', { data: { ...settings, colour: '#7a1f5c' } });
    await put('/api/v1/cluster/logo', {
      multipart: { file: { name: 'logo.png', mimeType: 'image/png', buffer: onePixel } },
    });
    await visitor.go('/help');
    const band = page.locator('header').first();
    expect(await band.getAttribute('style')).toContain('rgb(122, 31, 92)');
    const logo = page.locator('header img[src*="/me/logo"]');
    expect(await logo.evaluate((node) => (node as { naturalWidth?: number }).naturalWidth)).toBe(1);
    expect(await logo.getAttribute('alt')).toBe((settings as { nameIt: string }).nameIt);
    for (const width of [360, 1440] as const) {
      await visitor.resize(width);
      expect(await visitor.sideways()).toEqual([]);
      await visitor.picture(`branded-${width}-it`);
    }
    await context.request.delete('/api/v1/cluster/logo', ask);
    await put('/api/v1/cluster', { data: settings });
    await visitor.go('/help');
    expect(await logo.count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
