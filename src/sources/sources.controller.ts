import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { SourceAges } from './source-ages.read-model.js';
import { SourceListResponse, toSourceResponse } from './source.dto.js';

@ApiTags('sources')
@Controller('sources')
export class SourcesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly ages: SourceAges,
  ) {}

  /** Where the open data come from, how old they are, and how the last attempt to renew them went. */
  @Get()
  async list(): Promise<SourceListResponse> {
    const ages = await this.unitOfWork.run(this.scope.ofCaller(), (unit) =>
      this.ages.all(unit, this.clock.now()),
    );
    return { items: ages.map(toSourceResponse) };
  }
}
