import type { DragEvent } from 'react';

/** How a need that is drawn over the page is known: seats are drawn too. */
const kind = 'application/x-tessera-need';

export function giveNeed(event: DragEvent, need: string): void {
  event.dataTransfer.setData(kind, need);
  event.dataTransfer.effectAllowed = 'link';
}

export const needInHand = (event: DragEvent): boolean => event.dataTransfer.types.includes(kind);

/** The id of the need that was dropped; null where it is something else. */
export function takeNeed(event: DragEvent): string | null {
  if (!needInHand(event)) return null;
  event.preventDefault();
  return event.dataTransfer.getData(kind);
}
