import { lookup as anyLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

import { isPublicAddress, publicLookup } from '../../platform/http/public-lookup.js';
import { webhookAddressRefused } from './webhook.errors.js';
import type { WebhookSettings } from './webhook-settings.js';

/** Where a webhook may be sent, and how its name is resolved when it is. */
export interface WebhookTarget {
  readonly url: URL;
  readonly lookup: LookupFunction;
}

/**
 * Looks at the address of a webhook, when it is given and again each time something is sent. A name is resolved for one
 * connection, which then goes to just what was looked at.
 *
 * @throws {AppError} `webhooks.address-refused`
 */
export function webhookTarget(text: string, { ownHosts, httpsOnly }: WebhookSettings): WebhookTarget {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw webhookAddressRefused('not-an-address');
  if (httpsOnly && url.protocol !== 'https:') throw webhookAddressRefused('not-https');
  if (url.username !== '' || url.password !== '') throw webhookAddressRefused('password-inside');
  if (ownHosts.includes(url.host) || ownHosts.includes(url.hostname)) return { url, lookup: anyLookup };
  // a name's addresses are looked at when it is resolved; what is an address already is resolved by nobody
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw webhookAddressRefused('not-public');
  if (isIP(host) === 0 && !/\.[a-z][a-z0-9-]*\.?$/i.test(host)) throw webhookAddressRefused('not-public');
  return { url, lookup: publicLookup };
}
