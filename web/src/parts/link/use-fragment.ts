import { useSyncExternalStore } from 'react';

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/** What stands behind `#` in the address, which browsers do not send to a server. */
export const useFragment = (): string =>
  useSyncExternalStore(subscribe, () => window.location.hash.replace(/^#/, ''));
