/**
 * How long an answer asks us to wait (RFC 9110, section 10.2.3: seconds, or a date).
 *
 * @returns milliseconds, at least 0; null where it does not say, or not in a form we know
 */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const at = /^[A-Z][a-z]{2},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
