import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { spooledBytes } from '../../platform/files/spooled-file.js';
import { withUpload } from '../../platform/http/uploaded-file.js';
import { logoNotFound } from '../account.errors.js';
import { ClusterPeople } from '../clusters/cluster-people.js';
import { ClusterSettingsOfOwn } from '../clusters/cluster-settings.js';
import { CreateCluster } from '../create-cluster.js';
import { CurrentScope } from '../current-scope.js';
import {
  AddPersonRequest,
  ChangeClusterRequest,
  ChangePersonRequest,
  ClusterPeopleResponse,
  ClusterPersonParam,
  ClusterSettingsResponse,
  CreateClusterRequest,
  CreatedClusterResponse,
  OwnClusterQuery,
  toClusterPersonResponse,
  toClusterSettingsResponse,
} from './cluster.dto.js';
import { logoHeaders } from './logo-headers.js';
import { ownSession } from './own-session.js';

/** A cluster is taken in by an operator; how it looks, and who works in it, its own staff decide. */
@ApiTags('clusters')
@Controller()
export class ClusterController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly createCluster: CreateCluster,
    private readonly settings: ClusterSettingsOfOwn,
    private readonly people: ClusterPeople,
  ) {}

  /** Takes a cluster in: a new tenant without members; then give it its first manager. */
  @Post('clusters')
  @HttpCode(201)
  async create(
    @Body() { slug, nameEn, nameIt, city, url }: CreateClusterRequest,
  ): Promise<CreatedClusterResponse> {
    const wanted = { slug, nameEn, nameIt, ecosystems: [], city: city ?? null, url: url ?? null };
    const made = await this.createCluster.run(this.scope.ofCaller(), wanted);
    return { id: made.id, slug: made.slug, nameEn: made.nameEn, nameIt: made.nameIt };
  }

  /** How one's cluster looks and works. */
  @Get('cluster')
  async read(@Query() { cluster }: OwnClusterQuery): Promise<ClusterSettingsResponse> {
    return toClusterSettingsResponse(await this.settings.read(this.scope.ofCaller(), cluster));
  }

  @Put('cluster')
  async change(
    @Query() { cluster }: OwnClusterQuery,
    @Body() body: ChangeClusterRequest,
  ): Promise<ClusterSettingsResponse> {
    const { colour = null, senderName = null, patronSaint = null, ...rest } = body;
    await this.settings.change(this.scope.ofCaller(), cluster, { ...rest, colour, senderName, patronSaint });
    return this.read({ ...(cluster === undefined ? {} : { cluster }) });
  }

  /** The logo, as a picture that holds no script. */
  @Get('cluster/logo')
  @ApiOkResponse({ content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } })
  async logo(@Query() { cluster }: OwnClusterQuery, @Res() reply: FastifyReply): Promise<void> {
    const logo = await this.settings.logo(this.scope.ofCaller(), cluster);
    if (!logo) throw logoNotFound();
    await reply.headers(logoHeaders(logo.type, 'no-cache')).send(logo.bytes);
  }

  /** PNG, JPEG or WebP, at most 200 kB and 2,000 pixels a side. */
  @Put('cluster/logo')
  @HttpCode(204)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    },
  })
  async setLogo(@Req() request: FastifyRequest, @Query() { cluster }: OwnClusterQuery): Promise<void> {
    const bytes = await withUpload(request, ({ content }) => spooledBytes(content));
    await this.settings.setLogo(this.scope.ofCaller(), cluster, bytes);
  }

  @Delete('cluster/logo')
  @HttpCode(204)
  async removeLogo(@Query() { cluster }: OwnClusterQuery): Promise<void> {
    await this.settings.setLogo(this.scope.ofCaller(), cluster, null);
  }

  /** Who is staff of one's cluster. */
  @Get('cluster/people')
  async staff(@Query() { cluster }: OwnClusterQuery): Promise<ClusterPeopleResponse> {
    const scope = this.scope.ofCaller();
    const people = await this.people.list(scope, cluster);
    return { items: people.map((person) => toClusterPersonResponse(person, scope.user)) };
  }

  /** Gives somebody a role; they are told by mail. Whoever has no account is made one, and signs in by a link. */
  @Post('cluster/people')
  @HttpCode(204)
  async add(@Query() { cluster }: OwnClusterQuery, @Body() body: AddPersonRequest): Promise<void> {
    await this.people.add(this.scope.ofCaller(), ownSession(this.scope), cluster, body);
  }

  /** Another role, or a mandate for a pilot. */
  @Patch('cluster/people/:id')
  @HttpCode(204)
  async changePerson(
    @Param() { id }: ClusterPersonParam,
    @Query() { cluster }: OwnClusterQuery,
    @Body() { role, mandate }: ChangePersonRequest,
  ): Promise<void> {
    await this.people.change(this.scope.ofCaller(), ownSession(this.scope), cluster, {
      id,
      ...(role === undefined ? {} : { role }),
      ...(mandate === undefined ? {} : { mandate }),
    });
  }

  /** Ends a role at once. A cluster keeps its last manager. */
  @Delete('cluster/people/:id')
  @HttpCode(204)
  async endPerson(@Param() { id }: ClusterPersonParam, @Query() { cluster }: OwnClusterQuery): Promise<void> {
    await this.people.end(this.scope.ofCaller(), ownSession(this.scope), cluster, id);
  }
}
