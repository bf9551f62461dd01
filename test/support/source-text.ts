import { Readable } from 'node:stream';

import { type SourceFile, sourceFile } from '../../src/ingest/reading/source-file.js';

/** A source file that holds this text (or these bytes), handed over in pieces of `pieceBytes`. */
export function textFile(name: string, content: string | Buffer, pieceBytes = 7): SourceFile {
  const bytes = Buffer.from(content as string);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, i) =>
    bytes.subarray(i * pieceBytes, (i + 1) * pieceBytes),
  );
  return sourceFile(name, () => Promise.resolve(Readable.from(pieces, { objectMode: false })));
}

/** All that an async iterable gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
