import type { ImportRun } from '../import-run.store.js';
import type { ImportProgress } from '../members/imports-underway.js';

/** One look at an import. */
export interface ImportLook {
  readonly run: ImportRun;
  readonly progress: ImportProgress | null;
}

/** What is watched of an import, and when watching it is over. */
export interface ImportWatch {
  readonly look: ImportLook;
  readonly isOver: boolean;
  /** whether it was seen under way */
  readonly seen: boolean;
  readonly looks: number;
}

/** An import that nobody begins to carry out is watched this long: looks, two a second. */
const patience = 60;

/** Watching ends where the state has changed, where the work ended without changing it, and where none begins. */
export function watched(before: ImportWatch | null, look: ImportLook): ImportWatch {
  const seen = before?.seen === true || look.progress !== null;
  const looks = (before?.looks ?? 0) + 1;
  const moved = before !== null && before.look.run.state !== look.run.state;
  const isSettled = look.run.state === 'undone' || look.run.state === 'failed';
  const stopped = seen && look.progress === null;
  return { look, seen, looks, isOver: moved || isSettled || stopped || (!seen && looks >= patience) };
}
