import { Injectable } from '@nestjs/common';

import type { Cluster } from '../../accounts/index.js';
import { isListed, OpportunityReadModel, type OpportunityCard } from '../../opportunities/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';

/** What clusters published: the calls that each added, and the pilots that it takes part in, while they are listed. */
@Injectable()
export class PublishedCalls {
  constructor(private readonly opportunities: OpportunityReadModel) {}

  async of(unit: Unit, { slug, pilots: own }: Cluster, now: Date): Promise<OpportunityCard[]> {
    const added = (await this.opportunities.saidBy(unit, 'by-hand')).filter(
      ({ record }) => record.flags['addedBy'] === slug,
    );
    const pilots = (await this.opportunities.saidBy(unit, 'pilots')).filter(({ record }) =>
      own.includes(record.sourceKey),
    );
    const ids = [...added, ...pilots].map(({ id }) => id as string);
    const cards = await this.opportunities.cards(unit, ids, now);
    return [...cards.values()].filter(({ status }) => isListed(status));
  }
}
