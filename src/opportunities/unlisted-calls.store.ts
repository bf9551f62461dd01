import { Injectable } from '@nestjs/common';

import type { Unit } from '../platform/database/unit-of-work.js';
import type { OpportunityRecord } from './opportunity.js';
import { isListed, statusOn } from './opportunity-status.js';
import { OpportunityStore } from './opportunity.store.js';

/** Two passes that saw all there is. */
export interface TwoPasses {
  /** what was not seen since then is missing in both */
  readonly before: Date;
  readonly at: Date;
}

/** What became of calls that the portal lists no more. */
export interface Unlisted {
  readonly withdrawn: number;
  /** so many that the portal is more likely to be wrong than to have withdrawn them; left as they are */
  readonly doubtful: number;
}

/** More than this share of what is listed is not withdrawn in two days, nor more than so many where little is listed. */
const mostShare = 0.1;
const mostAtLeast = 5;

/** Finds out which calls went away: missing in two complete passes, though their day had not come. */
@Injectable()
export class UnlistedCalls {
  constructor(private readonly opportunities: OpportunityStore) {}

  /**
   * Marks them as withdrawn (as closed where they have no deadline, so that nobody expected them to end). They stay
   * readable; one that is listed again is open again.
   *
   * A call whose first deadline has passed goes from the list in the ordinary way, and is left to its dates.
   */
  async withdraw(unit: Unit, { before, at }: TwoPasses, importRunId: string): Promise<Unlisted> {
    const rows = await unit.manager.query<{ record: OpportunityRecord; missing: boolean }[]>(
      `select record, observed_at < $1 as missing from opportunity_record
       where source = 'portal' and record->>'statedStatus' in ('open', 'forthcoming')`,
      [before],
    );
    const listed = rows.filter(({ record }) => isExpected(record, at));
    const gone = listed.filter(({ missing }) => missing).map(({ record }) => record);
    if (gone.length > Math.max(mostAtLeast, listed.length * mostShare))
      return { withdrawn: 0, doubtful: gone.length };
    const observedAt = at.toISOString();
    await this.opportunities.save(
      unit,
      gone.map((record) => ({
        ...record,
        statedStatus: record.deadlines.length === 0 ? ('closed' as const) : ('withdrawn' as const),
        observedAt,
      })),
      importRunId,
    );
    return { withdrawn: gone.length, doubtful: 0 };
  }
}

/** Whether a call is still to be listed on a day. */
const isExpected = (record: OpportunityRecord, now: Date): boolean =>
  isListed(statusOn(now, record)) && record.deadlines.every(({ at }) => Date.parse(at) > now.getTime());
