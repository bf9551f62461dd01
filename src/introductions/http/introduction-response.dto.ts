import { ApiProperty } from '@nestjs/swagger';

import { letterParts, mayBeKept, purposes, type Introduction } from '../introduction.js';
import { identityKinds } from '../mask/find-identity.js';
import { nextSteps, pipelineColumns, responseBands } from '../next-step.js';
import type { IntroductionLine, IntroductionView, PartyView } from '../show-introduction.js';
import { declineReasons, introductionStates, nextStates } from '../state/introduction-state.js';

export class DraftedResponse {
  id!: string;
}

export class PartyContactResponse {
  name!: string;
  email!: string;
}

export class RequestPartyResponse {
  /** Who it is is told once both have agreed. */
  masked!: boolean;
  @ApiProperty({ type: String, nullable: true })
  organisation!: string | null;
  @ApiProperty({ type: String, nullable: true })
  name!: string | null;
  @ApiProperty({ type: String, nullable: true })
  pic!: string | null;
  @ApiProperty({ type: String, nullable: true })
  country!: string | null;
  /** NUTS code; at level 2 behind a mask. */
  @ApiProperty({ type: String, nullable: true })
  region!: string | null;
  @ApiProperty({ type: String, nullable: true })
  type!: string | null;
  @ApiProperty({ type: Boolean, nullable: true })
  sme!: boolean | null;
  /** Staff of a cluster, in its name. */
  staff!: boolean;
  @ApiProperty({ type: PartyContactResponse, nullable: true })
  contact!: PartyContactResponse | null;
  /** IANA time zone. */
  zone!: string;
}

export class IntroductionSummary {
  id!: string;
  version!: number;
  @ApiProperty({ enum: introductionStates })
  state!: string;
  @ApiProperty({ enum: pipelineColumns })
  column!: string;
  /** On which side you stand. */
  @ApiProperty({ enum: ['sender', 'recipient'] })
  side!: string;
  @ApiProperty({ enum: ['member', 'outside', 'guest'] })
  channel!: string;
  @ApiProperty({ enum: purposes })
  purpose!: string;
  subject!: string;
  role!: string;
  @ApiProperty({ type: String, nullable: true })
  opportunity!: string | null;
  @ApiProperty({ type: String, nullable: true })
  seat!: string | null;
  replacement!: boolean;
  sender!: RequestPartyResponse;
  recipient!: RequestPartyResponse;
  @ApiProperty({ enum: nextSteps })
  nextStep!: string;
  /** Every request has a next date. */
  nextAt!: string;
  @ApiProperty({ type: String, nullable: true })
  queuedFor!: string | null;
  @ApiProperty({ type: String, nullable: true })
  sentAt!: string | null;
  @ApiProperty({ type: String, nullable: true })
  expireAt!: string | null;
  /** An officer said to call. */
  called!: boolean;
  @ApiProperty({ type: String, nullable: true, enum: [...declineReasons, 'seat-filled', 'party-gone'] })
  reason!: string | null;
  changedAt!: string;
}

export class IntroductionPage {
  items!: IntroductionSummary[];
  total!: number;
  @ApiProperty({ type: Number, nullable: true })
  next!: number | null;
}

export class LetterPartResponse {
  @ApiProperty({ enum: letterParts })
  key!: string;
  text!: string;
  /** Where it was taken from; null: somebody wrote it. */
  @ApiProperty({ type: String, nullable: true })
  source!: string | null;
}

export class TakenOutResponse {
  @ApiProperty({ enum: identityKinds })
  kind!: string;
  text!: string;
}

export class MessageResponse {
  id!: string;
  at!: string;
  @ApiProperty({ enum: ['sender', 'recipient'] })
  side!: string;
  text!: string;
  /** Who wrote it; null: not told, or gone. */
  @ApiProperty({ type: String, nullable: true })
  by!: string | null;
}

export class SlotResponse {
  id!: string;
  @ApiProperty({ enum: ['sender', 'recipient'] })
  side!: string;
  startsAt!: string;
  minutes!: number;
  chosen!: boolean;
}

export class StepResponse {
  at!: string;
  deed!: string;
  @ApiProperty({ type: String, nullable: true })
  from!: string | null;
  @ApiProperty({ type: String, nullable: true })
  to!: string | null;
}

export class IntroductionResponse extends IntroductionSummary {
  masked!: boolean;
  showsSender!: boolean;
  reserve!: boolean;
  @ApiProperty({ enum: ['en', 'it'] })
  language!: string;
  parts!: LetterPartResponse[];
  /** What the other side will not read: of a draft. */
  removed!: TakenOutResponse[];
  allowed!: string[];
  messages!: MessageResponse[];
  slots!: SlotResponse[];
  agenda!: string[];
  steps!: StepResponse[];
  @ApiProperty({ enum: introductionStates, isArray: true })
  nextStates!: string[];
  @ApiProperty({ type: String, nullable: true })
  deadline!: string | null;
  /** The deadline is near: only a replacement may be asked for. */
  replacementOnly!: boolean;
  @ApiProperty({ type: String, nullable: true, enum: responseBands })
  answers!: string | null;
  @ApiProperty({ type: String, nullable: true })
  about!: string | null;
}

export class LinkedIntroductionResponse {
  @ApiProperty({ enum: introductionStates })
  state!: string;
  subject!: string;
  role!: string;
  replacement!: boolean;
  sender!: RequestPartyResponse;
  /** A guest may accept here; others sign in to. */
  mayAccept!: boolean;
  /** For those who sign in. */
  id!: string;
  @ApiProperty({ type: String, nullable: true })
  expireAt!: string | null;
  /** Empty until it is opened. */
  parts!: LetterPartResponse[];
  opened!: boolean;
  /** The seat is filled: whether they said that they would like to be asked for similar needs. */
  @ApiProperty({ enum: ['offered', 'kept'], type: String, nullable: true })
  keep!: 'offered' | 'kept' | null;
}

export class ForgottenResponse {
  /** How many messages of your side went. */
  messages!: number;
}

export class ClosingResponse {
  from!: string;
  until!: string;
}

export class OutsideIntroducerResponse {
  /** Of a member of your own cluster. */
  @ApiProperty({ type: String, nullable: true })
  organisation!: string | null;
  /** Of a member of another cluster that is shown by name. */
  @ApiProperty({ type: String, nullable: true })
  mask!: string | null;
  name!: string;
  acronym!: string;
  @ApiProperty({ type: Number, nullable: true })
  year!: number | null;
}

export class OutsideResponse {
  organisation!: string;
  name!: string;
  @ApiProperty({ type: String, nullable: true })
  url!: string | null;
  /** Members who shared a project with it, the newest first. */
  introducers!: OutsideIntroducerResponse[];
  /** Members of other clusters worked with it as well: who is told when one agrees. */
  masked!: boolean;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function keepOf(introduction: Introduction): LinkedIntroductionResponse['keep'] {
  if (!mayBeKept(introduction)) return null;
  return introduction.reserve ? 'kept' : 'offered';
}

/** Named field by field: nothing else leaves. */
export function toPartyResponse(party: PartyView): RequestPartyResponse {
  const { masked, organisation, name, pic, country, region, type, sme, staff, contact, zone } = party;
  const person = contact && { name: contact.name, email: contact.email };
  return { masked, organisation, name, pic, country, region, type, sme, staff, contact: person, zone };
}

export function toIntroductionSummary(line: IntroductionLine): IntroductionSummary {
  const { introduction: it, side, sender, recipient, column, next } = line;
  return {
    id: it.id,
    version: it.version,
    state: it.state,
    column,
    side,
    channel: it.channel,
    purpose: it.purpose,
    subject: it.subject,
    role: it.role,
    opportunity: it.opportunityId,
    seat: side === 'sender' ? it.seatId : null,
    replacement: it.replacement,
    sender: toPartyResponse(sender),
    recipient: toPartyResponse(recipient),
    nextStep: next.step,
    nextAt: next.at.toISOString(),
    queuedFor: iso(it.queuedFor),
    sentAt: iso(it.sentAt),
    expireAt: iso(it.expireAt),
    called: it.calledBy !== null,
    reason: it.reason,
    changedAt: it.changedAt.toISOString(),
  };
}

export function toIntroductionResponse(view: IntroductionView): IntroductionResponse {
  const { introduction: it, parts, removed, messages, slots, changes } = view;
  return {
    ...toIntroductionSummary(view),
    masked: it.masked,
    showsSender: it.showsSender,
    reserve: it.reserve,
    language: it.language,
    parts: parts.map(({ key, text, source }) => ({ key, text, source })),
    removed: removed.map(({ kind, text }) => ({ kind, text })),
    allowed: [...view.allowed],
    messages: messages.map(({ id, at, side, text, by }) => ({ id, at: at.toISOString(), side, text, by })),
    slots: slots.map(({ id, side, startsAt, minutes, chosenAt }) => ({
      id,
      side,
      startsAt: startsAt.toISOString(),
      minutes,
      chosen: chosenAt !== null,
    })),
    agenda: [...view.agenda],
    steps: changes.map(({ at, deed, stateFrom, stateTo }) => ({
      at: at.toISOString(),
      deed,
      from: stateFrom,
      to: stateTo,
    })),
    nextStates: [...nextStates(it.state)],
    deadline: iso(view.deadline),
    replacementOnly: view.replacementOnly,
    answers: view.band,
    about: view.about,
  };
}
