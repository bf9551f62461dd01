import type { RequestLimits } from '../../platform/http/bounded-request.js';

/** What the operator says of the addresses that webhooks may have. */
export class WebhookSettings {
  constructor(
    /** hosts of the operator's own network that may be reached, `hooks.example.org` or `10.0.0.5:8443` */
    readonly ownHosts: readonly string[] = [],
    /** in earnest: nothing is sent in the clear */
    readonly httpsOnly = true,
    /** of one try; the answer's body is not read */
    readonly limits: RequestLimits = { connectMs: 5_000, totalMs: 10_000, bytes: 0 },
  ) {}
}
