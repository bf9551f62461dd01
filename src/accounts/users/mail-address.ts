/**
 * Whether a text is a mail address that we write to: a plain local part and a domain name, 254 characters at most.
 * Quoted local parts, comments and address literals are allowed by RFC 5322 and used by nobody but those who hide
 * line breaks in them.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const [local, domain, more] = text.split('@');
  if (local === undefined || domain === undefined || more !== undefined) return false;
  const plain = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
  const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
  const labels = domain.split('.');
  return (
    local.length <= 64 && plain.test(local) && labels.length > 1 && labels.every((one) => label.test(one))
  );
}
