import { Injectable, Logger } from '@nestjs/common';

import { AppError } from '../platform/errors/app-error.js';
import { isConnectionLoss } from '../platform/database/unit-of-work.js';
import { AskedReadModel } from './asked.read-model.js';
import { Desk, type InHand } from './desk.js';
import { seatFilled } from './introduction.js';
import { awaitsAnswer, mayMove } from './state/introduction-state.js';
import { TellParties } from './tell-parties.js';
import { moved, stopped, WriteRequest } from './write-request.js';

const batch = 100;

/** Does what is due: rows say what and when, so that nothing is lost when a process is. Safe to run twice. */
@Injectable()
export class RunClocks {
  readonly #log = new Logger('introductions');
  readonly #asked = new AskedReadModel();

  constructor(
    private readonly desk: Desk,
    private readonly write: WriteRequest,
    private readonly tell: TellParties,
  ) {}

  /** @returns how many requests took a step */
  async run(): Promise<number> {
    const now = this.desk.clock.now();
    const found = await this.desk.everywhere(undefined, async (unit) => ({
      left: await this.#asked.afterLeaving(unit),
      filled: await this.#asked.askedForFilledSeats(unit),
      due: await this.desk.store.due(unit, now, batch),
    }));
    let steps = 0;
    for (const id of found.left) steps += await this.#try(id, (hand) => this.#end(hand, 'party-gone'));
    for (const id of found.filled) steps += await this.#try(id, (hand) => this.#filled(hand));
    for (const id of found.due) steps += await this.#try(id, (hand) => this.#strike(hand));
    return steps;
  }

  /** One that cannot go on keeps no other waiting. */
  async #try(id: string, work: (hand: InHand) => Promise<void>): Promise<number> {
    try {
      return await this.desk.everywhere(undefined, async (unit) => {
        const introduction = await this.desk.store.hold(unit, id);
        if (!introduction) return 0;
        await work({ unit, introduction, sides: new Set(), now: this.desk.clock.now(), actor: 'clock' });
        return 1;
      });
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      const code = error instanceof AppError ? error.code : 'unexpected';
      this.#log.warn(`introduction.not-advanced ${JSON.stringify({ introduction: id, code })}`);
      return 0;
    }
  }

  /** The latest thing that is due: who was down for a week does not first remind and then give up. */
  async #strike(hand: InHand): Promise<void> {
    const { unit, introduction, now, actor } = hand;
    const { state, queuedFor, expireAt, escalateAt, remindAt, nudgeAt } = introduction;
    const isDue = (at: Date | null): boolean => at !== null && at <= now;
    if (isDue(queuedFor)) return this.#goOrGiveUp(hand);
    if (isDue(expireAt) && mayMove(state, 'expired', 'clock')) {
      const expired = await this.desk.step(unit, introduction, { ...stopped, state: 'expired' }, moved(hand));
      return this.tell.sender(unit, expired, 'expired');
    }
    if (isDue(escalateAt) && mayMove(state, 'escalated', 'clock')) {
      const patch = { remindAt: null, escalateAt: null, state: 'escalated' } as const;
      const escalated = await this.desk.step(unit, introduction, patch, moved(hand));
      await this.tell.escalated(unit, escalated);
      return this.tell.sender(unit, escalated, 'escalated');
    }
    if (isDue(remindAt) && awaitsAnswer(state)) {
      const reminded = await this.desk.step(
        unit,
        introduction,
        { remindAt: null },
        { deed: 'reminded', actor, at: now },
      );
      return this.tell.request(unit, reminded, true);
    }
    if (isDue(nudgeAt)) {
      const nudged = await this.desk.step(
        unit,
        introduction,
        { nudgeAt: null },
        { deed: 'nudged', actor, at: now },
      );
      return this.tell.agreed(unit, nudged, true);
    }
  }

  /** Its turn has come; where nobody is there any more to be asked, it ends. */
  async #goOrGiveUp(hand: InHand): Promise<void> {
    const { recipientOrganisationId } = hand.introduction;
    const clusters =
      recipientOrganisationId === null
        ? []
        : await this.desk.parties.clustersOf(hand.unit, recipientOrganisationId);
    if (clusters.length === 0 || (await this.desk.areApart(hand.unit, hand.introduction)))
      return this.#end(hand, 'party-gone');
    await this.write.dispatch(hand);
  }

  async #end(hand: InHand, reason: string): Promise<void> {
    if (!mayMove(hand.introduction.state, 'withdrawn', 'clock')) return;
    await this.desk.step(
      hand.unit,
      hand.introduction,
      { ...stopped, state: 'withdrawn', reason },
      moved(hand),
    );
  }

  /** Somebody else has the seat: whoever was asked is thanked, drafts just go. */
  async #filled(hand: InHand): Promise<void> {
    const wasAsked = hand.introduction.sentAt !== null;
    await this.#end(hand, seatFilled);
    if (wasAsked) await this.tell.filled(hand.unit, hand.introduction);
  }
}
