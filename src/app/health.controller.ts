import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { HealthResponse } from './health.dto.js';

/** Is the process alive; can it answer. */
@ApiTags('health')
@Controller('api/health')
export class HealthController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The process runs. */
  @Get('live')
  live(): HealthResponse {
    return { status: 'ok' };
  }

  /** The database answers; 503 where it does not. */
  @Get('ready')
  async ready(): Promise<HealthResponse> {
    await this.unitOfWork.run(systemScope(), (unit) => unit.manager.query('select 1'));
    return { status: 'ok' };
  }
}
