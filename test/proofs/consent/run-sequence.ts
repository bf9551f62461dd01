import type { Firm } from '../../support/two-clusters.js';
import {
  actors,
  ConsentModel,
  deeds,
  happenings,
  type Actor,
  type Deed,
  type Stage,
} from './consent-model.js';
import type { ConsentWorld } from './consent-world.js';
import { readings } from './readings.js';
import { byLink, doneBy, draftBetween, happens, looked, type Play, type Said } from './request-play.js';

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

/** One request between two firms that are new, through the steps; every text that anybody gets is searched. */
export async function runSequence(
  world: ConsentWorld,
  { across, http, next }: { across: boolean; http: boolean; next: (model: ConsentModel) => Step | null },
): Promise<Outcome> {
  world.clock.moment = new Date(start);
  const [one, two] = world.officers;
  const sender = await world.firm(one.cluster, `${stem}${letters((made += 1))}`);
  const recipient = await world.firm((across ? two : one).cluster, `${stem}${letters((made += 1))}`);
  const id = await draftBetween(world, sender, recipient, across);
  const run = new Run({ world, sender, recipient, across, http, id });
  for (let step = next(run.model); step !== null; step = next(run.model)) await run.take(step);
  return run.end();
}

class Run {
  readonly model: ConsentModel;
  readonly #leaks: string[] = [];
  readonly #strays: string[] = [];
  readonly #story: string[] = [];
  #texts = 0;
  #mails = 0;
  #inbox: number;

  constructor(private readonly play: Play) {
    this.model = new ConsentModel(play.across);
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
    for (const looker of said.ok ? actors : [actor])
      this.#search('look', looker, (await looked(this.play, looker)).text);
  }

  /** null: it could not be tried */
  async #do({ actor, deed, showsSender }: Step): Promise<Said | null> {
    if (deed.startsWith('link')) {
      const token = this.#token();
      return token === null ? null : byLink(this.play, token, deed);
    }
    if (!happenings.includes(deed))
      return doneBy(
        this.play,
        actor,
        deed,
        deed === 'change' ? (showsSender ?? false) : this.model.showsSender,
      );
    if (deed === 'day' && !this.model.dayIsSafe) return null;
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
    const { world, sender, recipient, across } = this.play;
    await world.sendMails();
    const [one, two] = world.officers;
    const readers: Readonly<Record<string, Actor>> = {
      [one.email]: 'sender-staff',
      ...(across ? { [two.email]: 'recipient-staff' } : {}),
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
    const { sender, recipient, across } = this.play;
    const { agreed, showsSender } = this.model;
    const name = ({ canary, id, asker }: Firm): string[] => [canary, id, asker.scope.user ?? canary];
    const contact = ({ canary, email }: Firm): string[] => [email, `Ada ${canary}`];
    if (reader === 'stranger') return [...name(sender), ...name(recipient)];
    if (agreed || (!across && reader.endsWith('staff'))) return [];
    if (reader.startsWith('recipient')) return across && !showsSender ? name(sender) : contact(sender);
    return across ? name(recipient) : contact(recipient);
  }

  #token(): string | null {
    const { world, recipient } = this.play;
    const tokens = world.mails.inbox
      .filter(({ to }) => to.includes(recipient.email))
      .flatMap(({ text }) => [...readings(text).matchAll(/answer#([\w-]{43})/g)].map(([, token]) => token));
    return tokens.at(-1) ?? null;
  }

  /** Each sees the other exactly if both have agreed, which two entries say and no more. */
  async #lopsided(): Promise<string[]> {
    const { world, sender, recipient, id } = this.play;
    const { agreed } = this.model;
    const found: string[] = [];
    for (const [looker, other] of [
      ['sender', recipient],
      ['recipient', sender],
    ] as const) {
      const { text } = await looked(this.play, looker);
      const isSeen = [other.email, `Ada ${other.canary}`].every((part) => text.includes(part));
      if (isSeen !== agreed)
        found.push(`${looker} ${isSeen ? 'sees' : 'does not see'} the other: ${this.#told()}`);
    }
    const sides = (await world.reveals(id)).join();
    if (sides !== (agreed ? 'recipient,sender' : '')) found.push(`entries "${sides}": ${this.#told()}`);
    return found;
  }

  #told(): string {
    const { across, http } = this.play;
    return `[${across ? 'across' : 'within'}, ${http ? 'http' : 'direct'}] ${this.#story.join(', ')}`;
  }
}

const of = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** Mostly what somebody would do next, and often enough what nobody may. */
export function randomSteps(random: () => number, most: number): (model: ConsentModel) => Step | null {
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

/** Those steps and no other. */
export function steps(...list: readonly Step[]): () => Step | null {
  const rest = [...list];
  return () => rest.shift() ?? null;
}
