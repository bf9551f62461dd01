import { createHash, randomBytes } from 'node:crypto';

/**
 * A new UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits, so that rows made
 * together stand together in an index.
 */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  return format(bytes, 7);
}

/**
 * The same id for the same name, always (RFC 9562, section 5.8, version 8 over SHA-256): what makes an import of
 * the same file produce the same rows.
 */
export function stableId(kind: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, ...parts]))
    .digest();
  return format(digest.subarray(0, 16), 8);
}

function format(bytes: Buffer, version: number): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Whether a text has the form of a UUID, in any letter case. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
