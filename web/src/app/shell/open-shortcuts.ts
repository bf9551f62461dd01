/** What the sheet of shortcuts listens for. */
export const shortcutsAsked = 'tessera:shortcuts';

/** Opens the sheet of keyboard shortcuts, for whoever has no "?" or has turned the keys off. */
export function openShortcuts(): void {
  document.dispatchEvent(new Event(shortcutsAsked));
}
