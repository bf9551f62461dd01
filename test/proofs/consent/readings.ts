import { readable } from '../../support/mail-server.js';

/** A mail as any reader or filter may read it: raw, both parts decoded, headers decoded. */
export function readings(raw: string): string {
  const words = raw.replace(/=\?[\w-]+\?B\?([^?]*)\?=/gi, (_, text: string) => decoded(text));
  const blocks = [...raw.matchAll(/(?:^[A-Za-z0-9+/]{16,}={0,2}\r?\n)+/gm)].map(([block]) => decoded(block));
  return [raw, readable(raw), words, readable(words), ...blocks].join('\n');
}

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
