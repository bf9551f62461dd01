import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BoardReadModel } from '../board/board.read-model.js';
import { BoardSeats } from '../board/board-seats.js';
import { Boards } from '../board/boards.js';
import { callTextOf } from '../board/call-text.js';
import { CheckBoard } from '../board/check-board.js';
import { toBoardChange, toBoardLine, toBoardResponse, toCallText } from './board-responses.dto.js';
import {
  BoardChangeResponse,
  BoardPage,
  BoardResponse,
  CallTextResponse,
  StartedResponse,
} from './board-response.dto.js';
import { BoardCheckResponse } from './board-check.dto.js';
import { toCheckResponse } from './board-check-responses.dto.js';
import {
  AddNeedRequest,
  AddSeatRequest,
  BoardsQuery,
  ChangeBoardRequest,
  ChangeNeedRequest,
  ChangeSeatRequest,
  ConsortiumParam,
  LanguageQuery,
  NeedParam,
  SeatParam,
  StartBoardRequest,
  VersionQuery,
  WhatIfRequest,
} from './board-request.dto.js';

/** Changes shown of a board's history. */
const changesShown = 200;

@ApiTags('consortia')
@Controller('consortia')
export class ConsortiaController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly boards: Boards,
    private readonly seats: BoardSeats,
    private readonly shown: BoardReadModel,
    private readonly checks: CheckBoard,
  ) {}

  /** Starts a board from a call or from an idea: a sketch, with the needs that the text speaks for as drafts. */
  @Post()
  async start(@Body() body: StartBoardRequest): Promise<StartedResponse> {
    const id = await this.boards.start(this.scope.ofCaller(), {
      opportunity: body.opportunity ?? null,
      idea: body.idea ?? null,
      title: body.title ?? null,
      clusterId: body.cluster ?? null,
    });
    return { id };
  }

  /** The boards of your cluster, the one changed last first. */
  @Get()
  async list(@Query() { dropped, after, limit }: BoardsQuery): Promise<BoardPage> {
    const { items, total } = await this.unitOfWork.run(this.scope.ofCaller(), (unit) =>
      this.shown.list(unit, { dropped: dropped === 'true', offset: after, limit }),
    );
    const next = after + items.length;
    return { items: items.map(toBoardLine), total, next: next < total && items.length > 0 ? next : null };
  }

  /** A board with its needs and seats. */
  @Get(':id')
  async get(@Param() { id }: ConsortiumParam): Promise<BoardResponse> {
    return toBoardResponse(
      await this.unitOfWork.run(this.scope.ofCaller(), (unit) =>
        this.shown.board(unit, id, this.clock.now()),
      ),
    );
  }

  /** What the call or the idea says, sentence by sentence, and what that demands of a consortium. */
  @Get(':id/call-text')
  async callText(@Param() { id }: ConsortiumParam): Promise<CallTextResponse> {
    const board = await this.unitOfWork.run(this.scope.ofCaller(), (unit) =>
      this.shown.board(unit, id, this.clock.now()),
    );
    return toCallText(callTextOf(board));
  }

  /** Renames a board, or moves it on. */
  @Patch(':id')
  async change(
    @Param() { id }: ConsortiumParam,
    @Body() { version, ...to }: ChangeBoardRequest,
  ): Promise<BoardResponse> {
    await this.boards.change(this.scope.ofCaller(), id, version, to);
    return this.get({ id });
  }

  /** What was done on a board, the newest first. */
  @Get(':id/changes')
  async changes(@Param() { id }: ConsortiumParam): Promise<BoardChangeResponse[]> {
    const found = await this.unitOfWork.run(this.scope.ofCaller(), (unit) =>
      this.shown.changes(unit, id, changesShown),
    );
    return found.map(toBoardChange);
  }

  /** Adds a need of your own, as a draft. */
  @Post(':id/needs')
  async addNeed(@Param() { id }: ConsortiumParam, @Body() body: AddNeedRequest): Promise<StartedResponse> {
    const { role, text, input, output, trlFrom, trlTo, countries } = body;
    const facts = {
      role,
      text,
      input: input ?? null,
      output: output ?? null,
      trlFrom: trlFrom ?? null,
      trlTo: trlTo ?? null,
      countries: countries ?? [],
    };
    return { id: await this.boards.addNeed(this.scope.ofCaller(), id, facts) };
  }

  /** Changes a need, approves it, or takes that back. */
  @Patch(':id/needs/:need')
  async changeNeed(
    @Param() { id, need }: NeedParam,
    @Body() { version, ...to }: ChangeNeedRequest,
  ): Promise<BoardResponse> {
    await this.boards.changeNeed(this.scope.ofCaller(), { id, thing: need, version }, stated(to));
    return this.get({ id });
  }

  @Delete(':id/needs/:need')
  @HttpCode(204)
  async removeNeed(@Param() { id, need }: NeedParam, @Query() { version }: VersionQuery): Promise<void> {
    await this.boards.removeNeed(this.scope.ofCaller(), { id, thing: need, version });
  }

  /** Adds a seat: open, or with somebody who is to be asked. */
  @Post(':id/seats')
  async addSeat(@Param() { id }: ConsortiumParam, @Body() body: AddSeatRequest): Promise<StartedResponse> {
    const facts = {
      participation: body.participation,
      organisationId: body.organisation ?? null,
      needIds: body.needs ?? [],
      effortMonths: body.effortMonths ?? null,
      budgetShare: body.budgetShare ?? null,
      note: body.note ?? null,
      required: body.required ?? true,
    };
    return { id: await this.seats.addSeat(this.scope.ofCaller(), id, facts) };
  }

  /** Changes a seat, or moves it on. Somebody else on it starts it anew. */
  @Patch(':id/seats/:seat')
  async changeSeat(
    @Param() { id, seat }: SeatParam,
    @Body() body: ChangeSeatRequest,
  ): Promise<BoardResponse> {
    const { version, organisation, needs, ...rest } = body;
    await this.seats.changeSeat(
      this.scope.ofCaller(),
      { id, thing: seat, version },
      {
        ...stated(rest),
        ...(organisation === undefined ? {} : { organisationId: organisation }),
        ...(needs === undefined ? {} : { needIds: needs }),
      },
    );
    return this.get({ id });
  }

  @Delete(':id/seats/:seat')
  @HttpCode(204)
  async removeSeat(@Param() { id, seat }: SeatParam, @Query() { version }: VersionQuery): Promise<void> {
    await this.seats.removeSeat(this.scope.ofCaller(), { id, thing: seat, version });
  }

  /** Whether the consortium may be funded, rule by rule, as the board stands. */
  @Get(':id/eligibility')
  async eligibility(
    @Param() { id }: ConsortiumParam,
    @Query() { language }: LanguageQuery,
  ): Promise<BoardCheckResponse> {
    return toCheckResponse(await this.checks.check(this.scope.ofCaller(), id), language);
  }

  /** The same with somebody added or gone, and which rules would then be answered otherwise. */
  @Post(':id/eligibility')
  @HttpCode(200)
  async whatIf(
    @Param() { id }: ConsortiumParam,
    @Query() { language }: LanguageQuery,
    @Body() { add, leave }: WhatIfRequest,
  ): Promise<BoardCheckResponse> {
    const scope = this.scope.ofCaller();
    const before = await this.checks.check(scope, id);
    return toCheckResponse(
      await this.checks.check(scope, id, { add: add ?? [], leave: leave ?? [] }),
      language,
      before,
    );
  }
}

/** What was said at all: a key that was left out changes nothing. */
function stated<T extends object>(of: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
