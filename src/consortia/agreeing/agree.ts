import { Injectable } from '@nestjs/common';

import { AuditTrail } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { allow } from '../board/allow.js';
import { seated, type Board } from '../board/board.js';
import { BoardDeeds } from '../board/board-deeds.js';
import { BoardReadModel } from '../board/board.read-model.js';
import { BoardStore } from '../board/board.store.js';
import type { ConsortiumState } from '../board/board-states.js';
import { CheckBoard, type BoardCheck } from '../board/check-board.js';
import { isCheckable } from '../board/relied-check.js';
import { noSuchMove, notReady, notWaivable } from '../consortia.errors.js';
import { blocking, readiness, type ReadinessItem } from './readiness.js';
import { WaiverStore } from './waiver.store.js';

/** A board with its check, and what stands between it and being agreed. */
export interface ReadyBoard {
  readonly board: Board;
  readonly check: BoardCheck;
  readonly items: readonly ReadinessItem[];
  /** staff relied on a check by rules that are in force no more */
  readonly superseded: boolean;
  /** nothing blocks any more */
  readonly ready: boolean;
}

/** Ready, waived, agreed: what is refused names the item (B-31, B-32). */
@Injectable()
export class Agree {
  constructor(
    private readonly deeds: BoardDeeds,
    private readonly clock: Clock,
    private readonly boards: BoardStore,
    private readonly shown: BoardReadModel,
    private readonly checks: CheckBoard,
    private readonly waivers: WaiverStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws {AppError} `consortia.not-found` */
  readiness(scope: Scope, id: string): Promise<ReadyBoard> {
    return this.deeds.read(scope, (unit) => this.#ready(unit, id));
  }

  /** @throws {AppError} `consortia.not-waivable` for what is not on the list, or cannot be gone over */
  waive(scope: Scope, id: string, item: string, reason: string): Promise<void> {
    return this.deeds.on(scope, id, async (unit, board, now) => {
      const { items } = await this.#ready(unit, id);
      if (!items.some((one) => one.item === item && one.waivable)) throw notWaivable(item);
      await this.waivers.waive(unit, board, { item, reason, now });
      await this.boards.note(unit, board, { at: now, thing: 'consortium', id, deed: 'changed' });
      await this.audit.record(
        unit,
        'consortium.waived',
        { consortium: id, item },
        { cluster: board.clusterId },
      );
    });
  }

  takeBack(scope: Scope, id: string, item: string): Promise<void> {
    return this.deeds.on(scope, id, (unit, board) => this.waivers.takeBack(unit, board, item));
  }

  /** @throws {AppError} `consortia.not-ready`, naming what is not; `consortia.no-such-move`, `consortia.changed-meanwhile` */
  agree(scope: Scope, id: string, version: number): Promise<void> {
    return this.deeds.on(scope, id, async (unit, board, now) => {
      const way = wayToAgreed(board.state);
      if (way.length === 0) allow('consortium', board.state, 'agreed');
      const { items } = await this.#ready(unit, id);
      const open = blocking(items);
      if (open.length > 0) throw notReady(open);
      let from = board.state;
      for (const to of way) {
        await this.boards.change(unit, board, version, { title: board.title, state: to });
        await this.boards.note(unit, board, { at: now, thing: 'consortium', id, deed: 'moved', from, to });
        from = to;
      }
      await this.checks.rely(unit, board, 'agreed');
      const by = board.clusterId;
      await this.boards.tellAgreed(unit, board, version);
      await this.audit.record(unit, 'consortium.agreed', { consortium: id }, { cluster: by });
      const partners = seated(await this.boards.seats(unit, board));
      await this.audit.recordForEach(unit, 'consortium.agreed', { consortium: id, by }, partners);
    });
  }

  /**
   * Relies on what the rules in force now say, in place of what was relied on before (B-28).
   *
   * @throws {AppError} `consortia.no-such-move` once the proposal is submitted, or dropped
   */
  checkAgain(scope: Scope, id: string): Promise<void> {
    return this.deeds.on(scope, id, async (unit, board) => {
      if (!isCheckable(board.state)) throw noSuchMove('consortium', board.state, 'checked');
      await this.checks.rely(unit, board, 'checked-again');
      await this.audit.record(
        unit,
        'consortium.checked-again',
        { consortium: id },
        { cluster: board.clusterId },
      );
    });
  }

  /** Whoever takes the sheet relies on the check that it tells of. */
  handedOver(unit: Unit, board: Board): Promise<void> {
    return this.checks.rely(unit, board, 'handed-over');
  }

  async #ready(unit: Unit, id: string): Promise<ReadyBoard> {
    const board = await this.shown.board(unit, id, this.clock.now());
    const check = this.checks.checked(board, { joining: [], leave: [] });
    const items = readiness(board, check, await this.waivers.ofBoard(unit, id));
    const { superseded } = await this.checks.last(unit, board, check);
    return { board, check, items, superseded, ready: blocking(items).length === 0 };
  }
}

/** The states still to go through: what is ready has been formed and checked. None: it cannot be agreed from there. */
function wayToAgreed(from: ConsortiumState): readonly ConsortiumState[] {
  const way: readonly ConsortiumState[] = ['sketch', 'forming', 'checked', 'agreed'];
  const at = way.indexOf(from);
  return at === -1 ? [] : way.slice(at + 1);
}
