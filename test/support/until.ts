/**
 * Waits for a state, by asking for it again and again.
 *
 * @returns the first answer that is neither `undefined`, `null` nor `false`
 * @throws after `deadlineMs`, naming what was waited for
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  deadlineMs = 20_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) {
      return answer as NonNullable<Exclude<T, false>>;
    }
    if (performance.now() > end) throw new Error(`waited ${deadlineMs} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
