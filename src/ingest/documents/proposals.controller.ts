import { applyDecorators, Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { CurrentScope } from '../../accounts/index.js';
import { withUpload } from '../../platform/http/uploaded-file.js';
import { ProposeCompetences } from './propose-competences.js';
import {
  InvitedProposalTextRequest,
  ProposalListResponse,
  ProposalTextRequest,
  toProposalList,
} from './proposal.dto.js';

/** The token of an invitation, where the body is a file. */
const invitationHeader = 'x-invitation';

const takesDocument = (): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        properties: { file: { type: 'string', format: 'binary' } },
        required: ['file'],
      },
    }),
  );

@ApiTags('own profile')
@Controller()
export class ProposalsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly propose: ProposeCompetences,
  ) {}

  /** Proposes competence lines from an "about us", for somebody who was invited. */
  @Post('invitations/proposals')
  @HttpCode(200)
  async fromInvitedText(@Body() { token, text }: InvitedProposalTextRequest): Promise<ProposalListResponse> {
    const by = await this.propose.admit(token);
    return toProposalList(await this.propose.fromText(text, by));
  }

  /** The same from a company profile, PDF or DOCX. */
  @Post('invitations/proposals/document')
  @takesDocument()
  @ApiHeader({ name: invitationHeader, description: "What stands behind `#` in the invitation's link." })
  async fromInvitedDocument(@Req() request: FastifyRequest): Promise<ProposalListResponse> {
    const token = request.headers[invitationHeader];
    const by = await this.propose.admit(typeof token === 'string' ? token : '');
    return toProposalList(await withUpload(request, (upload) => this.propose.fromDocument(upload, by)));
  }

  /** Proposes competence lines from an "about us" of one's own organisation. */
  @Post('competence-proposals')
  @HttpCode(200)
  async fromText(@Body() { text }: ProposalTextRequest): Promise<ProposalListResponse> {
    return toProposalList(await this.propose.fromText(text, this.#by()));
  }

  /** The same from a company profile, PDF or DOCX. */
  @Post('competence-proposals/document')
  @takesDocument()
  async fromDocument(@Req() request: FastifyRequest): Promise<ProposalListResponse> {
    const by = this.#by();
    return toProposalList(await withUpload(request, (upload) => this.propose.fromDocument(upload, by)));
  }

  #by(): string {
    const { user, organisation } = this.scope.ofCaller();
    return user ?? organisation ?? '';
  }
}
