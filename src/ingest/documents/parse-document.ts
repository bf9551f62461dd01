import { readSync } from 'node:fs';

import { contentFile } from '../../platform/child/bounded-child.js';
import { limitSelf } from '../../platform/child/own-limits.js';
import { AppError } from '../../platform/errors/app-error.js';
import { readingMs } from '../parsing/limits.js';
import type { DocumentAnswer, DocumentRequest } from './document-messages.js';
import { readDocument } from './read-document.js';

/** The body of the process that reads one document, answers, and ends. */
limitSelf(readingMs + 2_000);

process.once('message', (request) => {
  void parse(request as DocumentRequest).then((answer) => {
    process.send?.(answer, undefined, undefined, () => process.disconnect());
  });
});

async function parse({ bytes, file }: DocumentRequest): Promise<DocumentAnswer> {
  try {
    return { type: 'text', text: await readDocument(contentOf(bytes), file) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, kind, message, context } = error;
    return { type: 'refused', code, kind, message, context };
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
