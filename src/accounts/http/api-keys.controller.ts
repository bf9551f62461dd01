import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../current-scope.js';
import { ApiKeys } from '../keys/api-keys.js';
import {
  ApiKeyListResponse,
  ApiKeyParam,
  MadeApiKeyResponse,
  MakeApiKeyRequest,
  toApiKeyResponse,
} from './api-key.dto.js';
import { ownSession } from './own-session.js';

@ApiTags('keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly keys: ApiKeys,
  ) {}

  /** The keys of one's cluster, those that no longer work too. */
  @Get()
  async list(): Promise<ApiKeyListResponse> {
    return { items: (await this.keys.list(this.scope.ofCaller())).map(toApiKeyResponse) };
  }

  /** A key for a program of one's cluster. The answer shows it this once. */
  @Post()
  @HttpCode(201)
  async make(@Body() { name, scopes, days, cluster }: MakeApiKeyRequest): Promise<MadeApiKeyResponse> {
    const wanted = { name, scopes, days, cluster: cluster ?? null };
    return this.keys.make(this.scope.ofCaller(), ownSession(this.scope), wanted);
  }

  /** Takes a key out of use at once. */
  @Delete(':id')
  @HttpCode(204)
  async revoke(@Param() { id }: ApiKeyParam): Promise<void> {
    await this.keys.revoke(this.scope.ofCaller(), id);
  }
}
