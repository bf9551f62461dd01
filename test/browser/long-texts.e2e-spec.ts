import { aFullBoard, manyPartners } from './kit/a-board.js';
import { makeNames, namesShown, stretchNames } from './kit/long-names.js';
import { inBrowser, keepSessions, widths } from './kit/visitor.js';
import { addressOf, pages } from './pages.js';

/** Pages for which the demonstration has nothing to list, or not for sure. */
const poor = new Set([
  ...[
    'invitations',
    'merges',
    'deliveries',
    'saved',
    'ideas-kept',
    'ideas-same',
    'profile',
    'sharing',
    'seats',
  ],
  ...['newsletter', 'outcomes', 'by-hand', 'imports', 'webhooks', 'boards', 'introductions'],
]);

/** Pages that ask the service for nothing that anybody has named. */
const nameless = new Set(['account', 'digest-own', 'overview', 'fair-access']);

inBrowser('P-01: a page with long texts', () => {
  const sessions = keepSessions();

  it.each(pages)('has room for names of 300 characters: $name', async ({ path, as, asks, name }) => {
    const visitor = await sessions.open({ as, width: 360, language: 'it' });
    const address = await addressOf(path, visitor);
    await stretchNames(visitor);
    if (asks !== undefined && poor.has(name)) await makeNames(visitor, asks);
    await visitor.go(address);
    if (asks !== undefined && !nameless.has(name)) expect(await namesShown(visitor)).toBeGreaterThan(0);
    await visitor.picture(`${name}-long`);
    expect(await visitor.sideways()).toEqual([]);
    await visitor.resize(1440);
    expect(await visitor.sideways()).toEqual([]);
    await visitor.close();
  });

  it('shows a board of 40 partners, in each of its views', async () => {
    const visitor = await sessions.open({ as: 'officer', width: 360 });
    const board = await aFullBoard(visitor);
    for (const view of ['', '/check', '/candidates', '/assembly', '/ready']) {
      await visitor.go(`${board}${view}`);
      for (const width of widths) {
        await visitor.resize(width);
        await visitor.picture(`board-full${view.replace('/', '-')}-${width}`);
        expect(await visitor.sideways()).toEqual([]);
      }
      if (view === '')
        expect(await visitor.page.locator('[data-state="to-ask"] article').count()).toBe(manyPartners);
    }
    await visitor.close();
  });
});
