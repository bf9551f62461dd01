/** The value of one cookie of a request; undefined where it is absent, or there twice and so somebody's trick. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}

/**
 * A cookie that scripts cannot read and other sites' pages do not send along.
 *
 * @param secure false only where the service is reached over plain http on a loopback address
 * @param seconds how long the browser keeps it; 0 removes it
 */
export function cookie(
  name: string,
  value: string,
  { secure, seconds }: { readonly secure: boolean; readonly seconds: number },
): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
}

/** `__Host-` ties a cookie to this host and to https; a browser takes it only with `Secure`. */
export const cookieName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);
