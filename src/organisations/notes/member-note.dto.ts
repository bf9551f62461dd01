import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';

import { nextSteps, type MemberNote, type NextStep } from './member-note.js';

export class MemberNoteParam {
  /** The member: our id, a PIC, or the exact name. */
  @IsString()
  @Length(1, 300)
  reference!: string;

  /** Id of the note, made by whoever writes it. */
  @IsUUID()
  note!: string;
}

export class WriteNoteRequest {
  /** What is to be arranged; absent or null: a note without a step. */
  @IsOptional()
  @IsIn(nextSteps)
  step?: NextStep | null;

  @IsString()
  @Length(1, 4000)
  text!: string;

  /** Calendar date, `2026-12-01`. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 10)
  dueOn?: string | null;

  /** The step was taken. */
  @IsOptional()
  @IsBoolean()
  done?: boolean;
}

export class MemberNoteResponse {
  id!: string;

  /** `digital-innovation-hub`, `een-adviser`, `national-contact-point`, `meeting`, `interview`, `introduction`, `funding-advice`, `other`; null: a note without a step. */
  step!: string | null;

  text!: string;

  dueOn!: string | null;

  doneAt!: string | null;

  writtenAt!: string;
}

export function toMemberNoteResponse(note: MemberNote): MemberNoteResponse {
  const { id, step, text, dueOn, doneAt, writtenAt } = note;
  return { id, step, text, dueOn, doneAt, writtenAt };
}
