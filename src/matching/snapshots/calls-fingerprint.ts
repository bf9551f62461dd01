import { createHash } from 'node:crypto';

/** Changes whenever an opportunity came, went or changed. */
export function fingerprintOfCalls(
  cards: readonly { readonly id: string; readonly version: number }[],
): string {
  const hash = createHash('sha256');
  for (const { id, version } of cards) hash.update(`${id}:${version};`);
  return hash.digest('hex').slice(0, 32);
}
