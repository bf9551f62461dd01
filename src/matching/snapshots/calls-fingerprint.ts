import { createHash } from 'node:crypto';

/** Changes whenever an opportunity came, went or changed. */
export function fingerprintOfCalls(
  cards: readonly { readonly id: string; readonly version: number }[],
): string {
  const hash = createHash('sha256');
  for (const { id, version } of cards) hash.update(`${id}:${version};`);
  return hash.digest('hex').slice(0, 32);
}

/** Of a file: equal for equal bytes. */
export const contentFingerprint = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);
