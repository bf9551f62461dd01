/** What stands behind `#` in a mail's link; browsers keep it to themselves. Null where it cannot be one of ours. */
export function linkToken(): string | null {
  const token = location.hash.slice(1);
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}
