/** The fields that differ, as they are now: what somebody did not touch is not sent, and so never overwrites. */
export function changedFields<T extends object>(before: T, now: T): Partial<T> {
  const same = (key: keyof T): boolean => JSON.stringify(before[key]) === JSON.stringify(now[key]);
  return Object.fromEntries(
    (Object.keys(now) as (keyof T & string)[]).filter((key) => !same(key)).map((key) => [key, now[key]]),
  ) as Partial<T>;
}
