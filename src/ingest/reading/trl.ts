export interface TrlRange {
  /** lowest level at which work may start; null where not stated */
  readonly from: number | null;
  /** highest level to be reached by the end; null where not stated */
  readonly to: number | null;
}

const range = String.raw`TRL ?([1-9])(?: ?(?:-|–|to) ?([1-9]))?(?!\d)`;
const start = new RegExp(`start (?:at|from) ${range}`, 'i');
const end = new RegExp(`achieve ${range}`, 'i');

/**
 * The technology readiness levels a call's text asks for, in the words of the work programmes: "start at TRL 4-5 and
 * achieve TRL 6-7 by the end of the project".
 */
export function trlIn(text: string): TrlRange {
  return { from: bounds(start.exec(text)).low, to: bounds(end.exec(text)).high };
}

/** The outer bounds of what a table states: `4-5` → 4 and 5, `7` → 7 and 7, anything else → null. */
export function trlBounds(cell: string): TrlBounds {
  return bounds(/^\s*([1-9])(?:\s*[-–]\s*([1-9]))?\s*$/.exec(cell));
}

interface TrlBounds {
  readonly low: number | null;
  readonly high: number | null;
}

function bounds(match: RegExpExecArray | null): TrlBounds {
  if (match?.[1] === undefined) return { low: null, high: null };
  const levels = [Number(match[1]), Number(match[2] ?? match[1])];
  return { low: Math.min(...levels), high: Math.max(...levels) };
}
