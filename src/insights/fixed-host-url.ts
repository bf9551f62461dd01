/** Where our pages and files may lead: the Commission's portal with its register of participants, and CORDIS. */
const fixedHosts = new Set(['ec.europa.eu', 'cordis.europa.eu']);

/** Excel refuses longer targets. */
const longestUrl = 2_000;

/**
 * An address that came from a source, if it leads where ours may lead; else null, and there is no link.
 *
 * Sources state addresses of any kind (`javascript:`, another host, a port, a user name before the host).
 */
export function fixedHostUrl(address: string | null): string | null {
  if (address === null || address.length > longestUrl || !URL.canParse(address)) return null;
  const url = new URL(address);
  const plain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && plain && fixedHosts.has(url.hostname) ? url.href : null;
}
