import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../accounts/index.js';
import { momentOf } from '../platform/clock/as-of.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import {
  DigestHistoryResponse,
  DigestPreviewListResponse,
  PreviewQuery,
  toDigestLineResponse,
} from './digest.dto.js';
import { DigestStore } from './digest.store.js';
import { PreviewDigests } from './preview-digests.js';

const mostLines = 100;

/** Digests before they go, and after. */
@ApiTags('digests')
@Controller('digests')
export class DigestsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly previews: PreviewDigests,
    private readonly digests: DigestStore,
  ) {}

  /** What each reader among the members of one's cluster would get: exactly that, and nothing is sent. */
  @Get('preview')
  async preview(@Query() { asOf, organisation }: PreviewQuery): Promise<DigestPreviewListResponse> {
    const at = momentOf(asOf, this.clock.now());
    const items = await this.previews.show(this.scope.ofCaller(), at, organisation);
    return { items: [...items] };
  }

  /** The last hundred that were chosen, and what became of each. */
  @Get()
  async history(): Promise<DigestHistoryResponse> {
    const scope = this.scope.ofCaller();
    const lines = await this.unitOfWork.run(scope, (unit) => this.digests.history(unit, mostLines));
    return { items: lines.map(toDigestLineResponse) };
  }
}
