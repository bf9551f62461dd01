import { Injectable } from '@nestjs/common';

import { AuditTrail, speakerOf } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { putMail } from '../../platform/mail/index.js';
import { detectLanguage } from '../../taxonomy/index.js';
import { exclusionRefused } from '../claim/claim.errors.js';
import { ExclusionStore } from '../claim/exclusion.store.js';
import type { OwnCompetence } from '../claim/profile-line.js';
import type { ClaimedProfile } from '../claim/profile-lines.read-model.js';
import { plainText } from '../claim/read-fact.js';
import { longestStatement, readDetails } from '../claim/speak-for-organisation.js';
import type { ProjectRole } from '../evidence.js';
import { organisationNotFound } from '../organisation.errors.js';
import { OrganisationReadModel } from '../organisation.read-model.js';
import { interviewMail } from './interview-mail.js';
import {
  interviewFull,
  lineNotOfInterview,
  nobodyToConfirm,
  nothingToAsk,
  notYourMember,
} from './interview.errors.js';
import { InterviewStore } from './interview.store.js';
import {
  mostLines,
  mostNamed,
  type Interview,
  type InterviewReader,
  type InterviewStep,
} from './interview.js';

/** With whom an officer talks. */
interface Member extends ClaimedProfile {
  readonly name: string;
}

/**
 * An officer writes down what a member says in a talk. Each answer is kept at once, "from interview, not confirmed"; at
 * the end the member is asked by one mail whether it is right.
 */
@Injectable()
export class Interviews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: InterviewStore,
    private readonly organisations: OrganisationReadModel,
    private readonly exclusions: ExclusionStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws {AppError} `organisations.not-found`, `organisations.not-your-member` */
  async read(scope: Scope, reference: string): Promise<Interview> {
    const member = await this.#member(scope, reference);
    return this.#as(scope, member, (unit) => this.#shown(unit, member));
  }

  /** How far it has come, and what was said of roles. */
  async saveProgress(
    scope: Scope,
    reference: string,
    { step, roles }: { readonly step: InterviewStep; readonly roles: readonly ProjectRole[] | null },
  ): Promise<Interview> {
    return this.#change(scope, reference, async (unit, member) => {
      const held = await this.store.hold(unit, member, this.clock.now());
      await this.store.saveProgress(unit, held.id, { step, roles: roles ?? held.roles });
    });
  }

  /**
   * Writes a line; the same id again replaces it, and puts one back that was taken away.
   *
   * @throws {AppError} `organisations.bad-line`, `organisations.interview-full`, `organisations.interview-line-not-found`
   */
  async saveLine(
    scope: Scope,
    reference: string,
    line: string,
    { statement, ...details }: OwnCompetence,
  ): Promise<Interview> {
    const text = plainText('statement', statement, longestStatement);
    const competence = readDetails(details);
    return this.#change(scope, reference, async (unit, member) => {
      const now = this.clock.now();
      const held = await this.store.hold(unit, member, now);
      if (!held.lines.includes(line) && held.lines.length >= mostLines) throw interviewFull(mostLines);
      const today = now.toISOString().slice(0, 10);
      const written = { text, language: detectLanguage(text), competence, today };
      if (!(await this.store.saveLine(unit, held, line, written))) throw lineNotOfInterview(line);
    });
  }

  /** @throws {AppError} `organisations.interview-line-not-found` */
  async removeLine(scope: Scope, reference: string, line: string): Promise<Interview> {
    return this.#change(scope, reference, async (unit, member) => {
      const held = await this.store.newest(unit, member, 'under-way');
      if (!held || !(await this.store.removeLine(unit, held, line))) throw lineNotOfInterview(line);
    });
  }

  /**
   * Keeps the member apart from another, from now on: to wait for a confirmation would match them meanwhile.
   *
   * @throws {AppError} `organisations.not-found`, `organisations.exclusion-refused`
   */
  async exclude(scope: Scope, reference: string, other: string): Promise<Interview> {
    const card = await this.unitOfWork.run(scope, (unit) => this.organisations.card(unit, other));
    if (!card) throw organisationNotFound(other);
    return this.#change(scope, reference, async (unit, member) => {
      const held = await this.store.hold(unit, member, this.clock.now());
      if (held.exclusions.includes(other)) return;
      if (other === member.organisation || held.exclusions.length >= mostNamed) throw exclusionRefused();
      await this.exclusions.addFrom(unit, member.organisation, other, held.id);
      await this.store.saveExclusions(unit, held.id, [...held.exclusions, other]);
      await this.audit.record(unit, 'exclusion.added', { kind: 'never-match', interview: held.id }, member);
    });
  }

  /** Takes that back, where the interview said so first. */
  async include(scope: Scope, reference: string, other: string): Promise<Interview> {
    return this.#change(scope, reference, async (unit, member) => {
      const held = await this.store.newest(unit, member, 'under-way');
      if (!held?.exclusions.includes(other)) return;
      await this.exclusions.removeFrom(unit, member.organisation, other, held.id);
      const left = held.exclusions.filter((one) => one !== other);
      await this.store.saveExclusions(unit, held.id, left);
      await this.audit.record(unit, 'exclusion.removed', { interview: held.id }, member);
    });
  }

  /**
   * Ends it and asks the member, by one mail, whether its lines are right.
   *
   * @throws {AppError} `organisations.interview-empty`, `organisations.nobody-to-confirm`
   */
  async tell(scope: Scope, reference: string): Promise<Interview> {
    return this.#change(scope, reference, async (unit, member) => {
      const now = this.clock.now();
      const held = await this.store.hold(unit, member, now);
      if (held.lines.length === 0 && held.roles.length === 0) throw nothingToAsk();
      const to = await speakerOf(unit, member.organisation, [member.cluster]);
      if (to === null) throw nobodyToConfirm();
      await this.store.told(unit, held.id, now);
      await putMail(unit, interviewMail, {
        to,
        content: { interview: held.id },
        cause: held.id,
        clusters: [member.cluster],
        organisation: member.organisation,
      });
      const counts = { interview: held.id, lines: held.lines.length, roles: held.roles.length };
      await this.audit.record(unit, 'interview.told', counts, member);
    });
  }

  async #change(
    scope: Scope,
    reference: string,
    change: (unit: Unit, member: Member) => Promise<void>,
  ): Promise<Interview> {
    const member = await this.#member(scope, reference);
    return this.#as(scope, member, async (unit) => {
      await change(unit, member);
      return this.#shown(unit, member);
    });
  }

  async #shown(unit: Unit, member: Member): Promise<Interview> {
    const current = await this.store.newest(unit, member, 'under-way');
    const told = await this.store.newest(unit, member, 'told');
    const said = told ? await this.store.lines(unit, told) : [];
    const of = (verdict: string): number => said.filter((line) => line.verdict === verdict).length;
    const named = current?.exclusions ?? [];
    const cards = await this.organisations.cards(unit, named);
    return {
      organisation: { id: member.organisation, name: member.name },
      startedAt: current?.startedAt ?? null,
      step: current?.step ?? 'offer',
      lines: current ? await this.store.lines(unit, current) : [],
      roles: current?.roles ?? [],
      exclusions: named.map((id) => ({ organisation: id, name: cards.get(id)?.facts.legalName ?? '' })),
      reader: await this.#reader(unit, member),
      last: told?.toldAt
        ? {
            toldAt: told.toldAt,
            answeredAt: told.answeredAt,
            open: of('open'),
            right: of('right'),
            refused: of('refused'),
          }
        : null,
    };
  }

  async #reader(unit: Unit, { organisation, cluster }: Member): Promise<InterviewReader> {
    const to = await speakerOf(unit, organisation, [cluster]);
    return to === null ? 'nobody' : 'user' in to ? 'account' : 'contact';
  }

  /** Found in the officer's own scope. */
  async #member(scope: Scope, reference: string): Promise<Member> {
    return this.unitOfWork.run(scope, async (unit) => {
      const organisation = await this.organisations.resolve(unit, reference);
      const card = await this.organisations.card(unit, organisation);
      const own = card?.memberships.find(({ clusterId, live }) => live && scope.clusters.includes(clusterId));
      if (!card || !own) throw notYourMember();
      return { organisation, cluster: own.clusterId, name: card.facts.legalName };
    });
  }

  /** In the service's own scope over that cluster, written down as done by the asker. */
  #as<T>(scope: Scope, { cluster }: Member, work: (unit: Unit) => Promise<T>): Promise<T> {
    const by = scope.user === undefined ? {} : { user: scope.user };
    return this.unitOfWork.run({ ...systemScope([cluster]), ...by }, work);
  }
}
