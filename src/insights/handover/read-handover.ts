import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel } from '../../accounts/index.js';
import {
  Agree,
  CoverBoard,
  HeldCues,
  needNotApproved,
  notOnBoard,
  partnerFacts,
  seated,
} from '../../consortia/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Language } from '../language.js';
import { needTexts, type NeedTexts } from './need-texts.js';
import { handoverSheet, type HandoverSheet } from './sheet.js';
import type { RoleLabels } from './sheet-document.js';

/** What staff take away from a board. */
@Injectable()
export class ReadHandover {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: Agree,
    private readonly coverage: CoverBoard,
    private readonly clusters: ClusterReadModel,
    private readonly cues: HeldCues,
    private readonly audit: AuditTrail,
  ) {}

  /** Contacts are in it: each sheet taken is written down. @throws {AppError} `consortia.not-found` */
  async sheet(scope: Scope, id: string): Promise<HandoverSheet> {
    const ready = await this.agreement.readiness(scope, id);
    const { board } = ready;
    const coverage = await this.coverage.cover(scope, id);
    const factsOf = (seatId: string) => {
      const seat = board.seats.find((one) => one.id === seatId);
      const card = board.organisations.get(seat?.organisationId ?? '');
      return { ...partnerFacts(card, board.parties.get(seatId)), nuts: card?.facts.nuts ?? null };
    };
    await this.unitOfWork.run(scope, async (unit) => {
      await this.agreement.handedOver(unit, board);
      const by = board.clusterId;
      await this.audit.record(unit, 'consortium.handed-over', { consortium: id }, { cluster: by });
      await this.audit.recordForEach(
        unit,
        'consortium.handed-over',
        { consortium: id, by },
        seated(board.seats),
      );
    });
    return handoverSheet(ready, coverage, factsOf, this.clock.now());
  }

  labels(language: Language): RoleLabels {
    return new Map(this.cues.cues.roles.map(({ role, label }) => [role, label[language]]));
  }

  /** @throws {AppError} `consortia.not-on-board`, `consortia.need-not-approved` */
  async texts(scope: Scope, id: string, needId: string): Promise<NeedTexts> {
    const { board } = await this.agreement.readiness(scope, id);
    const need = board.needs.find((one) => one.id === needId);
    if (need === undefined) throw notOnBoard('need', needId);
    if (need.state !== 'approved') throw needNotApproved(need.state);
    const clusters = await this.unitOfWork.run(scope, (unit) => this.clusters.all(unit));
    const cluster = clusters.find((one) => one.id === board.clusterId);
    const { opportunity } = board;
    const [en = '', it = ''] = (['en', 'it'] as const).map(
      (language) => this.labels(language).get(need.role) ?? need.role,
    );
    return needTexts(
      {
        role: need.role,
        text: need.text,
        cites: need.cites.map(({ text }) => text),
        countries: need.countries,
        trl: [need.trlFrom, need.trlTo],
        call: opportunity && { identifier: opportunity.identifier, title: opportunity.title },
        deadline: opportunity?.deadlines.at(-1)?.at.slice(0, 10) ?? null,
        cluster: cluster?.nameEn ?? '',
      },
      { en, it },
    );
  }
}
