import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { sessionNotFound } from '../account.errors.js';
import { CurrentScope } from '../current-scope.js';
import { endedSessionCookie } from '../http/sign-in-cookies.js';
import type { User } from '../users/user.js';
import { InvitationStore } from './invitation.store.js';
import { People } from './people.js';
import { AskRemoval } from './removal/ask-removal.js';
import { Removals } from './removal/removals.js';
import { RenewInvitation } from './renew-invitation.js';
import {
  AskRemovalRequest,
  InvitationListResponse,
  InvitationTokenRequest,
  InviteColleagueRequest,
  InvitedResponse,
  InviteRequest,
  OwnDataResponse,
  RemovedResponse,
  RenewedResponse,
  RenewInvitationRequest,
  UndoneResponse,
  toInvitationResponse,
  toPlannedResponse,
} from './people.dto.js';

@ApiTags('people')
@Controller()
export class PeopleController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly people: People,
    private readonly invitations: InvitationStore,
    private readonly removals: Removals,
    private readonly renewal: RenewInvitation,
    private readonly asking: AskRemoval,
  ) {}

  /** Asks somebody, by mail, to look after the profile of a member. */
  @Post('invitations')
  @HttpCode(202)
  async invite(@Body() { organisation, ...person }: InviteRequest): Promise<InvitedResponse> {
    const invited = { name: person.name, email: person.email, language: person.language ?? 'it' };
    return { id: await this.people.invite(this.scope.ofCaller(), organisation, invited) };
  }

  /** The last five hundred invitations of the asker's cluster or organisation; first those who asked and wait for an officer. */
  @Get('invitations')
  async list(): Promise<InvitationListResponse> {
    return this.unitOfWork.run(this.scope.ofCaller(), async (unit) => ({
      items: (await this.invitations.list(unit)).map(toInvitationResponse),
      planned: toPlannedResponse(await this.invitations.planned(unit)),
    }));
  }

  /** In place of a link that has ended or was used: a new one, to the address it was made for, where there is one. */
  @Post('invitations/renew')
  @HttpCode(202)
  async renew(
    @Body() { token, language }: RenewInvitationRequest,
    @Req() request: FastifyRequest,
  ): Promise<RenewedResponse> {
    await this.renewal.ask(token, language ?? null, request.ip);
    return { asked: true };
  }

  /** "Remove me": erases the person, without signing in, and keeps them from being written to again. */
  @Post('invitations/remove')
  @HttpCode(200)
  async removeByLink(@Body() { token }: InvitationTokenRequest): Promise<RemovedResponse> {
    await this.people.removeByLink(token);
    return { removed: true };
  }

  /** "Remove our company": erases what clusters hold of the organisation, without signing in, and keeps it out. */
  @Post('invitations/remove-organisation')
  @HttpCode(200)
  async removeOrganisation(@Body() { token }: InvitationTokenRequest): Promise<RemovedResponse> {
    await this.people.removeOrganisationByLink(token);
    return { removed: true };
  }

  /** "Remove me" without a link at hand: one is mailed, to prove the address, where anything is held about it. */
  @Post('removals/ask')
  @HttpCode(202)
  async askRemoval(
    @Body() { email, language }: AskRemovalRequest,
    @Req() request: FastifyRequest,
  ): Promise<RenewedResponse> {
    await this.asking.ask(email, language ?? 'it', request.ip);
    return { asked: true };
  }

  /** Takes a removal back, by the link in the mail about it, within seven days. */
  @Post('removals/undo')
  @HttpCode(200)
  async undo(@Body() { token }: InvitationTokenRequest): Promise<UndoneResponse> {
    return { kind: await this.removals.undo(token) };
  }

  /** Makes a colleague an editor of one's organisation; they are asked by mail. */
  @Post('colleagues')
  @HttpCode(202)
  async colleague(@Body() { name, email, language }: InviteColleagueRequest): Promise<InvitedResponse> {
    const invited = { name, email, language: language ?? 'it' };
    return { id: await this.people.inviteColleague(this.scope.ofCaller(), invited) };
  }

  /** Everything that is held about oneself. */
  @Get('me/data')
  async data(): Promise<OwnDataResponse> {
    const tables = await this.removals.dataOf(this.#user());
    return { tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, [...rows]])) };
  }

  /** Erases oneself: account, roles, sessions, contacts and invitations. */
  @Delete('me')
  @HttpCode(204)
  async remove(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.people.remove(this.#user());
    void reply.header('set-cookie', endedSessionCookie(request.protocol === 'https'));
  }

  #user(): User {
    const { session } = this.scope.caller();
    if (!session) throw sessionNotFound();
    return session.user;
  }
}
