import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A key for time-based one-time codes: 160 random bits, as RFC 4226 recommends. */
export const newTotpKey = (): Buffer => randomBytes(20);

/** The six digits that belong to a step (RFC 6238 with SHA-1, which authenticator apps expect). */
export function totpCode(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  return ((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).toString().padStart(6, '0');
}

export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1_000 / stepSeconds);

/**
 * The step whose code this is: the current one, the one before or the next, for clocks that are a little off.
 *
 * @param after the step of the last code that was taken: it and earlier ones do not count again
 * @returns null where the code is none of them
 */
export function matchingStep(key: Buffer, code: string, now: Date, after: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const current = totpStep(now);
  const given = Buffer.from(code);
  const matches = [current - 1, current, current + 1].filter(
    (step) => timingSafeEqual(Buffer.from(totpCode(key, step)), given) && (after === null || step > after),
  );
  return matches[0] ?? null;
}

/** The key as people type it and as an `otpauth:` address carries it (RFC 4648, without padding). */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2)))
    .join('');
}

/** What an authenticator app reads from a picture: the key and whose it is. */
export function totpAddress(key: Buffer, account: string): string {
  const label = encodeURIComponent(`Tessera:${account}`);
  return `otpauth://totp/${label}?secret=${base32(key)}&issuer=Tessera&digits=6&period=${stepSeconds}`;
}
