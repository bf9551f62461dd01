import { Injectable } from '@nestjs/common';

import type { Unit } from '../../platform/database/unit-of-work.js';
import { FeedbackStore, inList } from './feedback.store.js';

/** Pairs of an organisation and a call, to be asked from either side. */
export interface RefusedPairs {
  /** id of the call → organisations */
  readonly byOpportunity: ReadonlyMap<string, ReadonlySet<string>>;
  /** id of the organisation → calls */
  readonly byOrganisation: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What whoever asks said was not for them: counted nowhere and listed nowhere. */
@Injectable()
export class JudgedPairs {
  constructor(private readonly feedback: FeedbackStore) {}

  /** @param organisations whose calls are asked about */
  async refused(unit: Unit, organisations: readonly string[]): Promise<RefusedPairs> {
    const judged = await this.feedback.judged(unit, { organisationIds: organisations });
    const byOpportunity = new Map<string, Set<string>>();
    const byOrganisation = new Map<string, Set<string>>();
    const pairs = inList(judged, ({ organisationId, opportunityId }) => `${organisationId} ${opportunityId}`);
    for (const pair of pairs.refused) {
      const [organisation = '', opportunity = ''] = pair.split(' ');
      put(byOpportunity, opportunity, organisation);
      put(byOrganisation, organisation, opportunity);
    }
    return { byOpportunity, byOrganisation };
  }
}

function put(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
