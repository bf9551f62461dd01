import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import {
  ExclusionListResponse,
  ExclusionParam,
  ExclusionRequest,
  OwnProfileResponse,
  OwnWordRequest,
  toExclusionResponse,
  toOwnWord,
  toProfileLineResponse,
} from './claim.dto.js';
import { OwnProfiles } from './own-profile.js';

@ApiTags('own profile')
@Controller('own-profile')
export class OwnProfileController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly profiles: OwnProfiles,
  ) {}

  /** All that is said of one's organisation, line by line, with source and date. */
  @Get()
  async read(): Promise<OwnProfileResponse> {
    const { organisation, cluster, lines, roles } = await this.profiles.read(this.scope.ofCaller());
    return { organisation, cluster, lines: lines.map(toProfileLineResponse), roles: [...roles] };
  }

  /** Says what is right, wrong or missing in it. All of it is taken in, or nothing. */
  @Post('decisions')
  @HttpCode(200)
  async say(@Body() word: OwnWordRequest): Promise<OwnProfileResponse> {
    await this.profiles.say(this.scope.ofCaller(), toOwnWord(word), word.roles ?? null);
    return this.read();
  }

  /** With whom one's organisation does not want to be matched. Nobody else is told. */
  @Get('exclusions')
  async excluded(): Promise<ExclusionListResponse> {
    return { items: (await this.profiles.excluded(this.scope.ofCaller())).map(toExclusionResponse) };
  }

  /** Never match us with them; or hide us from them. */
  @Put('exclusions/:organisation')
  @HttpCode(200)
  async exclude(
    @Param() { organisation }: ExclusionParam,
    @Body() { kind }: ExclusionRequest,
  ): Promise<ExclusionListResponse> {
    await this.profiles.exclude(this.scope.ofCaller(), organisation, kind);
    return this.excluded();
  }

  /** Takes that back. */
  @Delete('exclusions/:organisation')
  @HttpCode(200)
  async include(@Param() { organisation }: ExclusionParam): Promise<ExclusionListResponse> {
    await this.profiles.include(this.scope.ofCaller(), organisation);
    return this.excluded();
  }
}
