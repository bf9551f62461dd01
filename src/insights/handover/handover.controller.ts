import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CurrentScope } from '../../accounts/index.js';
import { isoDay } from '../../opportunities/index.js';
import { writeSpreadsheet } from '../xlsx/write-spreadsheet.js';
import {
  HandoverParam,
  HandoverQuery,
  NeedTextsParam,
  NeedTextsResponse,
  type HandoverFormat,
} from './handover.dto.js';
import { ReadHandover } from './read-handover.js';
import { sheetDocument } from './sheet-document.js';
import { sheetSpreadsheet } from './sheet-spreadsheet.js';
import { writeDocx } from './write-docx.js';
import { writePdf } from './write-pdf.js';

const office = 'application/vnd.openxmlformats-officedocument';
const mediaTypes: Readonly<Record<HandoverFormat, string>> = {
  docx: `${office}.wordprocessingml.document`,
  pdf: 'application/pdf',
  xlsx: `${office}.spreadsheetml.sheet`,
};

/** What staff take away from a board: the sheet for the portal, and texts to publish elsewhere. */
@ApiTags('consortia')
@Controller('consortia/:id')
export class HandoverController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly handover: ReadHandover,
  ) {}

  /** The hand-over sheet: partners as Part A asks for them, why each, eligibility with versions, waivers. */
  @Get('handover/:format')
  @ApiOkResponse({
    content: Object.fromEntries(
      Object.values(mediaTypes).map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  })
  async sheet(
    @Param() { id, format }: HandoverParam,
    @Query() { lang }: HandoverQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.handover.sheet(this.scope.ofCaller(), id);
    const labels = this.handover.labels(lang);
    const bytes =
      format === 'xlsx'
        ? writeSpreadsheet(sheetSpreadsheet(sheet, lang, labels))
        : format === 'docx'
          ? writeDocx(sheetDocument(sheet, lang, labels))
          : await writePdf(sheetDocument(sheet, lang, labels), sheet.madeAt);
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(bytes, {
      type: mediaTypes[format],
      disposition: `attachment; filename="tessera-handover-${isoDay(sheet.madeAt)}.${format}"`,
      length: bytes.byteLength,
    });
  }

  /** Texts about an approved need to publish elsewhere: nothing of who is on the board is in them. */
  @Get('needs/:need/texts')
  async texts(@Param() { id, need }: NeedTextsParam): Promise<NeedTextsResponse> {
    return this.handover.texts(this.scope.ofCaller(), id, need);
  }
}
