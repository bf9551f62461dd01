/** What somebody, or time, does to a request. */
export const deeds = [
  'change',
  'send',
  'read',
  'accept',
  'decline',
  'ask',
  'reply',
  'withdraw',
  'call',
  'release',
  'propose',
  'choose',
  'calendar',
  'hand-over',
  'export',
  'forget',
  'link-open',
  'link-read',
  'link-accept',
  'link-decline',
  'day',
  'months',
  'sender-leaves',
  'recipient-leaves',
  'sender-blocks',
  'recipient-blocks',
  'recipient-unshared',
  'sender-erased',
  'recipient-erased',
] as const;
export type Deed = (typeof deeds)[number];

export const actors = ['sender', 'recipient', 'sender-staff', 'recipient-staff', 'stranger'] as const;
export type Actor = (typeof actors)[number];

/** What happens to a request without anybody's word on it. */
export const happenings: readonly Deed[] = [
  'day',
  'months',
  'sender-leaves',
  'recipient-leaves',
  'sender-blocks',
  'recipient-blocks',
  'recipient-unshared',
  'sender-erased',
  'recipient-erased',
];

/** Between members of one cluster or of two, or from a cluster's staff to a guest at an address that they typed. */
export type Kind = 'within' | 'across' | 'guest';

/** `asked`: the recipient wants to know more first. */
export type Stage = 'draft' | 'open' | 'asked' | 'agreed' | 'over';

/** Calendar days in which no request can have run out: ten working days are never fewer. */
const surelyOpen = 9;

/**
 * When two sides have consented, told once more in a few lines and without a look at the code: who sent it and has not
 * taken it back, and who said yes while it stood.
 */
export class ConsentModel {
  stage: Stage = 'draft';
  /** the sender wished to be named at once */
  showsSender = false;
  #days = 0;
  #left = { sender: false, recipient: false };
  /** whose account and contacts are gone, with their words */
  readonly erased = { sender: false, recipient: false };
  #apart = false;
  /** the sender took its words away before anybody had them */
  #empty = false;

  constructor(readonly kind: Kind) {}

  get agreed(): boolean {
    return this.stage === 'agreed';
  }

  /** Whether one more day may pass without anybody knowing for sure whether it ran out. */
  get dayIsSafe(): boolean {
    return this.#days < surelyOpen;
  }

  /** Whether it can happen at all: guests are no members of anything. */
  happens(deed: Deed): boolean {
    if (deed === 'day') return this.dayIsSafe;
    return this.kind !== 'guest' || !/leaves|blocks|unshared/.test(deed);
  }

  /** Whether it must be allowed; undefined: it says nothing about consent. */
  allows(who: Actor, deed: Deed): boolean | undefined {
    if (happenings.includes(deed)) return undefined;
    if (deed.startsWith('link-')) return this.#allowsLink(deed);
    if (this.isGone(who)) return false;
    const actor = this.#actsAs(who);
    if (deed === 'send' && this.#nobodyToSendTo) return false;
    if (deed === 'reply' && this.agreed) return actor === 'sender' || actor === 'recipient';
    const rule = rules[deed];
    if (rule) return actor === rule.by && rule.from.includes(this.stage);
    return actor === 'stranger' && parties.includes(deed) ? false : undefined;
  }

  #allowsLink(deed: Deed): boolean | undefined {
    const isGuest = this.kind === 'guest';
    if (isGuest && this.erased.recipient) return false;
    // whoever says yes for a member has signed in
    if (deed === 'link-accept') return isGuest && this.#waits;
    return deed === 'link-decline' ? this.#waits : undefined;
  }

  /** Whether somebody was erased, and does nothing any more. */
  isGone(actor: Actor): boolean {
    return (actor === 'sender' || actor === 'recipient') && this.erased[actor];
  }

  /** A guest is asked by a cluster's staff, who all act for it; the other cluster's have no part in it. */
  #actsAs(actor: Actor): Actor {
    if (this.kind !== 'guest') return actor;
    return actor === 'sender-staff' ? 'sender' : actor === 'recipient-staff' ? 'stranger' : actor;
  }

  get #nobodyToSendTo(): boolean {
    const noGuest = this.kind === 'guest' && this.erased.recipient;
    return noGuest || this.#left.recipient || this.#apart || this.#empty;
  }

  /** It was done. */
  done(deed: Deed): void {
    this.#goes(deed);
    if (['forget', 'sender-erased', 'change'].includes(deed))
      this.#empty = deed !== 'change' && this.stage === 'draft';
    if (deed === 'day' || deed === 'months') this.#passes(deed);
    if (deed === 'reply' && !this.#waits) return;
    const to = leadsTo[deed];
    if (to === undefined) return;
    this.stage = to;
    this.#days = 0;
  }

  #goes(deed: Deed): void {
    const [side, how] = deed.split('-');
    if (side !== 'sender' && side !== 'recipient') return;
    if (how === 'erased') this.erased[side] = true;
    if (how === 'leaves') this.#left[side] = true;
    if (how === 'blocks') this.#apart = true;
  }

  #passes(time: 'day' | 'months'): void {
    this.#days += 1;
    const gone = this.#left.sender || this.#left.recipient || this.#apart;
    if (this.#waits && (gone || time === 'months')) this.stage = 'over';
  }

  get #waits(): boolean {
    return this.stage === 'open' || this.stage === 'asked';
  }
}

const waiting: readonly Stage[] = ['open', 'asked'];
const rules: Readonly<Partial<Record<Deed, { readonly by: Actor; readonly from: readonly Stage[] }>>> = {
  send: { by: 'sender', from: ['draft'] },
  accept: { by: 'recipient', from: waiting },
  decline: { by: 'recipient', from: waiting },
  ask: { by: 'recipient', from: ['open'] },
  reply: { by: 'sender', from: ['asked'] },
  withdraw: { by: 'sender', from: ['draft', ...waiting] },
};
const leadsTo: Readonly<Partial<Record<Deed, Stage>>> = {
  send: 'open',
  reply: 'open',
  ask: 'asked',
  accept: 'agreed',
  'link-accept': 'agreed',
  decline: 'over',
  'link-decline': 'over',
  withdraw: 'over',
};
/** What takes a party, and no more is said of it here. */
const parties: readonly Deed[] = ['read', 'call', 'release', 'propose', 'choose', 'calendar', 'forget'];
