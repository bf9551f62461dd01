import { Injectable } from '@nestjs/common';

import { ClusterReadModel, type Role } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { systemScope, type Scope } from '../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../platform/database/unit-of-work.js';
import { isUuid } from '../platform/ids/uuid.js';
import type { Introduction, Side } from './introduction.js';
import { introductionNotFound, noSuchMove, notYours } from './introduction.errors.js';
import { IntroductionStore, type Deed, type Patch } from './introduction.store.js';
import { PartiesReadModel } from './parties.read-model.js';
import { SeatRequests } from './seat-requests.js';
import { mayMove, type IntroductionState, type Mover } from './state/introduction-state.js';

/** Who asks, and what they may. */
export interface Asker {
  readonly scope: Scope;
  readonly roles: readonly Role[];
}

/** A request in the hands of somebody who may see it, held until the transaction ends. */
export interface InHand {
  readonly unit: Unit;
  readonly introduction: Introduction;
  /** whose side the asker stands on */
  readonly sides: ReadonlySet<Side>;
  readonly now: Date;
  /** id of the user, or their role */
  readonly actor: string;
}

/**
 * How a request is taken in hand: whoever may not see it is answered as if there were none; what is then done to it is
 * done by the service, on their behalf, with nobody else at it.
 */
@Injectable()
export class Desk {
  readonly store = new IntroductionStore();
  readonly parties = new PartiesReadModel();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly seats: SeatRequests,
    readonly clock: Clock,
  ) {}

  /** The service itself, where everybody's clusters and contacts are in reach; deeds are the asker's. */
  async everywhere<T>(user: string | undefined, work: (unit: Unit) => Promise<T>): Promise<T> {
    const all = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const scope = {
      ...systemScope(all.map(({ id }) => id as string)),
      ...(user === undefined ? {} : { user }),
    };
    return this.unitOfWork.run(scope, work);
  }

  /** In the asker's own scope. */
  asThemselves<T>({ scope }: Asker, work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(scope, work);
  }

  /** @throws {AppError} `introductions.not-found` */
  async on<T>(asker: Asker, id: string, work: (hand: InHand) => Promise<T>): Promise<T> {
    const seen = isUuid(id)
      ? await this.unitOfWork.run(asker.scope, (unit) => this.store.find(unit, id))
      : undefined;
    if (!seen) throw introductionNotFound(id);
    return this.everywhere(asker.scope.user, async (unit) => {
      const introduction = await this.store.hold(unit, id);
      if (!introduction) throw introductionNotFound(id);
      const actor = asker.scope.user ?? asker.scope.role;
      return work({ unit, introduction, sides: sidesOf(asker, introduction), now: this.clock.now(), actor });
    });
  }

  /**
   * A step of a request; whoever keeps the board of its seat is told in the same transaction.
   *
   * @throws {AppError} `introductions.changed-meanwhile`
   */
  async step(unit: Unit, before: Introduction, patch: Patch, deed: Deed): Promise<Introduction> {
    const after = await this.store.step(unit, before, patch, deed);
    const { id, seatId, recipientOrganisationId: organisation, state } = after;
    if (seatId !== null && state !== before.state)
      await this.seats.moved(unit, {
        introduction: id,
        seat: seatId,
        organisation,
        from: before.state,
        to: state,
        now: deed.at,
      });
    return after;
  }

  /** Whether one of its two sides does not want to meet the other, now. */
  areApart(
    unit: Unit,
    { senderOrganisationId: one, recipientOrganisationId: other }: Introduction,
  ): Promise<boolean> {
    return one === null || other === null ? Promise.resolve(false) : this.parties.areApart(unit, one, other);
  }

  /** @throws {AppError} `introductions.not-yours` */
  async mustActFor(asker: Asker, hand: InHand, side: Side): Promise<void> {
    if (!(await this.mayActFor(asker, hand, side))) throw notYours('this');
  }

  async mayActFor(asker: Asker, { unit, introduction }: InHand, side: Side): Promise<boolean> {
    const { scope, roles } = asker;
    const { senderOrganisationId, recipientOrganisationId, senderClusters, channel } = introduction;
    // what somebody outside answers is written down by whoever asked
    if (side === 'sender' || channel === 'outside') {
      if (senderOrganisationId !== null)
        return scope.role === 'member' && scope.organisation === senderOrganisationId;
      return scope.role === 'officer' && overlap(scope.clusters, senderClusters);
    }
    if (scope.role !== 'member' || recipientOrganisationId === null) return false;
    if (scope.organisation !== recipientOrganisationId) return false;
    if (roles.includes('editor')) return true;
    return scope.user !== undefined && this.parties.isContact(unit, recipientOrganisationId, scope.user);
  }
}

/** @throws {AppError} `introductions.no-such-move` */
export function mustMove({ state }: Introduction, to: IntroductionState, by: Mover): void {
  if (!mayMove(state, to, by)) throw noSuchMove(state, to);
}

/** People stand on their organisation's side, staff on that of their members. */
export function sidesOf({ scope }: Asker, introduction: Introduction): ReadonlySet<Side> {
  const sides = new Set<Side>();
  const { senderOrganisationId, recipientOrganisationId, senderClusters, recipientClusters } = introduction;
  if (scope.role === 'member') {
    if (scope.organisation === senderOrganisationId) sides.add('sender');
    if (scope.organisation === recipientOrganisationId) sides.add('recipient');
    return sides;
  }
  if (overlap(scope.clusters, senderClusters)) sides.add('sender');
  if (overlap(scope.clusters, recipientClusters)) sides.add('recipient');
  return sides;
}

export const overlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));
