import type { Firm } from '../../support/two-clusters.js';
import {
  actors,
  ConsentModel,
  deeds,
  happenings,
  type Actor,
  type Deed,
  type Kind,
  type Stage,
} from './consent-model.js';
import type { ConsentWorld } from './consent-world.js';
import { readings } from './readings.js';
import {
  byLink,
  doneBy,
  draftBetween,
  happens,
  lastToken,
  looked,
  type Play,
  type Said,
} from './request-play.js';

/** A Monday. */
export const start = new Date('2026-11-02T09:00:00Z');

export interface Step {
  readonly actor: Actor;
  readonly deed: Deed;
  readonly showsSender?: boolean;
}

/** What a sequence came to. */
export interface Outcome {
  /** `mail: who saw what after which step` */
  readonly leaks: readonly string[];
  /** what the model says otherwise than the service */
  readonly strays: readonly string[];
  /** accepted, yet not seen by both, or not written down by exactly two entries */
  readonly lopsided: readonly string[];
  readonly agreed: boolean;
  readonly steps: number;
  readonly texts: number;
  readonly mails: number;
}

let made = 0;
const letters = (count: number): string =>
  [...String(count)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
/** The stem of every canary of these proofs: no text of ours holds it. */
export const stem = 'kanarix';

/** A sequence to play. */
export interface Sequence {
  readonly kind: Kind;
  readonly http: boolean;
  readonly next: (model: ConsentModel) => Step | null;
  /**
   * who looks after each step: everybody, or one of them in turn; the two sides look when it is over, whatever is said
   * here
   */
  readonly looks?: 'all' | 'one' | 'none';
}

/** One request between two who are new, through the steps; every text that anybody gets is searched. */
export async function runSequence(
  world: ConsentWorld,
  { kind, http, next, looks = 'all' }: Sequence,
): Promise<Outcome> {
  world.clock.moment = new Date(start);
  const [one, two] = world.officers;
  const asks = canary();
  const sender = await (kind === 'guest' ? world.desk(one.cluster, asks) : world.firm(one.cluster, asks));
  const recipient = await (kind === 'guest'
    ? guest()
    : world.firm((kind === 'across' ? two : one).cluster, canary()));
  const id = await draftBetween(world, sender, recipient, kind);
  const run = new Run({ world, sender, recipient, kind, http, id }, looks);
  for (let step = next(run.model); step !== null; step = next(run.model)) await run.take(step);
  const outcome = await run.end();
  await world.over(id, sender);
  return outcome;
}

const canary = (): string => `${stem}${letters((made += 1))}`;

/** Nobody whom the service knows: no account, no organisation. */
function guest(): Firm {
  const name = canary();
  const asker = { scope: { role: 'member', clusters: [] }, roles: [] } as const;
  return { id: name, cluster: name, mask: name, canary: name, email: `${name}@${name}.example`, asker };
}

class Run {
  readonly model: ConsentModel;
  readonly #leaks: string[] = [];
  readonly #strays: string[] = [];
  readonly #story: string[] = [];
  #texts = 0;
  #mails = 0;
  #inbox: number;

  constructor(
    private readonly play: Play,
    private readonly looks: 'all' | 'one' | 'none',
  ) {
    this.model = new ConsentModel(play.kind);
    this.#inbox = play.world.mails.inbox.length;
  }

  async take(step: Step): Promise<void> {
    const { actor, deed } = step;
    this.#story.push(`${actor} ${deed}`);
    const expected = this.model.allows(actor, deed);
    const said = await this.#do(step);
    if (said === null) return;
    if (said.ok) this.model.done(deed);
    if (said.ok && deed === 'change') this.model.showsSender = step.showsSender ?? false;
    if (said.broke || (expected !== undefined && expected !== said.ok))
      this.#strays.push(`${this.#told()}: ${said.ok ? 'done' : said.text.slice(0, 300)}`);
    if (!deed.startsWith('link')) this.#search(deed, actor, said.text);
    else this.#search(deed, 'recipient', said.text);
    await this.#mail();
    if (this.looks !== 'none') await this.#looks(said.ok ? this.#lookers() : [actor]);
  }

  #lookers(): readonly Actor[] {
    const turn = (made + this.#story.length) % actors.length;
    return this.looks === 'all' ? actors : actors.slice(turn, turn + 1);
  }

  /** All at the same time: looking changes nothing. */
  async #looks(lookers: readonly Actor[]): Promise<void> {
    const there = lookers.filter((looker) => !this.model.isGone(looker));
    const seen = await Promise.all(there.map((looker) => looked(this.play, looker)));
    there.forEach((looker, at) => this.#search('look', looker, seen[at]?.text ?? ''));
  }

  /** null: it could not be tried */
  async #do({ actor, deed, showsSender }: Step): Promise<Said | null> {
    if (deed.startsWith('link')) {
      const token = lastToken(this.play);
      return token === null ? null : byLink(this.play, token, deed);
    }
    if (!happenings.includes(deed)) {
      const hasNoAccount = actor === 'recipient' && this.model.kind === 'guest';
      if (hasNoAccount || this.model.isGone(actor)) return null;
      const shows = deed === 'change' ? (showsSender ?? false) : this.model.showsSender;
      return doneBy(this.play, actor, deed, shows);
    }
    if (!this.model.happens(deed)) return null;
    await happens(this.play, deed);
    return { ok: true, text: '', broke: false };
  }

  async end(): Promise<Outcome> {
    return {
      leaks: this.#leaks,
      strays: this.#strays,
      lopsided: await this.#lopsided(),
      agreed: this.model.agreed,
      steps: this.#story.length,
      texts: this.#texts,
      mails: this.#mails,
    };
  }

  async #mail(): Promise<void> {
    const { world, sender, recipient, kind } = this.play;
    await world.sendMails();
    const [one, two] = world.officers;
    const readers: Readonly<Record<string, Actor>> = {
      [one.email]: 'sender-staff',
      ...(kind === 'within' ? {} : { [two.email]: 'recipient-staff' }),
      [sender.email]: 'sender',
      [recipient.email]: 'recipient',
    };
    const arrived = world.mails.inbox.slice(this.#inbox);
    this.#inbox = world.mails.inbox.length;
    for (const { to, text } of arrived)
      for (const address of to) {
        this.#mails += 1;
        this.#search('mail', readers[address] ?? 'stranger', readings(text));
      }
  }

  #search(place: string, reader: Actor, text: string): void {
    this.#texts += 1;
    for (const hidden of this.#hiddenFrom(reader))
      if (text.toLowerCase().includes(hidden.toLowerCase()))
        this.#leaks.push(`${place}: ${reader} finds ${hidden} after ${this.#told()}`);
  }

  /** What the reader may not find at this moment. */
  #hiddenFrom(reader: Actor): string[] {
    const { sender, recipient, kind } = this.play;
    const { erased } = this.model;
    return [
      ...(erased.sender && reader !== 'sender' ? contactOf(sender) : []),
      ...(erased.recipient && reader !== 'recipient' ? contactOf(recipient) : []),
      ...(kind === 'guest' ? this.#hiddenOfGuests(reader) : this.#hiddenOfMembers(reader)),
    ];
  }

  #hiddenOfMembers(reader: Actor): string[] {
    const { sender, recipient, kind } = this.play;
    const { agreed, showsSender } = this.model;
    const isAcross = kind === 'across';
    if (reader === 'stranger') return [...nameOf(sender), ...nameOf(recipient)];
    if (agreed || (!isAcross && reader.endsWith('staff'))) return [];
    if (reader.startsWith('recipient')) return isAcross && !showsSender ? nameOf(sender) : contactOf(sender);
    return isAcross ? nameOf(recipient) : contactOf(recipient);
  }

  /** Staff typed the guest's name; the guest is told which cluster asks, and by whom once they have said yes. */
  #hiddenOfGuests(reader: Actor): string[] {
    const { sender, recipient } = this.play;
    if (reader === 'stranger' || reader === 'recipient-staff')
      return [...nameOf(sender), ...nameOf(recipient)];
    return reader === 'recipient' && !this.model.agreed ? contactOf(sender) : [];
  }

  /** Each sees the other exactly if both have agreed, which two entries say and no more. */
  async #lopsided(): Promise<string[]> {
    const { agreed, erased } = this.model;
    const { world, sender, recipient, id, kind } = this.play;
    const found: string[] = [];
    if (!erased.recipient) found.push(...(await this.#seen('recipient', sender, agreed && !erased.sender)));
    // whoever asks a guest knows them
    if (!erased.sender && kind !== 'guest')
      found.push(...(await this.#seen('sender', recipient, agreed && !erased.recipient)));
    const sides = (await world.reveals(id)).join();
    if (sides !== (agreed ? 'recipient,sender' : '')) found.push(`entries "${sides}": ${this.#told()}`);
    return found;
  }

  async #seen(looker: 'sender' | 'recipient', other: Firm, expected: boolean): Promise<string[]> {
    const { text } = await looked(this.play, looker);
    const isSeen = contactOf(other).every((part) => text.includes(part));
    if (isSeen === expected) return [];
    return [`${looker} ${isSeen ? 'sees' : 'does not see'} the other: ${this.#told()}`];
  }

  #told(): string {
    const { kind, http } = this.play;
    return `[${kind}, ${http ? 'http' : 'direct'}] ${this.#story.join(', ')}`;
  }
}

const nameOf = ({ canary, id, asker }: Firm): string[] => [canary, id, asker.scope.user ?? canary];
const contactOf = ({ canary, email }: Firm): string[] => [email, `Ada ${canary}`];

const of = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** Mostly across clusters, where most is hidden. */
function randomKind(random: () => number): Kind {
  const at = random();
  return at < 0.6 ? 'across' : at < 0.8 ? 'within' : 'guest';
}

/** A guest has a link and no account. */
const byGuests = (['link-read', 'link-accept', 'link-accept', 'link-decline'] as const).map(
  (deed) => ({ actor: 'recipient', deed }) as const,
);

/** Mostly what somebody would do next, and often enough what nobody may. */
function randomSteps(random: () => number, most: number): (model: ConsentModel) => Step | null {
  let left = 2 + Math.floor(random() * (most - 1));
  return (model) => {
    if ((left -= 1) < 0) return null;
    const showsSender = random() < 0.3;
    if (random() < 0.3) return { actor: of(random, actors), deed: of(random, deeds), showsSender };
    const likely: Readonly<Record<Stage, readonly Step[]>> = {
      draft: [
        { actor: 'sender', deed: 'send' },
        { actor: 'sender', deed: 'send' },
        { actor: 'sender', deed: 'change', showsSender },
      ],
      open: [
        ...(['read', 'accept', 'ask', 'decline'] as const).map(
          (deed) => ({ actor: 'recipient', deed }) as const,
        ),
        { actor: 'recipient', deed: 'accept' },
        ...(model.kind === 'guest' ? byGuests : []),
        { actor: 'sender', deed: 'day' },
        { actor: 'sender', deed: 'day' },
      ],
      asked: [
        { actor: 'sender', deed: 'reply' },
        { actor: 'recipient', deed: 'accept' },
        { actor: 'sender', deed: 'day' },
      ],
      agreed: [
        { actor: 'sender', deed: 'reply' },
        { actor: 'recipient', deed: 'reply' },
        { actor: 'recipient', deed: 'propose' },
        { actor: 'sender', deed: 'choose' },
      ],
      over: [
        { actor: 'recipient', deed: 'accept' },
        { actor: 'sender', deed: 'send' },
        { actor: 'recipient', deed: 'reply' },
      ],
    };
    return of(random, likely[model.stage]);
  };
}

/** Random sequences of one kind of proof. */
export interface Sequences {
  /** at most so many steps, what it begins with apart */
  readonly most: number;
  /** begins with a request that is sent, so that many come to a yes */
  readonly sent: boolean;
  readonly looks: NonNullable<Sequence['looks']>;
}

export function randomSequence(
  random: () => number,
  { most, sent, looks }: Sequences,
): Omit<Sequence, 'http'> {
  const kind = randomKind(random);
  const later = randomSteps(random, most);
  const first = sent ? steps({ actor: 'sender', deed: 'send' }) : steps();
  return { kind, looks, next: (model) => first() ?? later(model) };
}

/** Those steps and no other. */
export function steps(...list: readonly Step[]): () => Step | null {
  const rest = [...list];
  return () => rest.shift() ?? null;
}
