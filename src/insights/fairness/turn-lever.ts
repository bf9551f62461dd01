import { Injectable } from '@nestjs/common';

import { AuditTrail } from '../../accounts/index.js';
import { NewcomerShareStore } from '../../matching/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OwnCluster } from '../cluster/own-cluster.js';
import { nothingToUndo } from '../insights.errors.js';

/** What staff want newcomers to keep of every list at least: logged with who and why, and taken back the same way. */
@Injectable()
export class TurnLever {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnCluster,
    private readonly lever: NewcomerShareStore,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @param turn share from 0 to 0.5; null: as the installation is set */
  set(
    scope: Scope,
    slug: string | undefined,
    turn: { readonly share: number | null; readonly reason: string },
  ): Promise<void> {
    return this.#turn(scope, slug, () => ({ ...turn, undoes: null }));
  }

  /** Takes the last turn back. @throws {AppError} `insights.nothing-to-undo` */
  undo(scope: Scope, slug: string | undefined): Promise<void> {
    return this.#turn(scope, slug, ([last, before]) => {
      if (!last || last.undoes !== null) throw nothingToUndo();
      return { share: before?.share ?? null, reason: last.reason, undoes: last.id };
    });
  }

  async #turn(
    scope: Scope,
    slug: string | undefined,
    next: (log: Awaited<ReturnType<NewcomerShareStore['log']>>) => {
      readonly share: number | null;
      readonly reason: string;
      readonly undoes: string | null;
    },
  ): Promise<void> {
    const cluster = await this.unitOfWork.run(scope, (unit) => this.own.find(unit, slug));
    const service = {
      ...systemScope([cluster.id]),
      ...(scope.user === undefined ? {} : { user: scope.user }),
    };
    await this.unitOfWork.run(service, async (unit) => {
      const turn = next(await this.lever.log(unit, cluster.id, 2));
      await this.lever.add(unit, cluster.id, { ...turn, setBy: scope.user ?? null, at: this.clock.now() });
      const subject = { share: turn.share, undone: turn.undoes !== null };
      await this.audit.record(unit, 'fairness.newcomer-share', subject, { cluster: cluster.id });
    });
  }
}
