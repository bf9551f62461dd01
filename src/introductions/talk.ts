import { Injectable } from '@nestjs/common';

import { AuditTrail } from '../accounts/index.js';
import { AnswerRequest } from './answer-request.js';
import { startClock } from './clock/answer-clock.js';
import { Desk, mustMove, type Asker, type InHand } from './desk.js';
import { eenEnquiry } from './een-enquiry.js';
import { isRevealed, silentDays, type Side } from './introduction.js';
import { badSlots, notInThisState, notYours } from './introduction.errors.js';
import { ShowIntroduction, type IntroductionView } from './show-introduction.js';
import { TellParties } from './tell-parties.js';
import { calendarFile } from './thread/calendar-file.js';
import { concernedOn, moved } from './write-request.js';

const longestAhead = 90 * 86_400_000;

/** What the two sides do with each other. */
@Injectable()
export class Talk {
  constructor(
    private readonly desk: Desk,
    private readonly answers: AnswerRequest,
    private readonly show: ShowIntroduction,
    private readonly tell: TellParties,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * A message, in the name of whoever is signed in and of nobody else. Before both have agreed it answers a question,
   * and gives the recipient the whole time again.
   *
   * @throws {AppError} `introductions.not-now`, `introductions.not-yours`
   */
  write(asker: Asker, id: string, text: string): Promise<void> {
    return this.desk.on(asker, id, async (hand) => {
      const side = await this.#side(asker, hand);
      const { unit, introduction, now } = hand;
      if (introduction.state === 'accepted') return this.#message(hand, side, text);
      if (introduction.state !== 'more-information' || side !== 'sender')
        throw notInThisState('writing', introduction.state);
      mustMove(introduction, 'read', 'sender');
      await this.answers.say(hand, side, text);
      const { recipientOrganisationId, recipientClusters, senderOrganisationId, senderClusters } =
        introduction;
      const clock = startClock(
        now,
        await this.desk.parties.place(unit, recipientOrganisationId, [
          ...recipientClusters,
          ...senderClusters,
        ]),
        await this.desk.parties.place(unit, senderOrganisationId, senderClusters),
      );
      const asked = await this.desk.step(unit, introduction, { ...clock, state: 'read' }, moved(hand));
      await this.tell.answered(unit, asked);
      await this.#note(hand, 'message', side);
    });
  }

  /** Up to three times, in the place of those that were not chosen. @throws {AppError} `introductions.bad-slots` */
  propose(asker: Asker, id: string, times: readonly Date[], minutes: number): Promise<void> {
    return this.desk.on(asker, id, async (hand) => {
      const side = await this.#side(asker, hand);
      const { unit, introduction, now } = hand;
      if (introduction.state !== 'accepted') throw notInThisState('proposing times', introduction.state);
      for (const at of times) {
        if (at <= now) throw badSlots(`${at.toISOString()} is over`);
        if (at.getTime() - now.getTime() > longestAhead) throw badSlots('one is more than 90 days away');
      }
      if (new Set(times.map((at) => at.getTime())).size < times.length) throw badSlots('two are the same');
      if ((await this.desk.store.slots(unit, id)).some(({ chosenAt }) => chosenAt !== null))
        throw badSlots('one was chosen already');
      await this.desk.store.proposeSlots(unit, id, { side, times, minutes });
      await this.#note(hand, 'times-proposed', side);
      await this.#alive(hand);
    });
  }

  /** One of the other side's times. */
  choose(asker: Asker, id: string, slot: string): Promise<void> {
    return this.desk.on(asker, id, async (hand) => {
      const side = await this.#side(asker, hand);
      const { unit, introduction, now } = hand;
      if (introduction.state !== 'accepted') throw notInThisState('choosing a time', introduction.state);
      if (!(await this.desk.store.chooseSlot(unit, id, { slot, side, at: now })))
        throw badSlots('it is not one that the other side proposed, or one was chosen already');
      await this.#note(hand, 'time-chosen', side);
      await this.#alive(hand);
    });
  }

  /** The time that was chosen, for a calendar; the agenda stands in it. */
  async calendar(asker: Asker, id: string): Promise<string> {
    const view = await this.show.one(asker, id);
    const chosen = view.slots.find(({ chosenAt }) => chosenAt !== null);
    if (!chosen) throw notInThisState('a calendar file', view.introduction.state);
    return calendarFile({
      uid: `${chosen.id}@tessera`,
      startsAt: chosen.startsAt,
      minutes: chosen.minutes,
      title: `${view.sender.name ?? ''} – ${view.recipient.name ?? ''}`,
      description: view.agenda.join('\n'),
      madeAt: this.desk.clock.now(),
    });
  }

  /** Takes away what one's own side wrote; the other side's words stay. @returns how many texts went */
  forget(asker: Asker, id: string): Promise<number> {
    return this.desk.on(asker, id, async (hand) => {
      const side = await this.#side(asker, hand);
      const { unit, introduction } = hand;
      const gone = await this.desk.store.removeMessages(unit, id, side);
      if (side === 'sender')
        await this.desk.store.writeWords(unit, id, { parts: [], shownParts: [], allowed: [] });
      await this.desk.step(unit, introduction, {}, { ...moved(hand), deed: 'erased' });
      await this.#note(hand, 'words-erased', side, { messages: gone });
      return gone;
    });
  }

  /** A file for an adviser of the Enterprise Europe Network; that it was made is written down. */
  async handOver(asker: Asker, id: string): Promise<string> {
    await this.desk.on(asker, id, async (hand) => {
      await this.desk.mustActFor(asker, hand, 'sender');
      await this.desk.step(hand.unit, hand.introduction, {}, { ...moved(hand), deed: 'handed-over' });
      await this.#note(hand, 'handed-over', 'sender');
    });
    const view: IntroductionView = await this.show.one(asker, id);
    return eenEnquiry(view, this.desk.clock.now());
  }

  /** All that the asker may see, to be taken away; whoever is named in it reads that it was. */
  async take(asker: Asker, id: string): Promise<IntroductionView> {
    const view = await this.show.one(asker, id);
    await this.desk.on(asker, id, async (hand) => {
      const named = isRevealed(hand.introduction) ? (['sender', 'recipient'] as const) : hand.sides;
      for (const side of named) await this.#note(hand, 'exported', side);
    });
    return view;
  }

  #note(
    { unit, introduction }: InHand,
    deed: string,
    side: Side,
    more: Readonly<Record<string, number>> = {},
  ): Promise<void> {
    const subject = { introduction: introduction.id, side, ...more };
    return this.audit.record(unit, `introduction.${deed}`, subject, concernedOn(introduction, side));
  }

  async #message(hand: InHand, side: Side, text: string): Promise<void> {
    await this.answers.say(hand, side, text);
    const after = await this.#alive(hand);
    await this.#note(hand, 'message', side);
    if (side === 'recipient') await this.tell.sender(hand.unit, after, 'message', `message:${after.version}`);
  }

  /** Silence is counted from here; who was nudged is not nudged again. */
  async #alive(hand: InHand) {
    const { unit, introduction, now } = hand;
    const nudgeAt = introduction.nudgeAt === null ? null : new Date(now.getTime() + silentDays * 86_400_000);
    return this.desk.step(unit, introduction, { nudgeAt }, { ...moved(hand), deed: 'talked' });
  }

  async #side(asker: Asker, hand: InHand): Promise<Side> {
    for (const side of hand.sides) {
      const may = await this.desk.mayActFor(asker, hand, side);
      if (may) return side;
    }
    throw notYours('writing here');
  }
}
