import type { Walk } from './visitor.js';

type AtWidth = Readonly<Record<Walk['width'], number>>;

/**
 * Clicks from the first page after sign-in, as the journeys count them: exactly, the navigation's own button on a telephone
 * among them, typing and dropping a file not. `web/README.md` holds the same table beside what is allowed.
 */
export const clickCounts = {
  findFitting: { 1440: 1, 360: 2 },
  /** on the card; on the page of a call the reasons are one click away */
  seeWhy: { 1440: 0, 360: 0 },
  showReasons: { 1440: 1, 360: 1 },
  refuse: { 1440: 2, 360: 2 },
  partnersForIdea: { 1440: 2, 360: 3 },
  importWithErrors: { 1440: 2, 360: 3 },
  adjustColumn: { 1440: 2, 360: 2 },
} satisfies Readonly<Record<string, AtWidth>>;

/** Fails unless as many clicks were made as are written down; says them. */
export function expectClicks(what: keyof typeof clickCounts, { width, language }: Walk, made: number): void {
  process.stdout.write(`clicks: ${what} at ${width} px in ${language}: ${made}\n`);
  expect({ what, width, clicks: made }).toEqual({ what, width, clicks: clickCounts[what][width] });
}
