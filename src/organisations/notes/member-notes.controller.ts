import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { OrganisationReadModel } from '../organisation.read-model.js';
import {
  MemberNoteParam,
  MemberNoteResponse,
  toMemberNoteResponse,
  WriteNoteRequest,
} from './member-note.dto.js';
import { notAMemberOfYours, noteNotFound } from './member-note.errors.js';
import { MemberNoteStore } from './member-note.store.js';

/** Notes and next steps that a cluster's staff keeps about its members; nobody else reads them. */
@ApiTags('organisations')
@Controller('organisations/:reference/notes')
export class MemberNotesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly organisations: OrganisationReadModel,
    private readonly notes: MemberNoteStore,
  ) {}

  /** Writes a note; the same id again replaces it, and puts one back that was taken away. */
  @Put(':note')
  async write(
    @Param() { reference, note }: MemberNoteParam,
    @Body() body: WriteNoteRequest,
  ): Promise<MemberNoteResponse> {
    const written = await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      const member = await this.#member(unit, reference);
      return this.notes.save(unit, {
        id: note,
        ...member,
        step: body.step ?? null,
        text: body.text,
        dueOn: body.dueOn ?? null,
        done: body.done ?? false,
      });
    });
    return toMemberNoteResponse(written);
  }

  @Delete(':note')
  @HttpCode(204)
  async remove(@Param() { reference, note }: MemberNoteParam): Promise<void> {
    await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      const { clusterId, organisationId } = await this.#member(unit, reference);
      if (!(await this.notes.remove(unit, clusterId, organisationId, note))) throw noteNotFound(note);
    });
  }

  /** @throws {AppError} `organisations.not-your-member` */
  async #member(unit: Unit, reference: string): Promise<{ clusterId: string; organisationId: string }> {
    const organisationId = await this.organisations.resolve(unit, reference);
    const card = await this.organisations.card(unit, organisationId);
    const own = card?.memberships.find(({ clusterId }) => unit.scope.clusters.includes(clusterId));
    if (!own) throw notAMemberOfYours();
    return { clusterId: own.clusterId, organisationId };
  }
}
