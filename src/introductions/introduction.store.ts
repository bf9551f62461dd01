import { newToken, tokenHash } from '../platform/ids/secret-token.js';
import { newId } from '../platform/ids/uuid.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import type { Introduction, Message, Side, Slot, Words } from './introduction.js';
import { changedMeanwhile } from './introduction.errors.js';

/** Fields of a request → its columns, in the order in which they are written. */
const columns = {
  id: 'id',
  clusters: 'clusters',
  senderClusters: 'sender_clusters',
  recipientClusters: 'recipient_clusters',
  senderOrganisationId: 'sender_organisation_id',
  recipientOrganisationId: 'recipient_organisation_id',
  recipientName: 'recipient_name',
  channel: 'channel',
  purpose: 'purpose',
  aboutOrganisationId: 'about_organisation_id',
  masked: 'masked',
  showsSender: 'shows_sender',
  opportunityId: 'opportunity_id',
  seatId: 'seat_id',
  subject: 'subject',
  role: 'role',
  replacement: 'replacement',
  language: 'language',
  needKey: 'need_key',
  fingerprint: 'fingerprint',
  state: 'state',
  version: 'version',
  reserve: 'reserve',
  createdBy: 'created_by',
  createdAt: 'created_at',
  changedAt: 'changed_at',
  queuedFor: 'queued_for',
  releasedBy: 'released_by',
  sentAt: 'sent_at',
  readAt: 'read_at',
  answeredAt: 'answered_at',
  remindAt: 'remind_at',
  escalateAt: 'escalate_at',
  expireAt: 'expire_at',
  nudgeAt: 'nudge_at',
  calledBy: 'called_by',
  reason: 'reason',
} as const satisfies Record<keyof Introduction, string>;

const selected = Object.entries(columns)
  .map(([field, column]) => `${column} as "${field}"`)
  .join(', ');

/** What changes with a step. */
export type Patch = Partial<Omit<Introduction, 'id' | 'version' | 'createdAt' | 'changedAt'>>;

/** Who did what, for the history. */
export interface Deed {
  readonly deed: string;
  readonly actor: string;
  readonly at: Date;
}

export interface IntroductionChange {
  readonly at: Date;
  readonly actor: string;
  readonly deed: string;
  readonly stateFrom: string | null;
  readonly stateTo: string | null;
}

export interface ProposedSlots {
  readonly side: Side;
  readonly times: readonly Date[];
  readonly minutes: number;
}

export interface ChosenSlot {
  readonly slot: string;
  readonly side: Side;
  readonly at: Date;
}

/** How long a link in a mail works, in days. */
export const linkDays = 45;

/** Requests and what hangs on them. All but reading needs the service's own scope. */
export class IntroductionStore {
  async find(unit: Unit, id: string): Promise<Introduction | undefined> {
    const [row] = await unit.manager.query<Introduction[]>(
      `select ${selected} from introduction where id = $1`,
      [id],
    );
    return row;
  }

  /** The same, and nobody else changes it until this transaction ends. */
  async hold(unit: Unit, id: string): Promise<Introduction | undefined> {
    const [row] = await unit.manager.query<Introduction[]>(
      `select ${selected} from introduction where id = $1 for update`,
      [id],
    );
    return row;
  }

  /** Those the scope may see, the one changed last first. */
  async list(unit: Unit, { limit, offset }: { limit: number; offset: number }): Promise<Introduction[]> {
    return unit.manager.query<Introduction[]>(
      `select ${selected} from introduction order by changed_at desc, id limit $1 offset $2`,
      [limit, offset],
    );
  }

  async count(unit: Unit): Promise<number> {
    const [row] = await unit.manager.query<{ count: number }[]>(
      'select count(*)::int as count from introduction',
    );
    return row?.count ?? 0;
  }

  async add(unit: Unit, introduction: Introduction, words: Words): Promise<void> {
    const fields = Object.keys(columns) as (keyof Introduction)[];
    await unit.manager.query(
      `insert into introduction (${fields.map((field) => columns[field]).join(', ')}, due_at)
       values (${fields.map((_, at) => `$${at + 1}`).join(', ')}, $${fields.length + 1})`,
      [...fields.map((field) => introduction[field]), dueAt(introduction)],
    );
    await unit.manager.query(
      'insert into introduction_words (introduction_id, parts, shown_parts, allowed) values ($1, $2, $3, $4)',
      [introduction.id, ...wordValues(words)],
    );
  }

  /**
   * A step of a request, and its line in the history.
   *
   * @throws {AppError} `introductions.changed-meanwhile`
   */
  async step(
    unit: Unit,
    before: Introduction,
    patch: Patch,
    { deed, actor, at }: Deed,
  ): Promise<Introduction> {
    const after: Introduction = { ...before, ...patch, version: before.version + 1, changedAt: at };
    const fields = [...(Object.keys(patch) as (keyof Introduction)[]), 'version', 'changedAt'] as const;
    const [, count] = await unit.manager.query<[unknown[], number]>(
      `update introduction set ${fields.map((field, index) => `${columns[field]} = $${index + 4}`).join(', ')}, due_at = $3
       where id = $1 and version = $2`,
      [before.id, before.version, dueAt(after), ...fields.map((field) => after[field])],
    );
    if (count === 0) throw changedMeanwhile(before.id);
    await unit.manager.query(
      `insert into introduction_change (id, introduction_id, at, actor, deed, state_from, state_to)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), before.id, at, actor, deed, before.state, after.state],
    );
    return after;
  }

  async changes(unit: Unit, id: string): Promise<IntroductionChange[]> {
    return unit.manager.query<IntroductionChange[]>(
      `select at, actor, deed, state_from as "stateFrom", state_to as "stateTo" from introduction_change
       where introduction_id = $1 order by at, id limit 200`,
      [id],
    );
  }

  /** Empty where its sender is gone. */
  async words(unit: Unit, id: string): Promise<Words> {
    const [row] = await unit.manager.query<Words[]>(
      `select parts, shown_parts as "shownParts", allowed from introduction_words where introduction_id = $1`,
      [id],
    );
    return row ?? { parts: [], shownParts: null, allowed: [] };
  }

  async writeWords(unit: Unit, id: string, words: Words): Promise<void> {
    await unit.manager.query(
      // whoever wrote it first may be gone, and their words with them
      `insert into introduction_words (introduction_id, parts, shown_parts, allowed) values ($1, $2, $3, $4)
       on conflict (introduction_id) do update set parts = $2, shown_parts = $3, allowed = $4`,
      [id, ...wordValues(words)],
    );
  }

  async messages(unit: Unit, id: string): Promise<Message[]> {
    return unit.manager.query<Message[]>(
      `select id, at, side, author, text, shown_text as "shownText" from introduction_message
       where introduction_id = $1 order by at, id limit 500`,
      [id],
    );
  }

  async addMessage(unit: Unit, id: string, message: Omit<Message, 'id'>): Promise<void> {
    const { at, side, author, text, shownText } = message;
    await unit.manager.query(
      `insert into introduction_message (id, introduction_id, at, side, author, text, shown_text)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), id, at, side, author, text, shownText],
    );
  }

  async removeMessages(unit: Unit, id: string, side: Side): Promise<number> {
    const [, count] = await unit.manager.query<[unknown[], number]>(
      'delete from introduction_message where introduction_id = $1 and side = $2',
      [id, side],
    );
    return count;
  }

  async slots(unit: Unit, id: string): Promise<Slot[]> {
    return unit.manager.query<Slot[]>(
      `select id, side, starts_at as "startsAt", minutes, chosen_at as "chosenAt" from introduction_slot
       where introduction_id = $1 order by starts_at`,
      [id],
    );
  }

  /** In the place of those that the same side proposed before. */
  async proposeSlots(unit: Unit, id: string, { side, times, minutes }: ProposedSlots): Promise<void> {
    await unit.manager.query(
      'delete from introduction_slot where introduction_id = $1 and chosen_at is null',
      [id],
    );
    for (const startsAt of times)
      await unit.manager.query(
        `insert into introduction_slot (id, introduction_id, side, starts_at, minutes)
         values ($1, $2, $3, $4, $5) on conflict (introduction_id, starts_at) do nothing`,
        [newId(), id, side, startsAt, minutes],
      );
  }

  /** @returns false where it is not the other side's, or one was chosen */
  async chooseSlot(unit: Unit, id: string, { slot, side, at }: ChosenSlot): Promise<boolean> {
    const [, count] = await unit.manager.query<[unknown[], number]>(
      `update introduction_slot set chosen_at = $4 where introduction_id = $1 and id = $2 and side <> $3
         and not exists (select from introduction_slot c where c.introduction_id = $1 and c.chosen_at is not null)`,
      [id, slot, side, at],
    );
    return count === 1;
  }

  /** @returns the token of the link; it is kept nowhere */
  async newLink(unit: Unit, id: string): Promise<string> {
    const token = newToken();
    await unit.manager.query(
      `insert into introduction_link (id, introduction_id, token_hash, ends_at)
       values ($1, $2, $3, now() + interval '${linkDays} days')`,
      [newId(), id, tokenHash(token)],
    );
    return token;
  }

  /** @returns id of the request that a link is about */
  async byLink(unit: Unit, token: string): Promise<string | undefined> {
    const [row] = await unit.manager.query<{ id: string }[]>(
      'select introduction_id as id from introduction_link where token_hash = $1 and ends_at > now()',
      [tokenHash(token)],
    );
    return row?.id;
  }

  async addGuest(unit: Unit, id: string, guest: { name: string; email: string }): Promise<void> {
    await unit.manager.query(
      'insert into introduction_guest (introduction_id, name, email) values ($1, $2, $3)',
      [id, guest.name, guest.email],
    );
  }

  async guest(unit: Unit, id: string): Promise<{ name: string; email: string } | undefined> {
    const [row] = await unit.manager.query<{ name: string; email: string }[]>(
      'select name, email from introduction_guest where introduction_id = $1',
      [id],
    );
    return row;
  }

  /** What is due by the clock, the longest due first. */
  async due(unit: Unit, now: Date, limit: number): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      'select id from introduction where due_at <= $1 order by due_at, id limit $2',
      [now, limit],
    );
    return rows.map(({ id }) => id);
  }
}

/** The next moment at which the clock has something to do. */
function dueAt({ queuedFor, remindAt, escalateAt, expireAt, nudgeAt }: Introduction): Date | null {
  const moments = [queuedFor, remindAt, escalateAt, expireAt, nudgeAt].filter((at) => at !== null);
  return moments.length === 0 ? null : new Date(Math.min(...moments.map((at) => at.getTime())));
}

const wordValues = ({ parts, shownParts, allowed }: Words): unknown[] => [
  JSON.stringify(parts),
  shownParts === null ? null : JSON.stringify(shownParts),
  allowed,
];
