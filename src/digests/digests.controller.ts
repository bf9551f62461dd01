import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../accounts/index.js';
import { momentOf } from '../platform/clock/as-of.js';
import { Clock } from '../platform/clock/clock.js';
import { AnswersMailFrame } from '../platform/mail/index.js';
import {
  AsOfQuery,
  DigestHistoryResponse,
  DigestIdPath,
  DigestPreviewListResponse,
  DigestReaderListResponse,
  PreviewQuery,
  ReaderPath,
  toDigestLineResponse,
  toPreviewLineResponse,
  toReaderResponse,
  toWrittenDigestResponse,
  WrittenDigestResponse,
} from './digest.dto.js';
import { DigestReaders } from './digest-readers.js';
import { PreviewDigests } from './preview-digests.js';

const mostLines = 200;

/** Digests before they go, and after. */
@ApiTags('digests')
@Controller('digests')
export class DigestsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly previews: PreviewDigests,
    private readonly readers: DigestReaders,
  ) {}

  /** Who wants digests among the members of one's cluster, and when the next is due. */
  @Get('readers')
  async list(): Promise<DigestReaderListResponse> {
    const found = await this.readers.list(this.scope.ofCaller(), this.clock.now());
    return { items: found.map(toReaderResponse) };
  }

  /** A dry run: who would get a mail among the members of one's cluster, and how many nothing. Nothing is sent. */
  @Get('preview')
  async preview(@Query() { asOf, organisation }: PreviewQuery): Promise<DigestPreviewListResponse> {
    const at = momentOf(asOf, this.clock.now());
    const scope = this.scope.ofCaller();
    const wanted = (await this.readers.list(scope, at)).filter(
      (reader) => (organisation ?? reader.organisation) === reader.organisation,
    );
    const items = await this.previews.show(scope, at, organisation);
    return { items: items.map(toPreviewLineResponse), silent: wanted.length - items.length };
  }

  /** What one reader would get: exactly that, with links that lead nowhere. */
  @Get('preview/:reader')
  async previewOne(
    @Param() { reader }: ReaderPath,
    @Query() { asOf }: AsOfQuery,
  ): Promise<WrittenDigestResponse> {
    const found = await this.previews.one(this.scope.ofCaller(), momentOf(asOf, this.clock.now()), reader);
    return toWrittenDigestResponse(found, found.items);
  }

  /** The same as HTML, for a frame. */
  @Get('preview/:reader/html')
  @AnswersMailFrame()
  async previewHtml(@Param() { reader }: ReaderPath, @Query() { asOf }: AsOfQuery): Promise<string> {
    const at = momentOf(asOf, this.clock.now());
    return (await this.previews.one(this.scope.ofCaller(), at, reader)).html;
  }

  /** The last two hundred that were chosen, and what became of each. */
  @Get()
  async history(): Promise<DigestHistoryResponse> {
    const lines = await this.readers.history(this.scope.ofCaller(), mostLines);
    return { items: lines.map(toDigestLineResponse) };
  }

  /** One of the past, as it was sent: one's own, or that of a reader among one's members. */
  @Get(':id')
  async one(@Param() { id }: DigestIdPath): Promise<WrittenDigestResponse> {
    return toWrittenDigestResponse(await this.readers.one(this.scope.ofCaller(), id), null);
  }

  /** The same as HTML, for a frame. */
  @Get(':id/html')
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  @AnswersMailFrame()
  async html(@Param() { id }: DigestIdPath): Promise<string> {
    return (await this.readers.one(this.scope.ofCaller(), id)).html;
  }
}
