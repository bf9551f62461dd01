import { isIP } from 'node:net';

import { passkeysNeedAName } from '../account.errors.js';
import type { Site } from '../passkeys/passkey-answer.js';

/**
 * The site that a request was sent to, under a name that the service has checked to be its own (same-origin.ts).
 *
 * @throws {AppError} `accounts.passkeys-need-a-name` where it is an IP address, to which browsers tie no passkey
 */
export function siteOf({ host, protocol }: { readonly host: string; readonly protocol: string }): Site {
  const { hostname, port } = new URL(`${protocol}://${host}`);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) === 0)
    return { origin: `${protocol}://${host}`, name: hostname };
  const loopback = hostname.startsWith('127.') || hostname === '[::1]';
  throw passkeysNeedAName(loopback ? `${protocol}://localhost${port === '' ? '' : `:${port}`}` : null);
}
