import type { Role } from '../../../src/accounts/index.js';
import { AnswerRequest } from '../../../src/introductions/answer-request.js';
import { Desk } from '../../../src/introductions/desk.js';
import { DraftRequest } from '../../../src/introductions/draft-request.js';
import { IntroductionLinksController } from '../../../src/introductions/http/introduction-links.controller.js';
import { IntroductionWriter } from '../../../src/introductions/mails/introduction-writer.js';
import { RunClocks } from '../../../src/introductions/run-clocks.js';
import { SeatRequests } from '../../../src/introductions/seat-requests.js';
import { ShowIntroduction } from '../../../src/introductions/show-introduction.js';
import { Talk } from '../../../src/introductions/talk.js';
import { TellParties } from '../../../src/introductions/tell-parties.js';
import { WriteRequest } from '../../../src/introductions/write-request.js';
import { OpportunityReadModel } from '../../../src/opportunities/index.js';
import type { Scope } from '../../../src/platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../../src/platform/database/unit-of-work.js';
import { newId } from '../../../src/platform/ids/uuid.js';
import { Letters } from '../../../src/platform/mail/index.js';
import type { Received } from '../../support/mail-server.js';
import { MovedClock, type Firm, type Staff } from '../../support/two-clusters.js';
import type { ConsentWorld } from './consent-world.js';
import {
  FreeThrottle,
  isApart,
  MemoryAudit,
  MemoryClusters,
  MemoryMasks,
  MemoryOrganisations,
  MemoryParties,
} from './memory-parts.js';
import { erase, MemoryStore, Tables, type PutMail } from './memory-tables.js';

/** Stands for what is never asked of here. */
const nothing = null as never;

/**
 * The use cases of requests, their masks, mails and links, all as the service has them, on tables in memory: so that a
 * hundred thousand sequences end in minutes. What is played here by tables, policies and people is played by the
 * database in the sequences of the whole service.
 */
export class MemoryWorld implements ConsentWorld {
  readonly service = null;
  readonly clock: MovedClock;
  readonly mails: { readonly inbox: Received[] } = { inbox: [] };
  readonly firms: [Firm, Firm, Firm];
  readonly officers: readonly [Staff, Staff];
  readonly app: ConsentWorld['app'];
  readonly held = { tables: new Tables() };
  readonly known = new Map<string, Firm>();
  readonly left = new Set<string>();
  readonly apart: (readonly [string, string])[] = [];
  readonly unshared = new Set<string>();
  /** ids of people who have no account any more */
  readonly erased = new Set<string>();
  readonly letters = new Letters();
  readonly wires: Desk;

  constructor(now: Date) {
    this.clock = new MovedClock(now);
    this.officers = [officerOf('uno'), officerOf('due')];
    const [one, two] = this.officers;
    this.firms = [
      this.#firm(one.cluster, 'zaffiroquarzo'),
      this.#firm(one.cluster, 'brumacorallo'),
      this.#firm(two.cluster, 'lapislunare'),
    ];
    this.wires = new MemoryDesk(this);
    const parts = this.#wired();
    this.app = {
      get: <T>(part: abstract new (...given: never[]) => T): T => {
        const found = parts.find((one) => one instanceof part);
        if (found === undefined) throw new Error(`${part.name} is not played in memory`);
        return found as T;
      },
    };
  }

  #wired(): readonly object[] {
    const desk = this.wires;
    const opportunities = new OpportunityReadModel();
    const organisations = new MemoryOrganisations(this);
    const audit = new MemoryAudit(this);
    const tell = new TellParties(desk);
    const write = new WriteRequest(desk, tell, opportunities, new FreeThrottle(nothing), audit);
    const show = new ShowIntroduction(desk, organisations, new MemoryClusters(this), opportunities, write);
    const answers = new AnswerRequest(desk, tell, audit);
    const drafts = new DraftRequest(
      desk,
      opportunities,
      organisations,
      new MemoryMasks(this),
      { next: async () => null } as never,
      {
        cues: { setAside: nothing, roles: [], priors: new Map(), barred: new Map() },
      },
      { mustBeWelcome: async () => undefined } as never,
    );
    const clocks = new RunClocks(desk, write, tell);
    const talk = new Talk(desk, answers, show, tell, audit);
    const writer = new IntroductionWriter(this.letters, desk, show);
    const links = new IntroductionLinksController(answers, show);
    return [write, show, answers, drafts, clocks, talk, writer, links, audit];
  }

  async firm(cluster: string, canary: string): Promise<Firm> {
    return this.#firm(cluster, canary);
  }

  async desk(cluster: string, canary: string): Promise<Firm> {
    const { asker } = officerOf(canary);
    const id = asker.scope.user ?? '';
    const scope: Scope = { ...asker.scope, clusters: [cluster] };
    return this.#known({ id, cluster, mask: id, canary, asker: { ...asker, scope } });
  }

  #firm(cluster: string, canary: string): Firm {
    const [id, mask, user] = [newId(), newId(), newId()];
    const scope: Scope = { role: 'member', clusters: [], organisation: id, user };
    const roles: Role[] = ['signed-in', 'member', 'editor', 'committer'];
    return this.#known({ id, cluster, mask, canary, asker: { scope, roles } });
  }

  #known(found: Omit<Firm, 'email'>): Firm {
    const firm = { ...found, email: `${found.canary}@${found.canary}.example` };
    this.known.set(firm.id, firm);
    return firm;
  }

  clustersOf(organisation: string): string[] {
    const firm = this.known.get(organisation);
    return firm === undefined || this.left.has(organisation) ? [] : [firm.cluster];
  }

  person(user: string) {
    if (this.erased.has(user)) return null;
    const firm = [...this.known.values()].find(({ asker }) => asker.scope.user === user);
    const staff = this.officers.find(({ asker }) => asker.scope.user === user);
    const name = firm ? `Ada ${firm.canary}` : 'Officer';
    const email = firm?.email ?? staff?.email ?? null;
    return email === null ? null : { id: user, name, email, language: 'en' as const };
  }

  async sendMails(): Promise<void> {
    const due = this.held.tables.mails.splice(0);
    for (const mail of due) await this.#send(mail);
  }

  async #send({ id, name, recipient, content, language }: PutMail): Promise<void> {
    const user = this.person(recipient.replace('user:', ''));
    const to = this.held.tables.addresses.get(id) ?? (user && { name: user.name, address: user.email });
    if (!to) return;
    const writer = this.letters.writer(name);
    const letter = await this.wires.everywhere(undefined, async (unit) =>
      writer?.compose(unit, {
        id,
        content,
        language: language ?? 'en',
        to,
        clusters: [],
        organisation: null,
        base: 'https://tessera.example',
      }),
    );
    if (letter && !('stop' in letter))
      this.mails.inbox.push({ from: '', to: [to.address], text: JSON.stringify(letter), id });
  }

  async reveals(request: string): Promise<string[]> {
    return this.held.tables.reveals
      .filter(({ of }) => of === request)
      .map(({ side }) => side)
      .sort();
  }

  async leaves({ id }: Firm): Promise<void> {
    this.left.add(id);
  }

  async blocks({ id }: Firm, other: Firm): Promise<void> {
    this.apart.push([id, other.id]);
  }

  async unshares({ mask }: Firm): Promise<void> {
    this.unshared.add(mask);
  }

  async erases({ asker, email }: Firm): Promise<void> {
    const { user } = asker.scope;
    if (user !== undefined) this.erased.add(user);
    erase(this.held.tables, { user, email });
  }

  async signsInAgain(): Promise<void> {
    // nobody signs in here
  }

  async over(): Promise<void> {
    // each sequence has a world of its own
  }
}

function officerOf(slug: string): Staff {
  const [cluster, user] = [newId(), newId()];
  const roles: Role[] = ['signed-in', 'officer'];
  const scope: Scope = { role: 'officer', clusters: [cluster], user };
  return { cluster, email: `officer@${slug}.example`, asker: { scope, roles } };
}

class MemoryUnits extends UnitOfWork {
  constructor(private readonly world: MemoryWorld) {
    super(nothing);
  }

  override async run<T>(scope: Scope, work: (unit: Unit) => Promise<T>): Promise<T> {
    const { held } = this.world;
    const before = held.tables.copy();
    try {
      return await work({
        scope,
        manager: { query: async (sql: string, values: unknown[] = []) => this.#query(sql, values) } as never,
      });
    } catch (error) {
      held.tables = before;
      throw error;
    }
  }

  /** The few statements that are no store's: limits that nobody reaches here, mails that are put, people who left. */
  #query(sql: string, values: unknown[]): unknown[] {
    if (sql.includes('mail_delivery (id')) return this.#put(values);
    if (sql.includes('into mail_address')) return this.#address(values);
    if (sql.includes('update introduction i set recipient_clusters')) return this.#afterLeaving();
    if (sql.includes('select id from introduction i where')) return this.#gone();
    if (sql.includes('from evidence where')) return this.#evidence(values);
    for (const [part, answer] of quiet) if (sql.includes(part)) return answer;
    throw new Error(`not played in memory: ${sql.slice(0, 200)}`);
  }

  #put([rows, name]: unknown[]): unknown[] {
    const { tables } = this.world.held;
    for (const row of JSON.parse(String(rows)) as (Omit<PutMail, 'name' | 'key'> & { cause: string })[]) {
      const key = `${String(name)} ${row.recipient} ${row.cause}`;
      if (!this.#seen.has(key)) {
        this.#seen.add(key);
        tables.mails.push({ ...row, name: String(name), key });
      }
    }
    return [{ count: 1 }];
  }
  readonly #seen = new Set<string>();

  /** What an organisation says of itself tells who it is, in words of its own. */
  #evidence([organisation]: unknown[]): unknown[] {
    const { canary } = this.world.known.get(String(organisation)) ?? { canary: '' };
    const text = `${canary} opens battery cells on three lines, see www.${canary}.it`;
    return [{ id: newId(), text, confirmed: true, trlFrom: null, trlTo: null }];
  }

  #address([rows]: unknown[]): unknown[] {
    for (const { id, name, address } of JSON.parse(String(rows)) as {
      id: string;
      name: string;
      address: string;
    }[])
      this.world.held.tables.addresses.set(id, { name, address });
    return [];
  }

  #afterLeaving(): unknown[] {
    const { introductions } = this.world.held.tables;
    for (const one of introductions.values()) {
      if (!waits(one.state) || one.recipientOrganisationId === null) continue;
      const recipientClusters = this.world.clustersOf(one.recipientOrganisationId);
      const clusters = [...one.senderClusters, ...recipientClusters];
      introductions.set(one.id, { ...one, recipientClusters, clusters });
    }
    return [];
  }

  #gone(): unknown[] {
    const { world } = this;
    const isGone = (id: string | null): boolean => id !== null && world.clustersOf(id).length === 0;
    return [...world.held.tables.introductions.values()].filter(
      ({ state, senderOrganisationId: a, recipientOrganisationId: b }) =>
        waits(state) && (isGone(a) || isGone(b) || isApart(world, a, b)),
    );
  }
}

const waits = (state: string): boolean => ['sent', 'read', 'more-information', 'escalated'].includes(state);

const quiet: readonly (readonly [string, unknown[]])[] = [
  ['pg_advisory_xact_lock', []],
  ['coalesce(sent_at, queued_for) as at', []],
  ['count(answered_at)', [{ answered: 0, asked: 0 }]],
  ['count(*)::int as count from introduction', [{ count: 0 }]],
  ['as found', [{ found: false }]],
  ['join consortium_seat', []],
  ['outbox', []],
  ['pg_notify', []],
  [`set_config('app.clusters'`, []],
  ['from participation', []],
];

class MemoryDesk extends Desk {
  override readonly store: MemoryStore;
  override readonly parties: MemoryParties;

  constructor(world: MemoryWorld) {
    super(new MemoryUnits(world), new MemoryClusters(world), new SeatRequests(), world.clock);
    this.store = new MemoryStore(world.held);
    this.parties = new MemoryParties(world);
  }
}
