import { readSync } from 'node:fs';

import { contentFile } from '../../platform/child/bounded-child.js';
import { limitSelf } from '../../platform/child/own-limits.js';
import { AppError } from '../../platform/errors/app-error.js';
import { loadTaxonomy } from '../../taxonomy/reference/index.js';
import { placesOf } from '../members/places-of-taxonomy.js';
import { readMemberFile } from '../members/read-member-file.js';
import { readingMs } from './limits.js';
import type { ParseAnswer, ParseRequest } from './parse-messages.js';

/** The body of the process that reads one member file, answers, and ends. */
limitSelf(readingMs + 2_000);

/** Rows sent in one message: small enough that the service takes them in without a pause. */
const rowsAtOnce = 200;

process.once('message', (request) => {
  void parse(request as ParseRequest).then(() => process.disconnect());
});

async function parse({ bytes, file, sheet, map }: ParseRequest): Promise<void> {
  try {
    const source = { bytes: contentOf(bytes), file, sheet };
    const { rows, ...read } = await readMemberFile(source, { map, places: () => placesOf(loadTaxonomy()) });
    await answer({ type: 'file', file: read });
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await answer({ type: 'rows', rows: rows.slice(from, from + rowsAtOnce) });
    await answer({ type: 'end' });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, kind, message, context } = error;
    await answer({ type: 'refused', code, kind, message, context });
  }
}

function contentOf(bytes: number): Uint8Array {
  const content = Buffer.alloc(bytes);
  for (let at = 0; at < bytes;) {
    const read = readSync(contentFile, content, at, bytes - at, at);
    if (read === 0) return content.subarray(0, at);
    at += read;
  }
  return content;
}

function answer(message: ParseAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}
