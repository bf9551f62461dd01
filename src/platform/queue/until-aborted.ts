/**
 * Runs something, but waits no longer than the signal says: a handler that does not listen is left behind, and what
 * it returns later is dropped.
 *
 * @throws the signal's reason, or what the work throws
 */
export async function untilAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let forget = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    const listener = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', listener);
    forget = () => signal.removeEventListener('abort', listener);
  });
  try {
    return await Promise.race([work(), aborted]);
  } catch (error) {
    // a handler that listens throws an error of its own; the reason it stopped says more
    throw signal.aborted ? signal.reason : error;
  } finally {
    forget();
  }
}
