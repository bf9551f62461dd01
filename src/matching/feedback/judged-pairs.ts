import { Injectable } from '@nestjs/common';

import type { Unit } from '../../platform/database/unit-of-work.js';
import { FeedbackStore, inList, type Judged } from './feedback.store.js';

/** A key for one organisation and one call. */
export type PairKey = string;

/** What whoever asks said was not for them: counted nowhere and listed nowhere. */
@Injectable()
export class JudgedPairs {
  constructor(private readonly feedback: FeedbackStore) {}

  keyOf(organisation: string, opportunity: string): PairKey {
    return `${organisation} ${opportunity}`;
  }

  /** @param organisations whose calls are asked about */
  async refused(unit: Unit, organisations: readonly string[]): Promise<ReadonlySet<PairKey>> {
    const judged = await this.feedback.judged(unit, { organisationIds: organisations });
    const pairOf = ({ organisationId, opportunityId }: Judged): PairKey =>
      this.keyOf(organisationId, opportunityId);
    return new Set(inList(judged, pairOf).refused);
  }
}
