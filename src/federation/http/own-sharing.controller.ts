import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { DecideSharing } from '../decide-sharing.js';
import { toOwnSharingResponse } from './federation-responses.dto.js';
import { OwnSharingResponse, SharingRequest } from './federation.dto.js';

/** What other clusters see of an organisation: its own people read it as others do, and decide. */
@ApiTags('federation')
@Controller('own-profile/sharing')
export class OwnSharingController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly sharing: DecideSharing,
  ) {}

  @Get()
  async read(): Promise<OwnSharingResponse> {
    return toOwnSharingResponse(await this.sharing.ofOrganisation(this.scope.ofCaller()));
  }

  @Put()
  async choose(@Body() body: SharingRequest): Promise<OwnSharingResponse> {
    await this.sharing.choose(this.scope.ofCaller(), body);
    return this.read();
  }
}
