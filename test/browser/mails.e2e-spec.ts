import type { Browser } from 'playwright-core';

import { MailViewer, type MailLook } from '../mails/look-at-mail.js';
import { mailSamples, type Language } from '../mails/mail-samples.js';
import { writtenOut } from '../mails/written-mail.js';
import { connect, inBrowser } from './kit/visitor.js';

/** On a telephone in the dark, and at a desk by day; `npm run mails -- <folder>` looks at all eight. */
const looks: readonly (MailLook & { readonly language: Language })[] = [
  { language: 'it', width: 360, dark: true },
  { language: 'en', width: 640, dark: false },
];

inBrowser('every mail', () => {
  let browser: Browser;
  let viewer: MailViewer;
  beforeAll(async () => {
    browser = await connect();
    viewer = await MailViewer.open(await browser.newContext());
  });
  afterAll(() => browser.close());

  it.each(mailSamples)('can be read, and fetches nothing: $name', async (sample) => {
    for (const { language, ...look } of looks) {
      const { html } = await writtenOut(sample, language);
      expect(await viewer.look(html, look)).toEqual([]);
    }
  });
});
