import { Injectable } from '@nestjs/common';

import { AuditTrail, voiceOf, type Voice } from '../../accounts/index.js';
import { OpportunityReadModel } from '../../opportunities/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { nobodySpeaks, reasonWithoutNeed, tooMuchFeedback } from '../matching.errors.js';
import type { Feedback } from './feedback.js';
import { FeedbackStore } from './feedback.store.js';

/** A suggestion, as people name its two sides. */
export interface NamedPair {
  /** our id, the identifier in any letter case, or the exact title */
  readonly opportunity: string;
  /** our id, a PIC or the exact name */
  readonly organisation: string;
}

/** Judgements kept of one person: more than anybody reads, few enough to be read with every list. */
const mostPerActor = 5_000;

/** Says whether a suggestion is useful or not for us, or takes that back. Their lists change with the next look. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly feedback: FeedbackStore,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @throws {AppError} `opportunities.not-found`, `organisations.not-found` and their `ambiguous`,
   *   `matching.nobody-speaks`, `matching.reason-without-need`, `matching.too-much-feedback`
   */
  give(
    scope: Scope,
    pair: NamedPair,
    said: Pick<Feedback, 'verdict' | 'reason' | 'note'>,
  ): Promise<Feedback> {
    if (said.verdict === 'useful' && said.reason !== null) throw reasonWithoutNeed(said.reason);
    return this.unitOfWork.run(scope, async (unit) => {
      const { voice, ...ids } = await this.#resolved(unit, pair);
      const given = { ...ids, ...said };
      await this.feedback.save(unit, voice, given);
      if ((await this.feedback.count(unit, voice)) > mostPerActor) throw tooMuchFeedback(mostPerActor);
      const { verdict, reason } = said;
      await this.audit.record(unit, 'feedback.given', { ...ids, verdict, reason });
      return given;
    });
  }

  /** Taking back what was not said changes nothing. */
  takeBack(scope: Scope, pair: NamedPair): Promise<void> {
    return this.unitOfWork.run(scope, async (unit) => {
      const { voice, ...ids } = await this.#resolved(unit, pair);
      if (await this.feedback.remove(unit, voice, ids))
        await this.audit.record(unit, 'feedback.taken-back', ids);
    });
  }

  async #resolved(
    unit: Unit,
    pair: NamedPair,
  ): Promise<{ voice: Voice; opportunityId: string; organisationId: string }> {
    const voice = voiceOf(unit.scope);
    if (voice === null) throw nobodySpeaks();
    return {
      voice,
      opportunityId: await this.opportunities.resolve(unit, pair.opportunity),
      organisationId: await this.organisations.resolve(unit, pair.organisation),
    };
  }
}
