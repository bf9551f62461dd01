import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import {
  HandCallListResponse,
  HandCallParam,
  HandCallRequest,
  HandCallResponse,
  HandCallTextRequest,
  ProposedHandCallResponse,
  toHandCall,
  toHandCallResponse,
  toProposedResponse,
  WithdrawHandCallRequest,
} from './hand-call.dto.js';
import { HandCalls } from './hand-calls.js';

/** Pilots, demo-cases, windows and cascade calls that no source lists. */
@ApiTags('calls added by hand')
@Controller('hand-calls')
export class HandCallsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly calls: HandCalls,
  ) {}

  /** Those your cluster added, withdrawn ones too, the newest first. */
  @Get()
  async list(): Promise<HandCallListResponse> {
    return { items: (await this.calls.list(this.scope.ofCaller())).map(toHandCallResponse) };
  }

  /** What a pasted text says of a call, field by field, each with its sentence. Nothing of it is kept. */
  @Post('proposals')
  @HttpCode(200)
  propose(@Body() { text }: HandCallTextRequest): ProposedHandCallResponse {
    return toProposedResponse(this.calls.propose(text));
  }

  /** Adds a call. It is ranked like any other: at once where it is asked for, in stored lists within minutes. */
  @Post()
  async add(@Body() body: HandCallRequest): Promise<HandCallResponse> {
    return toHandCallResponse(await this.calls.add(this.scope.ofCaller(), toHandCall(body)));
  }

  /** States it anew, as a whole. */
  @Put(':id')
  async change(@Param() { id }: HandCallParam, @Body() body: HandCallRequest): Promise<HandCallResponse> {
    return toHandCallResponse(await this.calls.change(this.scope.ofCaller(), id, toHandCall(body)));
  }

  /** Takes it out of every list, or puts it back. */
  @Put(':id/withdrawn')
  async withdraw(
    @Param() { id }: HandCallParam,
    @Body() { withdrawn }: WithdrawHandCallRequest,
  ): Promise<HandCallResponse> {
    return toHandCallResponse(await this.calls.withdraw(this.scope.ofCaller(), id, withdrawn));
  }
}
