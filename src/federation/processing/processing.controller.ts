import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CurrentScope } from '../../accounts/index.js';
import { ProcessingQuery } from './processing.dto.js';
import { ReadProcessing } from './read-processing.js';

@ApiTags('trail')
@Controller('cluster/processing')
export class ProcessingController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly processing: ReadProcessing,
  ) {}

  /** The records of processing of one's cluster: a model with the periods and agreements in force, for a lawyer to check. */
  @Get()
  @ApiOkResponse({ content: { 'text/markdown': { schema: { type: 'string' } } } })
  async read(
    @Query() { cluster, lang }: ProcessingQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { slug, text } = await this.processing.ofCluster(this.scope.ofCaller(), cluster, lang);
    void reply.headers({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="tessera-processing-${slug}.md"`,
      'cache-control': 'no-store',
    });
    return text;
  }
}
