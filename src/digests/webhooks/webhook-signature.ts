import { createHmac, randomBytes } from 'node:crypto';

/**
 * Signs as the Standard Webhooks specification says, so that receivers have libraries that check it: HMAC-SHA-256 over
 * id, time and body, with dots between, written `v1,<base64>`; several with spaces between, one for each secret.
 *
 * @param id the same at each try: whoever gets it twice knows it by that
 * @param at whole seconds of it count; receivers refuse what is older than some minutes
 */
export function webhookHeaders(
  message: { readonly id: string; readonly body: string },
  secrets: readonly Buffer[],
  at: Date,
): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1_000));
  const signed = `${message.id}.${seconds}.${message.body}`;
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`,
  );
  return {
    'webhook-id': message.id,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  };
}

/** 256 random bits. */
export const newWebhookSecret = (): Buffer => randomBytes(32);

/** As its owner is shown it, once. */
export const shownSecret = (secret: Buffer): string => `whsec_${secret.toString('base64')}`;
