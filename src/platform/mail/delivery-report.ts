import type { BounceKind } from './mail-suppression.store.js';

/** What a report that came back says of one of our mails. */
export interface DeliveryReport {
  /** the mail's id: what stands before the @ of its Message-ID */
  readonly delivery: string;
  readonly kind: BounceKind;
  /** `5.1.1`; null where it gives none */
  readonly status: string | null;
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * Reads a report of what did not arrive (RFC 3464) or was complained about (RFC 5965).
 *
 * Which mail it is about is told by the address it came to, which is one of its own for every mail, or else by the
 * Message-ID that it quotes. Nothing else in it is believed.
 *
 * @param to      the address it came to: `bounces+<delivery>@example.org`
 * @param message the whole message
 * @returns null where it is none: an automatic answer, a delay, or about no mail of ours
 */
export function readDeliveryReport(to: string, message: string): DeliveryReport | null {
  const delivery =
    new RegExp(`\\+(${uuid})@`, 'i').exec(to)?.[1] ??
    new RegExp(`^(?:original-)?message-id:\\s*<(${uuid})@`, 'im').exec(message)?.[1];
  if (delivery === undefined) return null;
  const found = { delivery: delivery.toLowerCase() };
  if (/^feedback-type:\s*abuse\b/im.test(message)) return { ...found, kind: 'complaint', status: null };
  const action = /^action:\s*(\w+)/im.exec(message)?.[1]?.toLowerCase();
  if (action !== 'failed') return null;
  const status = /^status:\s*([245]\.\d{1,3}\.\d{1,3})\b/im.exec(message)?.[1] ?? null;
  return { ...found, kind: kindOf(status), status };
}

/** 5.1.x: there is no such address; 5.7.x: we are refused; the rest may pass. */
function kindOf(status: string | null): BounceKind {
  if (status === null || status.startsWith('5.1.')) return 'hard';
  return status.startsWith('5.7.') ? 'policy' : 'soft';
}
