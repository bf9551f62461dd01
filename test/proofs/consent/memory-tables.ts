import type { Introduction, Message, Slot, Words } from '../../../src/introductions/introduction.js';
import {
  IntroductionStore,
  type ChosenSlot,
  type Deed,
  type IntroductionChange,
  type Patch,
  type ProposedSlots,
} from '../../../src/introductions/introduction.store.js';
import { changedMeanwhile } from '../../../src/introductions/introduction.errors.js';
import type { Scope } from '../../../src/platform/database/scope.js';
import type { Unit } from '../../../src/platform/database/unit-of-work.js';
import { newToken } from '../../../src/platform/ids/secret-token.js';
import { newId } from '../../../src/platform/ids/uuid.js';

/** A mail that was put and not written out yet. */
export interface PutMail {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly recipient: string;
  readonly content: object;
  readonly language: 'en' | 'it' | null;
}

/** What the use cases leave behind; each transaction that fails is taken back. */
export class Tables {
  introductions = new Map<string, Introduction>();
  words = new Map<string, Words>();
  messages: (Message & { readonly of: string })[] = [];
  slots: (Slot & { readonly of: string })[] = [];
  changes: (IntroductionChange & { readonly of: string })[] = [];
  links = new Map<string, string>();
  reveals: { readonly of: string; readonly side: string }[] = [];
  mails: PutMail[] = [];
  guests = new Map<string, { readonly name: string; readonly email: string }>();
  addresses = new Map<string, { readonly name: string; readonly address: string }>();

  copy(): Tables {
    return Object.assign(new Tables(), {
      introductions: new Map(this.introductions),
      words: new Map(this.words),
      messages: [...this.messages],
      slots: [...this.slots],
      changes: [...this.changes],
      links: new Map(this.links),
      reveals: [...this.reveals],
      mails: [...this.mails],
      guests: new Map(this.guests),
      addresses: new Map(this.addresses),
    });
  }
}

/** The store of requests on tables in memory, with the policies that the database has. */
export class MemoryStore extends IntroductionStore {
  constructor(readonly held: { tables: Tables }) {
    super();
  }

  override async find(unit: Unit, id: string): Promise<Introduction | undefined> {
    const row = this.held.tables.introductions.get(id);
    return row && isReadable(unit.scope, row) ? row : undefined;
  }

  override hold(unit: Unit, id: string): Promise<Introduction | undefined> {
    return this.find(unit, id);
  }

  override async list(unit: Unit, { limit, offset }: { limit: number; offset: number }) {
    return this.#readable(unit).slice(offset, offset + limit);
  }

  override async count(unit: Unit): Promise<number> {
    return this.#readable(unit).length;
  }

  override async add(_unit: Unit, introduction: Introduction, words: Words): Promise<void> {
    this.held.tables.introductions.set(introduction.id, introduction);
    this.held.tables.words.set(introduction.id, words);
  }

  override async step(_unit: Unit, before: Introduction, patch: Patch, { deed, at }: Deed) {
    const { tables } = this.held;
    if (tables.introductions.get(before.id)?.version !== before.version) throw changedMeanwhile(before.id);
    const after: Introduction = { ...before, ...patch, version: before.version + 1, changedAt: at };
    tables.introductions.set(before.id, after);
    const change = { at, actor: '', deed, stateFrom: before.state, stateTo: after.state };
    tables.changes.push({ ...change, of: before.id });
    return after;
  }

  override async changes(_unit: Unit, id: string): Promise<IntroductionChange[]> {
    return this.held.tables.changes.filter(({ of }) => of === id).map(({ of: _of, ...change }) => change);
  }

  override async words(_unit: Unit, id: string): Promise<Words> {
    return this.held.tables.words.get(id) ?? { parts: [], shownParts: null, allowed: [] };
  }

  override async writeWords(_unit: Unit, id: string, words: Words): Promise<void> {
    this.held.tables.words.set(id, words);
  }

  override async messages(_unit: Unit, id: string): Promise<Message[]> {
    return this.held.tables.messages.filter(({ of }) => of === id);
  }

  override async addMessage(_unit: Unit, id: string, message: Omit<Message, 'id'>): Promise<void> {
    this.held.tables.messages.push({ ...message, id: newId(), of: id });
  }

  override async removeMessages(_unit: Unit, id: string, side: string): Promise<number> {
    const before = this.held.tables.messages.length;
    this.held.tables.messages = this.held.tables.messages.filter((one) => one.of !== id || one.side !== side);
    return before - this.held.tables.messages.length;
  }

  override async slots(_unit: Unit, id: string): Promise<Slot[]> {
    return this.held.tables.slots.filter(({ of }) => of === id);
  }

  override async proposeSlots(_unit: Unit, id: string, { side, times, minutes }: ProposedSlots) {
    const kept = this.held.tables.slots.filter(({ of, chosenAt }) => of !== id || chosenAt !== null);
    const made = times.map((startsAt) => ({ id: newId(), of: id, side, startsAt, minutes, chosenAt: null }));
    this.held.tables.slots = [...kept, ...made];
  }

  override async chooseSlot(_unit: Unit, id: string, { slot, side, at }: ChosenSlot): Promise<boolean> {
    const own = this.held.tables.slots.filter(({ of }) => of === id);
    const found = own.find((one) => one.id === slot && one.side !== side);
    if (!found || own.some(({ chosenAt }) => chosenAt !== null)) return false;
    this.held.tables.slots = this.held.tables.slots.map((one) =>
      one === found ? { ...one, chosenAt: at } : one,
    );
    return true;
  }

  override async newLink(_unit: Unit, id: string): Promise<string> {
    const token = newToken();
    this.held.tables.links.set(token, id);
    return token;
  }

  override async byLink(_unit: Unit, token: string): Promise<string | undefined> {
    return this.held.tables.links.get(token);
  }

  override async addGuest(_unit: Unit, id: string, guest: { name: string; email: string }): Promise<void> {
    this.held.tables.guests.set(id, guest);
  }

  override async guest(_unit: Unit, id: string): Promise<{ name: string; email: string } | undefined> {
    return this.held.tables.guests.get(id);
  }

  override async due(_unit: Unit, now: Date): Promise<string[]> {
    const isDue = (at: Date | null): boolean => at !== null && at <= now;
    return [...this.held.tables.introductions.values()]
      .filter((one) =>
        [one.queuedFor, one.remindAt, one.escalateAt, one.expireAt, one.nudgeAt].some((at) => isDue(at)),
      )
      .map(({ id }) => id);
  }

  #readable({ scope }: Unit): Introduction[] {
    return [...this.held.tables.introductions.values()].filter((row) => isReadable(scope, row));
  }
}

/** What goes with a person, as the service says it of its tables. */
export function erase(tables: Tables, { user, email }: { user: string | undefined; email: string }): void {
  const asked = [...tables.introductions.values()].filter(({ createdBy }) => createdBy === user);
  const asGuest = [...tables.guests].flatMap(([id, guest]) => (guest.email === email ? [id] : []));
  for (const one of asked) {
    tables.introductions.set(one.id, { ...one, createdBy: null });
    tables.words.delete(one.id);
  }
  for (const id of asGuest) {
    const one = tables.introductions.get(id);
    if (one) tables.introductions.set(id, { ...one, recipientName: null });
    tables.guests.delete(id);
  }
  tables.links = new Map([...tables.links].filter(([, id]) => !asGuest.includes(id)));
  tables.messages = tables.messages.filter(
    ({ of, author, side }) =>
      (author === null || author !== user) &&
      !(author === null && side === 'recipient' && asGuest.includes(of)),
  );
}

/** As the row-level policies of the table say. */
function isReadable({ role, organisation, clusters }: Scope, row: Introduction): boolean {
  if (role === 'system') return true;
  if (role === 'member')
    return (
      row.senderOrganisationId === organisation ||
      (row.sentAt !== null && row.recipientOrganisationId === organisation)
    );
  const reached = row.clusters.some((one) => clusters.includes(one));
  return reached && (row.sentAt !== null || row.senderOrganisationId === null || row.queuedFor !== null);
}
