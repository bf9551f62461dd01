/**
 * `npm run mails`: writes the stored mails of test/mails/fixtures/ anew.
 * `npm run mails -- <folder>`: takes pictures of every mail instead: both languages, at 360 and 640 px, light and dark.
 *
 * A mail may hold no image and fetch nothing, which each look checks: so the pictures show it with images off. `CHROMIUM` names another browser than Debian's.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openChromium, chromiumPath } from '../test/support/chromium.js';
import { MailViewer, mailLooks } from '../test/mails/look-at-mail.js';
import { languages, mailSamples } from '../test/mails/mail-samples.js';
import { fixtureFolder, writtenOut } from '../test/mails/written-mail.js';

async function writeFixtures(): Promise<void> {
  rmSync(fixtureFolder, { recursive: true, force: true });
  mkdirSync(fixtureFolder, { recursive: true });
  for (const sample of mailSamples)
    for (const language of languages) {
      const { html, text } = await writtenOut(sample, language);
      writeFileSync(join(fixtureFolder, `${sample.name}.${language}.html`), html);
      writeFileSync(join(fixtureFolder, `${sample.name}.${language}.txt`), text);
    }
}

/** @returns what is wrong, a line each */
async function takePictures(folder: string, browserPath: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const { context, close } = await openChromium(browserPath);
  const viewer = await MailViewer.open(context);
  const faults: string[] = [];
  try {
    for (const sample of mailSamples)
      for (const language of languages) {
        const { html } = await writtenOut(sample, language);
        for (const look of mailLooks) {
          const name = `${sample.name}-${language}-${look.width}-${look.dark ? 'dark' : 'light'}`;
          const wrong = await viewer.look(html, look);
          writeFileSync(join(folder, `${name}.png`), await viewer.picture());
          faults.push(...wrong.map((fault) => `${name}: ${fault}`));
        }
      }
  } finally {
    await close();
  }
  return faults;
}

const [folder] = process.argv.slice(2);
const browserPath = folder === undefined ? undefined : chromiumPath();
if (folder === undefined) await writeFixtures();
else if (browserPath !== undefined) {
  const faults = await takePictures(folder, browserPath);
  process.stdout.write(faults.map((fault) => `${fault}\n`).join(''));
  process.exitCode = faults.length === 0 ? 0 : 1;
}
