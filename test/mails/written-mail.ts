import { join } from 'node:path';

import { projectFolder } from '../../src/platform/files/project-folder.js';
import { letterHtml, letterText } from '../../src/platform/mail/index.js';
import type { Language, MailSample } from './mail-samples.js';

export const fixtureFolder = join(projectFolder, 'test', 'mails', 'fixtures');

/** A mail as it leaves: both of its parts. */
export async function writtenOut(
  { letter, brand }: MailSample,
  language: Language,
): Promise<{ readonly html: string; readonly text: string }> {
  const written = letter(language);
  return { html: await letterHtml(written, brand, language), text: letterText(written, brand) };
}
