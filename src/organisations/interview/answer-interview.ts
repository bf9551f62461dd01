import { Injectable } from '@nestjs/common';

import { AuditTrail, Throttle, tooManyTries } from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import type { LineDecision } from '../claim/profile-line.js';
import { PreferenceStore } from '../claim/preference.store.js';
import { SpeakForOrganisation } from '../claim/speak-for-organisation.js';
import type { ProjectRole } from '../evidence.js';
import { InterviewNames, type InterviewParties } from './interview-names.js';
import { interviewLinkNotFound, lineNotOfInterview } from './interview.errors.js';
import { InterviewStore, type InterviewRow } from './interview.store.js';
import type { InterviewLine } from './interview.js';

/** What the link of the mail shows. */
export interface LinkedInterview extends InterviewParties {
  readonly lines: readonly InterviewLine[];
  readonly roles: readonly ProjectRole[];
  readonly answeredAt: Date | null;
}

/** What the member says of it. */
export interface InterviewAnswer {
  readonly decisions: readonly LineDecision[];
  /** null: nothing was said about them */
  readonly roles: readonly ProjectRole[] | null;
}

/** A member says by the link in its mail whether an interview is right, without signing in. Looking changes nothing. */
@Injectable()
export class AnswerInterview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: InterviewStore,
    private readonly speak: SpeakForOrganisation,
    private readonly preferences: PreferenceStore,
    private readonly names: InterviewNames,
    private readonly throttle: Throttle,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws {AppError} `organisations.interview-link-not-found` */
  async open(token: string): Promise<LinkedInterview> {
    return this.#in(token, (unit, interview) => this.#shown(unit, interview));
  }

  /**
   * All of it is taken in, or nothing.
   *
   * @throws {AppError} `organisations.interview-link-not-found`, `organisations.interview-line-not-found`, and as
   *   `SpeakForOrganisation.sayOfTexts`
   */
  async answer(token: string, { decisions, roles }: InterviewAnswer): Promise<LinkedInterview> {
    return this.#in(token, async (unit, interview) => {
      const open = (await this.store.lines(unit, interview)).filter(({ verdict }) => verdict === 'open');
      const refs = new Set(open.map(({ id }) => `evidence:${id}`));
      const foreign = decisions.find(({ ref }) => !refs.has(ref));
      if (foreign) throw lineNotOfInterview(foreign.ref.replace(/^\w+:/, ''));
      await this.speak.sayOfTexts(unit, interview, decisions);
      if (roles !== null) await this.preferences.saveRoles(unit, interview.organisation, roles);
      const answeredAt = await this.store.answered(unit, interview.id);
      const counts = { interview: interview.id, decisions: decisions.length };
      await this.audit.record(unit, 'interview.answered', counts, interview);
      return this.#shown(unit, { ...interview, answeredAt });
    });
  }

  async #shown(unit: Unit, interview: InterviewRow): Promise<LinkedInterview> {
    const parties = await this.names.of(unit, interview);
    if (parties === null) throw interviewLinkNotFound();
    return {
      ...parties,
      lines: await this.store.lines(unit, interview),
      roles: interview.roles,
      answeredAt: interview.answeredAt,
    };
  }

  /** Finds it by its link, then works within its cluster alone. */
  async #in<T>(token: string, work: (unit: Unit, interview: InterviewRow) => Promise<T>): Promise<T> {
    const wait = await this.throttle.tryOnce([
      { name: 'interview.link', of: token, most: 120, windowSeconds: 3_600 },
    ]);
    if (wait !== null) throw tooManyTries(wait);
    const found = await this.unitOfWork.run(systemScope(), (unit) => this.store.byLink(unit, token));
    if (!found) throw interviewLinkNotFound();
    return this.unitOfWork.run(systemScope([found.cluster]), async (unit) => {
      const interview = await this.store.byLink(unit, token);
      if (!interview) throw interviewLinkNotFound();
      return work(unit, interview);
    });
  }
}
