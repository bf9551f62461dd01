import type { Route } from 'playwright-core';

import { madeAnswer } from './made-answer.js';
import type { Visitor } from './visitor.js';

/** Properties of answers that people or firms have named: `name`, `legalName`, `callTitle`, `nameIt`. */
const isName = /^(name|title)$|(Name|Title)(En|It)?$/;

/** What people write at length. */
const isText = /^(text|statement|value|note|reason|subject|summary|detail|problem|question|reply|url)$/;

/** Of what kind the made entries are, where a page shows only kinds that it knows. */
const kinds: Readonly<Record<string, string>> = { group: 'competences', source: 'members' };

/** One word of seventy-nine letters, as no line has room for on a telephone. */
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** As long as a name may be. */
const length = 300;

const stretched = (name: string): string =>
  `${name} ${longWord} ${'Società Consortile '.repeat(20)}`.slice(0, length);

/** Has the service give every name three hundred characters from here on. */
export async function stretchNames({ page }: Visitor): Promise<void> {
  await page.route('**/api/v1/**', async (route) => {
    const request = route.request();
    if (request.method() !== 'GET' || /event-stream/.test(request.headers()['accept'] ?? ''))
      return route.fallback();
    return fulfilStretched(route);
  });
}

async function fulfilStretched(route: Route): Promise<void> {
  const response = await route.fetch();
  if (!/json/.test(response.headers()['content-type'] ?? '')) return route.fulfill({ response });
  const text = await response.text();
  const json: unknown = JSON.parse(text, (key, value: unknown) =>
    isName.test(key) && typeof value === 'string' && value !== '' ? stretched(value) : value,
  );
  return route.fulfill({ response, json });
}

/** Has the service answer `asks` with full lists of such names, where the demonstration has nothing to list. */
export async function makeNames({ page }: Visitor, asks: string): Promise<void> {
  await page.route(asks, (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const json = madeAnswer(new URL(route.request().url()).pathname, (property) =>
      isName.test(property) || isText.test(property) ? stretched(property) : (kinds[property] ?? property),
    );
    return route.fulfill({ json });
  });
}

/** How many stretched names the page shows. */
export const namesShown = ({ page }: Visitor): Promise<number> =>
  page.locator('#main').getByText(longWord).count();
