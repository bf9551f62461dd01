import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../accounts/index.js';
import { OpportunityReadModel } from '../opportunities/index.js';
import { OrganisationReadModel, type OrganisationFacts } from '../organisations/index.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { AskedReadModel } from './asked.read-model.js';
import { Desk, sidesOf, type Asker } from './desk.js';
import {
  seesOther,
  type Introduction,
  type LetterPart,
  type Message,
  type Side,
  type Slot,
} from './introduction.js';
import type { IntroductionChange } from './introduction.store.js';
import type { TakenOut } from './mask/mask-text.js';
import { replacementOnly } from './clock/answer-clock.js';
import { zoneOf } from './clock/local-time.js';
import {
  nextStep,
  pipelineColumn,
  responseBand,
  type PipelineColumn,
  type ResponseBand,
} from './next-step.js';
import { nextDeadline, WriteRequest } from './write-request.js';

/** One side, as far as the one who looks may know it. */
export interface PartyView {
  readonly masked: boolean;
  /** ids and names are null behind a mask */
  readonly organisation: string | null;
  readonly name: string | null;
  readonly pic: string | null;
  readonly country: string | null;
  /** NUTS at level 2 behind a mask */
  readonly region: string | null;
  readonly type: string | null;
  readonly sme: boolean | null;
  /** staff of a cluster ask in its name */
  readonly staff: boolean;
  /** whom to write to: once both have agreed */
  readonly contact: { readonly name: string; readonly email: string } | null;
  /** IANA time zone */
  readonly zone: string;
}

export interface IntroductionLine {
  readonly introduction: Introduction;
  readonly side: Side;
  readonly sender: PartyView;
  readonly recipient: PartyView;
  readonly column: PipelineColumn;
  readonly next: { readonly step: string; readonly at: Date };
}

export interface IntroductionView extends IntroductionLine {
  readonly parts: readonly LetterPart[];
  readonly removed: readonly TakenOut[];
  readonly allowed: readonly string[];
  readonly messages: readonly (Omit<Message, 'shownText' | 'author'> & { readonly by: string | null })[];
  readonly slots: readonly Slot[];
  readonly agenda: readonly string[];
  readonly changes: readonly IntroductionChange[];
  readonly deadline: Date | null;
  readonly replacementOnly: boolean;
  readonly band: ResponseBand | null;
  /** whom one is to be introduced to */
  readonly about: string | null;
}

/** The one place through which anything about a request leaves: masks are put on here, for pages, files and mails. */
@Injectable()
export class ShowIntroduction {
  readonly #asked = new AskedReadModel();

  constructor(
    private readonly desk: Desk,
    private readonly organisations: OrganisationReadModel,
    private readonly clusters: ClusterReadModel,
    private readonly opportunities: OpportunityReadModel,
    private readonly write: WriteRequest,
  ) {}

  async list(
    asker: Asker,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ items: IntroductionLine[]; total: number }> {
    const found = await this.desk.asThemselves(asker, async (unit) => ({
      rows: await this.desk.store.list(unit, page),
      total: await this.desk.store.count(unit),
    }));
    const items = await this.desk.everywhere(asker.scope.user, async (unit) => {
      const lines: IntroductionLine[] = [];
      for (const row of found.rows) lines.push(await this.line(unit, row, sidesOf(asker, row)));
      return lines;
    });
    return { items, total: found.total };
  }

  one(asker: Asker, id: string): Promise<IntroductionView> {
    return this.desk.on(asker, id, ({ unit, introduction, sides }) => this.view(unit, introduction, sides));
  }

  async line(unit: Unit, introduction: Introduction, sides: ReadonlySet<Side>): Promise<IntroductionLine> {
    const side: Side = sides.has('sender') ? 'sender' : 'recipient';
    return {
      introduction,
      side,
      sender: await this.party(unit, introduction, 'sender', sides),
      recipient: await this.party(unit, introduction, 'recipient', sides),
      column: pipelineColumn(introduction),
      next: nextStep(introduction, this.desk.clock.now()),
    };
  }

  async view(unit: Unit, introduction: Introduction, sides: ReadonlySet<Side>): Promise<IntroductionView> {
    const { id, state } = introduction;
    const line = await this.line(unit, introduction, sides);
    const words = await this.desk.store.words(unit, id);
    const mine = sides.has('sender');
    const preview = mine && state === 'draft' ? await this.write.preview(unit, introduction, words) : null;
    const messages = await this.desk.store.messages(unit, id);
    const now = this.desk.clock.now();
    const calls = introduction.opportunityId
      ? await this.opportunities.cards(unit, [introduction.opportunityId], now)
      : null;
    const deadline = nextDeadline(calls?.get(introduction.opportunityId ?? '') ?? null, now);
    return {
      ...line,
      parts: mine || seesOther(introduction, 'recipient') ? words.parts : (words.shownParts ?? []),
      removed: preview?.removed ?? [],
      allowed: mine ? words.allowed : [],
      messages: await this.#messages(unit, introduction, messages, sides),
      slots: await this.desk.store.slots(unit, id),
      agenda: state === 'accepted' ? this.#agenda(line, words.parts) : [],
      changes: (await this.desk.store.changes(unit, id)).map((change) => ({ ...change, actor: '' })),
      deadline,
      replacementOnly: replacementOnly(deadline, now),
      band: await this.#band(unit, introduction, sides),
      about: await this.#about(unit, introduction),
    };
  }

  /** Behind a mask: kind, country, larger region, size. Nothing else leaves. */
  async party(
    unit: Unit,
    introduction: Introduction,
    which: Side,
    sides: ReadonlySet<Side>,
  ): Promise<PartyView> {
    const other: Side = which === 'sender' ? 'recipient' : 'sender';
    const isShown = sides.has(which) || (sides.has(other) && seesOther(introduction, other));
    const organisation =
      which === 'sender' ? introduction.senderOrganisationId : introduction.recipientOrganisationId;
    if (organisation === null) return this.#nobodys(unit, introduction, which, isShown);
    const card = await this.organisations.card(unit, organisation);
    if (!isShown) return behindMask(toldBefore(introduction, which, card?.facts));
    return {
      ...behindMask(card?.facts),
      masked: false,
      organisation,
      name: card?.facts.legalName ?? null,
      pic: card?.pic ?? null,
      region: card?.facts.nuts ?? null,
      contact: await this.#contact(unit, introduction, which),
    };
  }

  /** A cluster's staff, a guest, or somebody outside: those an officer named, or who is named to everybody. */
  async #nobodys(unit: Unit, introduction: Introduction, which: Side, isShown: boolean): Promise<PartyView> {
    const guest = await this.desk.store.guest(unit, introduction.id);
    const nobody = { ...behindMask(undefined), masked: !isShown };
    if (which === 'sender') {
      const cluster = (await this.clusters.all(unit)).find(({ id }) =>
        introduction.senderClusters.includes(id),
      );
      const contact = await this.#contact(unit, introduction, which);
      return { ...nobody, name: cluster?.nameEn ?? null, staff: true, contact };
    }
    if (!isShown) return nobody;
    return { ...nobody, name: guest?.name ?? introduction.recipientName ?? null, contact: guest ?? null };
  }

  /** Both sides' people, once both have agreed; not before, whatever else is known. */
  async #contact(unit: Unit, introduction: Introduction, which: Side): Promise<PartyView['contact']> {
    if (introduction.state !== 'accepted') return null;
    if (which === 'sender') {
      const person = await this.desk.parties.person(unit, introduction.createdBy);
      return person && { name: person.name, email: person.email };
    }
    const { recipientOrganisationId, recipientClusters } = introduction;
    if (recipientOrganisationId === null) return null;
    const speaker = await this.desk.parties.speaker(unit, recipientOrganisationId, recipientClusters);
    if (!speaker || !('user' in speaker)) return null;
    const person = await this.desk.parties.person(unit, speaker.user);
    return person && { name: person.name, email: person.email };
  }

  async #messages(
    unit: Unit,
    introduction: Introduction,
    messages: readonly Message[],
    sides: ReadonlySet<Side>,
  ) {
    const shown: IntroductionView['messages'][number][] = [];
    for (const { id, at, side, author, text, shownText } of messages) {
      const other: Side = side === 'sender' ? 'recipient' : 'sender';
      const open = sides.has(side) || seesOther(introduction, other);
      const person =
        introduction.state === 'accepted' || sides.has(side)
          ? await this.desk.parties.person(unit, author)
          : null;
      shown.push({ id, at, side, text: open ? text : shownText, by: person?.name ?? null });
    }
    return shown;
  }

  /** Five lines from the two records, where both are known. */
  #agenda({ sender, recipient, introduction }: IntroductionLine, parts: readonly LetterPart[]): string[] {
    const italian = introduction.language === 'it';
    const first = (key: LetterPart['key']): string | null =>
      parts.find((part) => part.key === key)?.text ?? null;
    const who = [sender.name, recipient.name].map((name) => name ?? '–').join(' – ');
    return [
      `${italian ? 'Presentazioni' : 'Introductions'}: ${who}`,
      `${italian ? 'Oggetto' : 'Subject'}: ${introduction.subject} (${introduction.role})`,
      `${italian ? 'Che cosa porta chi ha scritto' : 'What the asking side brings'}: ${first('bring') ?? '–'}`,
      `${italian ? 'Domande aperte' : 'Open questions'}: ${first('questions') ?? '–'}`,
      italian ? 'Prossimi passi: chi fa che cosa, entro quando' : 'Next steps: who does what, by when',
    ];
  }

  /** One's own, or somebody's that one may know by name. */
  async #band(
    unit: Unit,
    introduction: Introduction,
    sides: ReadonlySet<Side>,
  ): Promise<ResponseBand | null> {
    const { recipientOrganisationId } = introduction;
    if (recipientOrganisationId === null) return null;
    if (!sides.has('recipient') && !seesOther(introduction, 'sender')) return null;
    return responseBand(await this.#asked.answered(unit, recipientOrganisationId));
  }

  async #about(unit: Unit, { aboutOrganisationId }: Introduction): Promise<string | null> {
    if (aboutOrganisationId === null) return null;
    return (await this.organisations.card(unit, aboutOrganisationId))?.facts.legalName ?? null;
  }
}

/** Nothing of whoever worked with somebody who is named: in a consortium, which is public, kind and region are a name. */
const toldBefore = (
  { aboutOrganisationId }: Introduction,
  which: Side,
  facts: OrganisationFacts | undefined,
): OrganisationFacts | undefined =>
  which === 'recipient' && aboutOrganisationId !== null ? undefined : facts;

/** All that anybody is told of a side before both have agreed. */
function behindMask(facts: OrganisationFacts | undefined): PartyView {
  return {
    masked: true,
    organisation: null,
    name: null,
    pic: null,
    country: facts?.country ?? null,
    region: facts?.nuts?.slice(0, 4) ?? null,
    type: facts?.type ?? null,
    sme: facts?.sme ?? null,
    staff: false,
    contact: null,
    zone: zoneOf(facts?.country ?? null),
  };
}
