import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import type { Consortium } from './board.js';
import { BoardStore } from './board.store.js';

/** Deeds on boards: one transaction each, and of two on one board one comes after the other. */
@Injectable()
export class BoardDeeds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly boards: BoardStore,
  ) {}

  /** The board is held until the deed is done, and its version rises with it. @throws {AppError} `consortia.not-found` */
  on<T>(
    scope: Scope,
    id: string,
    deed: (unit: Unit, board: Consortium, now: Date) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.run(scope, async (unit) => {
      const board = await this.boards.hold(unit, id);
      const now = this.clock.now();
      const done = await deed(unit, board, now);
      await this.boards.touch(unit, board, now);
      return done;
    });
  }

  /** Looks only. */
  read<T>(scope: Scope, question: (unit: Unit, now: Date) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(scope, (unit) => question(unit, this.clock.now()));
  }
}
