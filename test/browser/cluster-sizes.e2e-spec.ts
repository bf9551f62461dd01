import type { Browser } from 'playwright-core';

import { memberFile, members, nameOf } from '../../bench/pages/invented-cluster.js';
import { CreateCluster, CreateUser } from '../../src/accounts/index.js';
import { DemoPeople, demoPassword } from '../../src/app/demo/demo-people.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { openHttpService, type HttpService } from '../support/http-service.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { dropFile } from './kit/drop-file.js';
import { connect, inBrowser, Visitor, widths } from './kit/visitor.js';

/** Everything that an officer finds in the navigation, and behind it. */
const places = [
  ...['/opportunities', '/introductions', '/radar', '/radar/for-us', '/radar/newsletter', '/radar/by-hand'],
  ...[
    '/consortia',
    '/members',
    '/members/invitations',
    '/members/merges',
    '/imports',
    '/digest',
    '/digest/sent',
  ],
  ...[
    '/overview',
    '/map',
    '/outcomes',
    '/outcomes/fair-access',
    '/ideas/kept',
    '/ideas/same',
    '/cluster/trail',
  ],
] as const;

/** On these there is nothing at all, and they say so. */
const empty = ['/introductions', '/consortia', '/members', '/imports', '/digest', '/ideas/kept'] as const;

inBrowser('a cluster', () => {
  let service: HttpService;
  let browser: Browser;
  beforeAll(async () => {
    await startTestServer();
    service = await openHttpService({ demo: true, work: true });
    await service.app.get(DemoPeople).ensure();
    const cluster = { slug: 'tenth', nameEn: 'Tenth Cluster', nameIt: 'Decimo cluster', ecosystems: [] };
    const made = await service.app
      .get(CreateCluster)
      .run(systemScope(), { ...cluster, city: null, url: null });
    await service.app.get(CreateUser).create('terminal', {
      email: 'officer@tenth.example',
      name: 'Olga Tenth',
      language: 'it',
      password: demoPassword,
      grants: [{ role: 'officer', cluster: made.id, organisation: null }],
      demo: true,
    });
    browser = await connect();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
    await stopTestServer();
  });

  it('without a member says on every page what to do first', async () => {
    const { address } = service;
    const visitor = await Visitor.open(browser, { language: 'it', width: 360, address });
    const answer = await visitor.context.request.post('/api/v1/sessions', {
      data: { email: 'officer@tenth.example', password: demoPassword },
      headers: { origin: address },
    });
    expect(answer.status()).toBe(201);
    for (const place of places) {
      await visitor.go(place);
      await visitor.picture(`tenth${place.replaceAll('/', '-')}`);
      expect([place, await visitor.page.locator('#main [role="alert"]').count()]).toEqual([place, 0]);
      expect([place, await visitor.sideways()]).toEqual([place, []]);
      expect([place, await visitor.barriers()]).toEqual([place, []]);
      if (empty.some((one) => one === place))
        await visitor.page.locator('#main [role="status"]').first().waitFor();
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('of 800 members is taken in from one file, found, and counted', async () => {
    const visitor = await Visitor.open(browser, { as: 'officer', address: service.address });
    const { page } = visitor;
    await visitor.go('/imports');
    await dropFile(page.getByText(/^Drop a list of members here/), 'eight-hundred.csv', memberFile());
    await page.getByRole('button', { name: `Take in ${members} rows` }).click({ timeout: 60_000 });
    await page.getByText(/^Taken in on/).waitFor({ timeout: 120_000 });
    await visitor.go('/members');
    // what the demonstration invented is left out from now on
    await page.getByText(`${members} members`, { exact: true }).waitFor();
    for (const width of widths) {
      await visitor.resize(width);
      await visitor.picture(`eight-hundred-members-${width}`);
      expect(await visitor.sideways()).toEqual([]);
    }
    await visitor.go(`/members?search=${encodeURIComponent(nameOf(799))}`);
    await page.getByRole('link', { name: nameOf(799) }).waitFor();
    for (const place of ['/radar', '/map', '/overview'] as const) {
      await visitor.go(place);
      await visitor.picture(`eight-hundred${place.replace('/', '-')}`);
      expect(await visitor.sideways()).toEqual([]);
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }, 240_000);
});

inBrowser('over a slow line', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await connect()));
  afterAll(() => browser.close());

  it('a page says that it is on its way, and comes', async () => {
    const visitor = await Visitor.open(browser, { as: 'editor', width: 360 });
    const { page } = visitor;
    await visitor.go('/help');
    const line = await visitor.context.newCDPSession(page);
    // a telephone in a valley: 400 kbit/s and 400 ms there and back
    const slow = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, offline: false };
    await line.send('Network.emulateNetworkConditions', slow);
    await page.goto('/opportunities', { waitUntil: 'commit' });
    await page.locator('[aria-busy="true"]').first().waitFor();
    await visitor.picture('slow-on-its-way');
    await page.locator('#main article, #main li').first().waitFor();
    await visitor.settled();
    expect(await visitor.sideways()).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }, 60_000);
});
