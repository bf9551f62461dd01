import { Readable } from 'node:stream';

import { spool, type SpooledFile } from '../../src/platform/files/spooled-file.js';

/** A text or bytes as an upload leaves them. */
export function spooled(content: string | Uint8Array): Promise<SpooledFile> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return spool(Readable.from([bytes]), { mostBytes: Math.max(bytes.length, 1), name: 'test' });
}
