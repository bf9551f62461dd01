import { inBrowser, keepSessions } from './kit/visitor.js';
import { addressOf, pages, type PageUnderTest } from './pages.js';

const problemOf = (status: number, code: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ status, code, detail: 'planted', correlationId: 'planted' }),
});

inBrowser('P-01: every page that asks the service', () => {
  const sessions = keepSessions();

  const asking = pages.filter((page): page is PageUnderTest & { asks: string } => page.asks !== undefined);

  it.each(asking)(
    'says what went wrong, and that it is on its way: $name',
    async ({ path, as, asks, name }) => {
      const visitor = await sessions.open({ as, width: 360 });
      const address = await addressOf(path, visitor);
      let answer = (): void => undefined;
      const answered = new Promise<void>((resolve) => (answer = resolve));
      await visitor.page.route(asks, async (route) => {
        await answered;
        await route.fulfill(problemOf(500, 'internal'));
      });
      await visitor.page.goto(address);
      await visitor.page.locator('#main [aria-busy="true"]').first().waitFor();
      answer();
      await visitor.page.locator('#main [role="alert"]').first().waitFor();
      expect(await visitor.sideways()).toEqual([]);
      expect(await visitor.barriers()).toEqual([]);
      await visitor.picture(`${name}-broken`);
      await visitor.close();
    },
  );

  it.each(asking)('says that it is not open to whoever looks: $name', async ({ path, as, asks, name }) => {
    const visitor = await sessions.open({ as, width: 360, language: 'it' });
    const address = await addressOf(path, visitor);
    await visitor.page.route(asks, (route) => route.fulfill(problemOf(403, 'accounts.not-allowed')));
    await visitor.go(address);
    const said = visitor.page.locator('#main [role="alert"]');
    await said.getByText('Questa pagina non è aperta a Lei').waitFor();
    // asking again would be refused again
    expect(await said.getByRole('button').count()).toBe(0);
    expect(await visitor.sideways()).toEqual([]);
    await visitor.picture(`${name}-refused`);
    await visitor.close();
  });

  const emptied = asking.filter(({ empty }) => empty !== undefined);

  it.each(emptied)(
    'says that there is nothing yet, and why: $name',
    async ({ path, as, asks, name, empty }) => {
      const visitor = await sessions.open({ as, width: 360, language: 'it' });
      await visitor.page.route(asks, (route) => route.fulfill({ json: empty }));
      await visitor.go(await addressOf(path, visitor));
      await visitor.page.locator('#main [role="status"]').first().waitFor();
      expect(await visitor.sideways()).toEqual([]);
      expect(await visitor.barriers()).toEqual([]);
      await visitor.picture(`${name}-empty`);
      await visitor.close();
    },
  );

  it('says what the service refused in the language of the page', async () => {
    const visitor = await sessions.open({ as: 'officer', width: 360, language: 'it' });
    await visitor.go('/introductions/00000000-0000-4000-8000-000000000000');
    const said = visitor.page.locator('#main [role="alert"]');
    await said.getByText("Questa richiesta non c'è più").waitFor();
    expect(await said.locator('[lang="en"]').count()).toBe(0);
    await visitor.picture('refused');
    await visitor.close();
  });
});
