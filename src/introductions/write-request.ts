import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { AuditTrail, Throttle } from '../accounts/index.js';
import { OpportunityReadModel, type OpportunityCard } from '../opportunities/index.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/errors/app-error.js';
import { isUuid } from '../platform/ids/uuid.js';
import { AskedReadModel } from './asked.read-model.js';
import { replacementOnly, startClock } from './clock/answer-clock.js';
import { Desk, mustMove, overlap, type Asker, type InHand } from './desk.js';
import {
  askedAtOnce,
  sameWords,
  weeklyRequests,
  type Introduction,
  type LetterPart,
  type Side,
  type Words,
} from './introduction.js';
import {
  askedAlready,
  askedEnough,
  changedMeanwhile,
  emptyRequest,
  nobodyToAsk,
  notInThisState,
  replacementOnlyNow,
  sameWordsAgain,
  tooManySent,
} from './introduction.errors.js';
import { maskText, type TakenOut } from './mask/mask-text.js';
import { TellParties } from './tell-parties.js';

export interface RequestChange {
  readonly version: number;
  readonly parts?: readonly LetterPart[] | undefined;
  readonly role?: string | undefined;
  readonly subject?: string | undefined;
  readonly showsSender?: boolean | undefined;
  readonly replacement?: boolean | undefined;
  readonly reserve?: boolean | undefined;
  readonly allowed?: readonly string[] | undefined;
}

const week = 7 * 86_400_000;
/** What one person may send in a day, limits of needs and recipients apart. */
const perDay = { name: 'introductions', most: 30, windowSeconds: 86_400 };

/** Writes requests and sends them. */
@Injectable()
export class WriteRequest {
  readonly #asked = new AskedReadModel();

  constructor(
    private readonly desk: Desk,
    private readonly tell: TellParties,
    private readonly opportunities: OpportunityReadModel,
    private readonly throttle: Throttle,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws {AppError} `introductions.not-now`, `introductions.changed-meanwhile` */
  change(asker: Asker, id: string, to: RequestChange): Promise<void> {
    return this.desk.on(asker, id, async (hand) => {
      await this.desk.mustActFor(asker, hand, 'sender');
      const { unit, introduction, now, actor } = hand;
      if (introduction.state !== 'draft' || introduction.queuedFor !== null)
        throw notInThisState('writing', introduction.state);
      if (introduction.version !== to.version) throw changedMeanwhile(id);
      const words = await this.desk.store.words(unit, id);
      await this.desk.store.writeWords(unit, id, {
        ...words,
        parts: to.parts === undefined ? words.parts : marked(words.parts, to.parts),
        allowed: to.allowed ?? words.allowed,
      });
      await this.desk.step(
        unit,
        introduction,
        {
          role: to.role ?? introduction.role,
          subject: to.subject ?? introduction.subject,
          replacement: to.replacement ?? introduction.replacement,
          reserve: to.reserve ?? introduction.reserve,
          showsSender:
            introduction.senderOrganisationId === null || (to.showsSender ?? introduction.showsSender),
        },
        { deed: 'changed', actor, at: now },
      );
    });
  }

  /** The words as the recipient will read them, and what is taken out of them. */
  async preview(unit: Unit, introduction: Introduction, words: Words): Promise<Preview> {
    const { masked, showsSender, senderOrganisationId } = introduction;
    if (!masked || showsSender || senderOrganisationId === null)
      return { parts: words.parts, subject: introduction.subject, role: introduction.role, removed: [] };
    const names = await this.desk.parties.names(unit, senderOrganisationId);
    const mask = (text: string) => maskText(text, names, words.allowed);
    const [subject, role] = [mask(introduction.subject), mask(introduction.role)];
    const made = words.parts.map((part) => ({ part, ...mask(part.text) }));
    return {
      parts: made.map(({ part, text }) => ({ ...part, text, source: null })),
      subject: subject.text,
      role: role.text,
      removed: [subject, role, ...made].flatMap(({ removed }) => removed),
    };
  }

  /**
   * Sends a request, or lets it wait for its turn.
   *
   * @throws {AppError} `introductions.no-such-move`, `introductions.asked-enough`, `introductions.same-words`,
   *   `introductions.replacement-only`, `introductions.asked-already`, `introductions.too-many`
   */
  async send(asker: Asker, id: string): Promise<void> {
    const wait = await this.throttle.tryOnce([{ ...perDay, of: asker.scope.user ?? asker.scope.role }]);
    if (wait !== null) throw tooManySent(wait);
    try {
      await this.desk.on(asker, id, async (hand) => {
        await this.desk.mustActFor(asker, hand, 'sender');
        mustMove(hand.introduction, 'sent', 'sender');
        if (hand.introduction.queuedFor !== null) throw notInThisState('sending', 'draft');
        await this.#mustFitDeadline(hand);
        const words = await this.desk.store.words(hand.unit, id);
        const fingerprint = fingerprintOf(words.parts);
        await this.#mustFitLimits(hand, fingerprint);
        const turn = await this.#turn(hand);
        if (turn === null) await this.dispatch(hand, { fingerprint });
        else await this.#queue(hand, turn, fingerprint);
      });
    } catch (error) {
      // what was refused leaves no trace but this: somebody should look
      if (error instanceof AppError && error.code === 'introductions.same-words')
        await this.desk.on(asker, id, ({ unit, introduction }) =>
          this.tell.flood(unit, introduction, sameWords),
        );
      throw error;
    }
  }

  /** It goes, under the masks and by the clock of this moment. */
  async dispatch(
    hand: InHand,
    more: { readonly fingerprint?: Buffer; readonly releasedBy?: string | null } = {},
  ): Promise<void> {
    const { unit, introduction, now, actor } = hand;
    const { id, senderClusters, recipientOrganisationId, senderOrganisationId, channel } = introduction;
    const recipientClusters =
      recipientOrganisationId !== null && channel === 'member'
        ? await this.desk.parties.clustersOf(unit, recipientOrganisationId)
        : [];
    if (channel === 'member' && recipientClusters.length === 0) throw nobodyToAsk();
    if (channel === 'guest' && !(await this.desk.store.guest(unit, id))) throw nobodyToAsk();
    if (await this.desk.areApart(unit, introduction)) throw nobodyToAsk();
    const masked = channel === 'member' && !overlap(senderClusters, recipientClusters);
    const words = await this.desk.store.words(unit, id);
    const shown = await this.preview(unit, { ...introduction, masked }, words);
    await this.desk.store.writeWords(unit, id, { ...words, shownParts: shown.parts });
    const [recipient, sender] = [
      await this.desk.parties.place(
        unit,
        channel === 'guest' ? null : recipientOrganisationId,
        senderClusters,
      ),
      await this.desk.parties.place(unit, senderOrganisationId, senderClusters),
    ];
    const sent = await this.desk.step(
      unit,
      introduction,
      {
        ...more,
        ...startClock(now, recipient, sender),
        state: 'sent',
        masked,
        subject: shown.subject,
        role: shown.role,
        recipientClusters,
        clusters: [...new Set([...senderClusters, ...recipientClusters])],
        sentAt: now,
        queuedFor: null,
        reserve: false,
      },
      { deed: 'moved', actor, at: now },
    );
    await this.tell.request(unit, sent, false);
    await this.audit.record(unit, 'introduction.sent', { introduction: id }, concerned(sent));
  }

  /** An officer lets one through that waits for its turn. @throws {AppError} `introductions.not-now` */
  release(asker: Asker, id: string): Promise<void> {
    return this.desk.on(asker, id, async (hand) => {
      const { introduction, sides } = hand;
      if (asker.scope.role !== 'officer' || sides.size === 0) throw nobodyToAsk();
      if (introduction.queuedFor === null) throw notInThisState('letting it through', introduction.state);
      const user = asker.scope.user ?? '';
      await this.dispatch(hand, { releasedBy: isUuid(user) ? user : null });
    });
  }

  /** @throws {AppError} `introductions.no-such-move` */
  withdraw(asker: Asker, id: string): Promise<void> {
    return this.desk.on(asker, id, async (hand) => {
      await this.desk.mustActFor(asker, hand, 'sender');
      mustMove(hand.introduction, 'withdrawn', 'sender');
      await this.desk.step(hand.unit, hand.introduction, { ...stopped, state: 'withdrawn' }, moved(hand));
      await this.audit.record(
        hand.unit,
        'introduction.withdrawn',
        { introduction: id },
        concerned(hand.introduction),
      );
    });
  }

  async #mustFitDeadline({ unit, introduction, now }: InHand): Promise<void> {
    if (introduction.opportunityId === null || introduction.replacement) return;
    const calls = await this.opportunities.cards(unit, [introduction.opportunityId], now);
    const next = nextDeadline(calls.get(introduction.opportunityId) ?? null, now);
    if (replacementOnly(next, now)) throw replacementOnlyNow();
  }

  async #mustFitLimits({ unit, introduction, now }: InHand, fingerprint: Buffer): Promise<void> {
    const { needKey: need, recipientOrganisationId } = introduction;
    await this.#asked.queueUp(unit, need, recipientOrganisationId ?? introduction.id);
    if (await this.#asked.twin(unit, introduction)) throw askedAlready();
    if ((await this.#asked.askedFor(unit, need)) >= askedAtOnce) throw askedEnough(askedAtOnce);
    const since = new Date(now.getTime() - week);
    if ((await this.#asked.sentWords(unit, introduction, fingerprint, since)) >= sameWords)
      throw sameWordsAgain(sameWords);
  }

  /** When the recipient may be asked once more; null: now. */
  async #turn({ unit, introduction, now }: InHand): Promise<Date | null> {
    const { recipientOrganisationId, channel } = introduction;
    if (recipientOrganisationId === null || channel !== 'member') return null;
    const received = await this.#asked.received(
      unit,
      recipientOrganisationId,
      new Date(now.getTime() - week),
    );
    const before = received[received.length - weeklyRequests];
    return before === undefined ? null : new Date(before.getTime() + week);
  }

  async #queue(
    { unit, introduction, now, actor }: InHand,
    queuedFor: Date,
    fingerprint: Buffer,
  ): Promise<void> {
    const { id, senderClusters, recipientClusters } = introduction;
    const { subject, role } = await this.preview(unit, introduction, await this.desk.store.words(unit, id));
    // from here on officers of both sides see that it waits
    const clusters = [...new Set([...senderClusters, ...recipientClusters])];
    const waiting = await this.desk.step(
      unit,
      introduction,
      { queuedFor, fingerprint, clusters, subject, role },
      { deed: 'queued', actor, at: now },
    );
    await this.tell.sender(unit, waiting, 'queued');
  }
}

export interface Preview {
  readonly parts: readonly LetterPart[];
  readonly subject: string;
  readonly role: string;
  readonly removed: readonly TakenOut[];
}

/** The clock stands still for good. */
export const stopped = { remindAt: null, escalateAt: null, expireAt: null, queuedFor: null } as const;

export const moved = ({ actor, now }: InHand) => ({ deed: 'moved', actor, at: now });

/** Whose deed it is where one side does something. */
export const concernedOn = (introduction: Introduction, side: Side) => {
  if (side === 'sender') return concerned(introduction);
  const { recipientClusters, recipientOrganisationId } = introduction;
  return {
    ...(recipientClusters[0] === undefined ? {} : { cluster: recipientClusters[0] }),
    ...(recipientOrganisationId === null ? {} : { organisation: recipientOrganisationId }),
  };
};

export const concerned = ({ senderClusters, senderOrganisationId }: Introduction) => ({
  ...(senderClusters[0] === undefined ? {} : { cluster: senderClusters[0] }),
  ...(senderOrganisationId === null ? {} : { organisation: senderOrganisationId }),
});

/** The first deadline that is still to come. */
export function nextDeadline(call: OpportunityCard | null, now: Date): Date | null {
  const ahead = (call?.deadlines ?? []).map(({ at }) => new Date(at)).filter((at) => at > now);
  return ahead.length === 0 ? null : new Date(Math.min(...ahead.map((at) => at.getTime())));
}

/** What was changed by hand is its writer's own. */
function marked(before: readonly LetterPart[], after: readonly LetterPart[]): LetterPart[] {
  return after.map(({ key, text, source }) => {
    const stands = before.some((part) => part.source === source && part.text === text && part.key === key);
    return { key, text, source: stands ? source : null };
  });
}

/** Letters and digits alone: spaces, case and punctuation make no other text. */
function fingerprintOf(parts: readonly LetterPart[]): Buffer {
  const words = parts
    .map(({ text }) => text)
    .join(' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (words === '') throw emptyRequest();
  return createHash('sha256').update(words).digest();
}
