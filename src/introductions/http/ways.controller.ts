import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { ClosingDays } from '../closing-days.js';
import type { Asker } from '../desk.js';
import { OutsideDoor } from '../outside-door.js';
import { ClosingsRequest, OutsideParam } from './introduction-request.dto.js';
import { ClosingResponse, OutsideResponse } from './introduction-response.dto.js';

/** What stands around requests: ways to organisations outside, and days on which nobody is there. */
@ApiTags('introductions')
@Controller()
export class WaysController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly door: OutsideDoor,
    private readonly closings: ClosingDays,
  ) {}

  /** Ways to an organisation outside: who can introduce you. */
  @Get('outside/:organisation')
  async outside(@Param() { organisation }: OutsideParam): Promise<OutsideResponse> {
    const { introducers, ...way } = await this.door.open(this.#asker(), organisation);
    return { ...way, introducers: [...introducers] };
  }

  /** Days on which your organisation is closed: clocks stand still. */
  @Get('closing-days')
  async closingDays(): Promise<ClosingResponse[]> {
    return this.closings.own(this.#asker());
  }

  /** Says on which days your organisation is closed. */
  @Put('closing-days')
  async writeClosingDays(@Body() { days }: ClosingsRequest): Promise<ClosingResponse[]> {
    const written = days.map(({ from, until }) => ({ from, until }));
    return this.closings.write(this.#asker(), written);
  }

  #asker(): Asker {
    const { scope, roles } = this.scope.caller();
    return { scope, roles };
  }
}
