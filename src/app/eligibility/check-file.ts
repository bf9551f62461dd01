import { readFile, stat } from 'node:fs/promises';

import { checkEligibility, type EligibilityAnswer } from '../../eligibility/index.js';
import { unreadableFile } from './eligibility.errors.js';
import { loadRulebook } from './load-rulebook.js';
import { readConsortium } from './read-consortium.js';

/** Largest description of a consortium, in bytes: 500 partners need a tenth of it. */
const largestFile = 1_000_000;

/**
 * Checks the consortium that a file describes, in YAML or JSON.
 *
 * @param today  decides where the file states no date; `asOf` decides in any case
 * @param folder of the rules
 * @throws {AppError} `eligibility.bad-file`, `eligibility.unreadable-file`, `eligibility.bad-rule-file`
 */
export async function checkFile(
  file: string,
  { today, asOf, folder }: { today: string; asOf: string | null; folder?: string },
): Promise<EligibilityAnswer> {
  const text = await textOf(file);
  const rules = loadRulebook(folder);
  const consortium = readConsortium(file, text, rules, today);
  return checkEligibility(rules.book, asOf === null ? consortium : { ...consortium, date: asOf });
}

async function textOf(file: string): Promise<string> {
  const facts = await stat(file).catch((cause: unknown) => {
    throw unreadableFile(file, 'cannot be read; check the name', cause);
  });
  if (!facts.isFile()) throw unreadableFile(file, 'is no file; name a YAML or JSON file');
  if (facts.size > largestFile) {
    throw unreadableFile(file, `has ${facts.size} bytes; at most ${largestFile}`);
  }
  const text = decoded(file, await readFile(file));
  if (text.trim() === '') throw unreadableFile(file, 'is empty; describe a consortium (docs/eligibility.md)');
  return text;
}

function decoded(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadableFile(file, 'is not in UTF-8; save it as UTF-8', cause);
  }
}
