import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AuditTrail, CurrentScope } from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/errors/app-error.js';
import {
  deadLetters,
  heardOf,
  QueueRuntime,
  retryDeadLetter,
  workCounts,
} from '../../platform/queue/index.js';
import {
  DeadLetterListResponse,
  DeadLetterParam,
  OperationsResponse,
  toDeadLetter,
  toOperations,
} from './operations.dto.js';

const mostLetters = 200;

/** For whoever runs the service: what there is to do, who does it, and what was given up. */
@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly queue: QueueRuntime,
    private readonly audit: AuditTrail,
  ) {}

  /** The queue and its workers. */
  @Get()
  async read(): Promise<OperationsResponse> {
    return this.unitOfWork.run(systemScope(), async (unit) =>
      toOperations(this.queue.storeKind, await workCounts(unit), await heardOf(unit)),
    );
  }

  /** Work that was given up after too many failures. */
  @Get('dead-letters')
  async letters(): Promise<DeadLetterListResponse> {
    const letters = await this.unitOfWork.run(systemScope(), (unit) => deadLetters(unit, mostLetters));
    return { items: letters.map(toDeadLetter) };
  }

  /** Gives it all its tries again. */
  @Post('dead-letters/:id/retry')
  @HttpCode(204)
  async retry(@Param() { id }: DeadLetterParam): Promise<void> {
    await this.unitOfWork.run(systemScope(), async (unit) => {
      if (!(await retryDeadLetter(unit, id))) throw notParked(id);
    });
    await this.unitOfWork.run(this.scope.ofCaller(), (unit) =>
      this.audit.record(unit, 'work.retried', { work: id }),
    );
  }
}

const notParked = (id: string): AppError =>
  new AppError(
    'operations.not-parked',
    'not-found',
    `no work ${id} is parked: somebody may have tried it again already`,
  );
