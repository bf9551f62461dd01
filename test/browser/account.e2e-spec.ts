import { join } from 'node:path';

import pg from 'pg';
import type { Browser } from 'playwright-core';

import { until } from '../support/until.js';
import { connect, inBrowser, theRun, Visitor } from './kit/visitor.js';

inBrowser('one’s own account', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await connect()));
  afterAll(() => browser.close());

  /** What lies in the service's mailbox, as the superuser of its embedded database. */
  const mails = async (): Promise<string[]> => {
    const host = join(theRun()?.dataFolder ?? '', 'socket');
    const client = new pg.Client({ host, user: 'tessera_owner', database: 'tessera' });
    await client.connect();
    try {
      const { rows } = await client.query<{ text: string }>('select text from mailbox_message');
      return rows.map(({ text }) => text);
    } finally {
      await client.end();
    }
  };

  it('signs in by a link, which looking at does not use up', async () => {
    const visitor = await Visitor.open(browser, { as: 'open', width: 360 });
    const { page } = visitor;
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Send me a link by mail' }).click();
    await page.getByLabel('Mail address').fill('director@member.example');
    await page.getByRole('button', { name: 'Send me a link by mail' }).click();
    await page.getByText('the link is on its way').waitFor();
    const token = await until('the mail', async () =>
      (await mails())
        .map((text) => /sign-in\/link#([\w-]{43})/.exec(text)?.[1])
        .find((found) => found !== undefined),
    );
    await page.goto(`/sign-in/link#${token}`);
    await page.reload();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    const me = (await (await visitor.context.request.get('/api/v1/me')).json()) as { email: string };
    expect(me.email).toBe('director@member.example');
    await visitor.close();
  });

  it('makes a passkey and signs in with it', async () => {
    const visitor = await Visitor.open(browser, { as: 'open' });
    const { page } = visitor;
    const named = visitor.address.replace('127.0.0.1', 'localhost');
    const devtools = await visitor.context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    });
    await page.goto(`${named}/`);
    // somebody whom no other test is: a new passkey ends what they have open elsewhere
    await page.getByRole('button', { name: 'Enter as Gina Demo' }).click();
    await page.getByRole('button', { name: 'Enter as Gina Demo' }).waitFor({ state: 'detached' });
    await page.goto(`${named}/account`);
    await page.getByLabel('What to call it').fill('telephone');
    await page.getByRole('button', { name: 'Make a passkey here' }).click();
    await page.getByRole('button', { name: 'Remove the passkey telephone' }).waitFor();
    await visitor.picture('account-passkey');

    await visitor.context.clearCookies();
    await page.goto(`${named}/sign-in`);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    await page.goto(`${named}/account`);
    await page.getByRole('button', { name: 'Remove the passkey telephone' }).click();
    await page.getByText('You have no passkey yet.').waitFor();
    await visitor.close();
  });
});
