import { Injectable } from '@nestjs/common';

import type { Unit } from '../../platform/database/unit-of-work.js';
import { ScoreRunStore, type ScoreRun } from '../runs/score-run.store.js';
import type { Snapshot } from '../snapshots/current-snapshot.js';

/** On which day a question is asked. */
export interface Day {
  /** decides what is open, and what evidence is known */
  readonly asOf: Date;
  /** the asker named it: evidence judged as of another day will not do */
  readonly exactDay?: boolean;
}

/** Evidence fades over years: lists judged as of some days ago are today's. */
const freshDays = 7;

const dayMs = 86_400_000;

/** The run whose lists may stand for a live answer. */
@Injectable()
export class ShownRun {
  constructor(private readonly runs: ScoreRunStore) {}

  /**
   * @returns undefined where a live answer would differ: it would read newer evidence, another model or another day,
   *   or more than one cluster, whose lists cannot be merged where an organisation is in both
   */
  async standingFor(unit: Unit, snapshot: Snapshot, day: Day): Promise<ScoreRun | undefined> {
    if (snapshot.corpus.segments.length > 2) return undefined;
    const run = await this.runs.current(unit);
    if (!run || !isNear(run.asOf, day)) return undefined;
    const read = new Set(run.segments);
    return snapshot.segments.every(({ id }) => read.has(id)) ? run : undefined;
  }
}

function isNear(runDay: string, { asOf, exactDay }: Day): boolean {
  if (exactDay) return runDay === isoDay(asOf);
  return Math.abs(asOf.getTime() - Date.parse(runDay)) < freshDays * dayMs;
}

export const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);
