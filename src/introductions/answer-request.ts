import { Injectable } from '@nestjs/common';

import { AuditTrail } from '../accounts/index.js';
import { isToken } from '../platform/ids/secret-token.js';
import { isUuid } from '../platform/ids/uuid.js';
import { pauseClock, startClock } from './clock/answer-clock.js';
import { Desk, mustMove, type Asker, type InHand } from './desk.js';
import { mayBeKept, silentDays, type Introduction, type Side } from './introduction.js';
import { linkNotFound, notInThisState, notYours, signInToAccept } from './introduction.errors.js';
import { maskText } from './mask/mask-text.js';
import { writeReveal } from './reveal.js';
import { awaitsAnswer, type DeclineReason } from './state/introduction-state.js';
import { TellParties } from './tell-parties.js';
import { concernedOn, moved, stopped } from './write-request.js';

/** What somebody says to a request. */
export interface Answer {
  readonly answer: 'accepted' | 'declined' | 'more-information';
  /** of a decline */
  readonly reason: DeclineReason | null;
  /** a question, or a word with a decline */
  readonly note: string | null;
}

/** What recipients do with requests, signed in or by the link in a mail. */
@Injectable()
export class AnswerRequest {
  constructor(
    private readonly desk: Desk,
    private readonly tell: TellParties,
    private readonly audit: AuditTrail,
  ) {}

  /** It was opened by somebody who may answer it: once. */
  read(asker: Asker, id: string): Promise<void> {
    return this.desk.on(asker, id, async (hand) => {
      await this.desk.mustActFor(asker, hand, 'recipient');
      await this.#read(hand);
    });
  }

  /** @throws {AppError} `introductions.no-such-move`, `introductions.not-yours` */
  answer(asker: Asker, id: string, answer: Answer): Promise<void> {
    return this.desk.on(asker, id, async (hand) => {
      await this.desk.mustActFor(asker, hand, 'recipient');
      await this.#answer(hand, answer);
    });
  }

  /** The request that a link in a mail is about. Looking changes nothing: mail scanners look too. */
  async byLink<T>(token: string, work: (hand: InHand) => Promise<T>): Promise<T> {
    return this.desk.everywhere(undefined, async (unit) => {
      const id = isToken(token) ? await this.desk.store.byLink(unit, token) : undefined;
      const introduction = id === undefined ? undefined : await this.desk.store.hold(unit, id);
      if (!introduction) throw linkNotFound();
      const sides: ReadonlySet<Side> = new Set(['recipient']);
      return work({ unit, introduction, sides, now: this.desk.clock.now(), actor: 'link' });
    });
  }

  readByLink(token: string): Promise<void> {
    return this.byLink(token, (hand) => this.#read(hand));
  }

  /**
   * A link asks and declines; a guest's, which an officer sent to an address of their choice, accepts too.
   *
   * @throws {AppError} `introductions.sign-in-to-accept`
   */
  answerByLink(token: string, answer: Answer): Promise<void> {
    return this.byLink(token, async (hand) => {
      if (answer.answer === 'accepted' && hand.introduction.channel !== 'guest') throw signInToAccept();
      await this.#answer(hand, answer);
    });
  }

  /** Whoever was asked for a seat that is filled stays on the asker's list. @throws {AppError} `introductions.not-now` */
  keepByLink(token: string): Promise<void> {
    return this.byLink(token, async (hand) => {
      const { unit, introduction, now, actor } = hand;
      if (!mayBeKept(introduction)) throw notInThisState('keeping', introduction.state);
      if (introduction.reserve) return;
      await this.desk.step(unit, introduction, { reserve: true }, { deed: 'kept', actor, at: now });
    });
  }

  /** "I will call": three working days more. @throws {AppError} `introductions.not-yours`, `introductions.not-now` */
  call(asker: Asker, id: string): Promise<void> {
    return this.desk.on(asker, id, async ({ unit, introduction, sides, now, actor }) => {
      const { state, expireAt, recipientClusters } = introduction;
      const side: Side = recipientClusters.length > 0 ? 'recipient' : 'sender';
      if (asker.scope.role !== 'officer' || !sides.has(side)) throw notYours('calling');
      if (!['sent', 'read', 'escalated'].includes(state) || expireAt === null)
        throw notInThisState('calling', state);
      if (introduction.calledBy !== null) throw notInThisState('calling again', state);
      const [recipient, sender] = await this.#places(unit, introduction);
      const user = asker.scope.user ?? '';
      await this.desk.step(
        unit,
        introduction,
        {
          calledBy: isUuid(user) ? user : null,
          expireAt: pauseClock(expireAt, now, recipient, sender),
          remindAt: null,
          escalateAt: null,
        },
        { deed: 'called', actor, at: now },
      );
    });
  }

  async #read(hand: InHand): Promise<void> {
    const { unit, introduction, now } = hand;
    if (introduction.readAt !== null || !awaitsAnswer(introduction.state)) return;
    const state = introduction.state === 'sent' ? 'read' : introduction.state;
    const read = await this.desk.step(unit, introduction, { state, readAt: now }, moved(hand));
    await this.tell.sender(unit, read, 'read');
  }

  async #answer(hand: InHand, { answer, reason, note }: Answer): Promise<void> {
    const { unit, introduction, now } = hand;
    mustMove(introduction, answer, 'recipient');
    const times = { answeredAt: introduction.answeredAt ?? now, readAt: introduction.readAt ?? now };
    if (answer === 'accepted') return this.#accept(hand, times);
    if (note !== null && note.trim() !== '') await this.say(hand, 'recipient', note);
    const [recipient, sender] = await this.#places(unit, introduction);
    // a question is answered by the sender, who has as long as the recipient had
    const { expireAt } = startClock(now, sender, recipient);
    const clock = answer === 'declined' ? stopped : { ...stopped, expireAt };
    const after = await this.desk.step(
      unit,
      introduction,
      { ...clock, ...times, state: answer, reason },
      moved(hand),
    );
    await this.tell.sender(unit, after, answer, `${answer}:${after.version}`);
    await this.audit.record(
      unit,
      `introduction.${answer}`,
      { introduction: after.id },
      concernedOn(after, 'recipient'),
    );
  }

  async #accept(hand: InHand, times: Pick<Introduction, 'answeredAt' | 'readAt'>): Promise<void> {
    const { unit, introduction, now } = hand;
    const nudgeAt = new Date(now.getTime() + silentDays * 86_400_000);
    const accepted = await this.desk.step(
      unit,
      introduction,
      { ...stopped, ...times, state: 'accepted', nudgeAt },
      moved(hand),
    );
    await this.audit.record(
      unit,
      'introduction.accepted',
      { introduction: accepted.id },
      concernedOn(accepted, 'recipient'),
    );
    await writeReveal(unit, this.audit, accepted);
    await this.tell.agreed(unit, accepted, false);
  }

  /** What one side writes to the other: masked for as long as both have not agreed. */
  async say({ unit, introduction, now, actor }: InHand, side: Side, text: string): Promise<void> {
    const own = side === 'sender' ? introduction.senderOrganisationId : introduction.recipientOrganisationId;
    const hidden = introduction.masked && !(side === 'sender' && introduction.showsSender);
    const names = hidden && own !== null ? await this.desk.parties.names(unit, own) : [];
    await this.desk.store.addMessage(unit, introduction.id, {
      at: now,
      side,
      author: isUuid(actor) ? actor : null,
      text,
      shownText: hidden ? maskText(text, names).text : text,
    });
  }

  async #places(unit: InHand['unit'], introduction: Introduction) {
    const { recipientOrganisationId, senderOrganisationId, senderClusters, recipientClusters } = introduction;
    return [
      await this.desk.parties.place(unit, recipientOrganisationId, [...recipientClusters, ...senderClusters]),
      await this.desk.parties.place(unit, senderOrganisationId, senderClusters),
    ] as const;
  }
}
