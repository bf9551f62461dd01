import type { FastifyReply } from 'fastify';

import type { ClusterLogo } from '../clusters/cluster-setting.store.js';

/** Sends a picture that nobody can make a page of, whatever its bytes are. */
export async function sendLogo(
  reply: FastifyReply,
  { bytes, type }: ClusterLogo,
  kept: 'no-cache' | 'max-age=86400',
): Promise<void> {
  await reply
    .headers({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; sandbox`,
      'cache-control': `private, ${kept}`,
    })
    .send(bytes);
}
