import {
  AnswerRequest,
  DraftRequest,
  RunClocks,
  ShowIntroduction,
  Talk,
  WriteRequest,
  type Asker,
  type NewRequest,
} from '../../src/introductions/index.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { readable } from './mail-server.js';
import type { Firm, TwoClusters } from './two-clusters.js';

/** What tests of requests do over and over, in two invented clusters. */
export class RequestDesk {
  readonly drafts: DraftRequest;
  readonly write: WriteRequest;
  readonly answers: AnswerRequest;
  readonly show: ShowIntroduction;
  readonly talk: Talk;
  readonly clocks: RunClocks;
  #count = 0;
  /** limits count what went before: each test has firms that nobody has asked yet */
  #fresh = 0;

  constructor(private readonly world: TwoClusters) {
    const { app } = world;
    this.drafts = app.get(DraftRequest);
    this.write = app.get(WriteRequest);
    this.answers = app.get(AnswerRequest);
    this.show = app.get(ShowIntroduction);
    this.talk = app.get(Talk);
    this.clocks = app.get(RunClocks);
  }

  request(over: Partial<NewRequest> = {}): NewRequest {
    return {
      whom: { organisation: null, mask: null, guest: null, outside: false },
      purpose: 'partner',
      opportunity: null,
      seat: null,
      subject: `Recovery of cells ${(this.#count += 1)}`,
      role: 'technical partner',
      about: null,
      language: 'en',
      cluster: null,
      ...over,
    };
  }

  /** @param across known by its mask alone */
  to(firm: Firm, across = false): Partial<NewRequest> {
    const { id, mask } = firm;
    const whom = across ? { organisation: null, mask } : { organisation: id, mask: null };
    return { whom: { ...whom, guest: null, outside: false } };
  }

  async sent(from: Asker, over: Partial<NewRequest>): Promise<string> {
    const id = await this.drafts.draft(from, this.request(over));
    await this.write.send(from, id);
    return id;
  }

  async state(asker: Asker, id: string): Promise<string> {
    return (await this.show.one(asker, id)).introduction.state;
  }

  /** An invented project that an organisation of the list shared with another. */
  async shareProject(acronym: string, listed: string, other: string): Promise<void> {
    await this.rows(
      `with o as (update organisation set listed = true where id = $1 returning id)
       insert into organisation_record (id, organisation_id, source, observed_on, legal_name, folded_name)
       select gen_random_uuid(), id, 'demo', '2026-01-01', 'Listed Srl', 'listed srl' from o`,
      [listed],
    );
    await this.rows(
      `with p as (insert into project (id, framework, grant_id, acronym, title, observed_on, invented)
         values (gen_random_uuid(), 'DEMO', $1, $1, 'Made together', '2026-01-01', true) returning id)
       insert into participation (project_id, organisation_id, role, position, ended)
       select p.id, one::uuid, 'participant', n, false from p, unnest($2::text[]) with ordinality as o (one, n)`,
      [acronym, [listed, other]],
    );
  }

  /** Rows in the service's own scope, of no cluster. */
  rows<T>(sql: string, values: unknown[] = [], clusters: readonly string[] = []): Promise<T[]> {
    return this.world.service.database.unitOfWork.run(systemScope(clusters), ({ manager }) =>
      manager.query<T[]>(sql, values),
    );
  }

  inboxOf(email: string): string[] {
    return this.world.mails.inbox.filter(({ to }) => to.includes(email)).map(({ text }) => readable(text));
  }

  newFirm(cluster: 0 | 1, signsIn = false): Promise<Firm> {
    const letters = [...String((this.#fresh += 1))].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    return this.world.firm(this.world.firms[cluster * 2]?.cluster ?? '', `nuovaditta${letters}x`, signsIn);
  }
}

export const accept = { answer: 'accepted', reason: null, note: null } as const;
export const decline = { answer: 'declined', reason: 'timing', note: null } as const;
export const ask = { answer: 'more-information', reason: null, note: 'Which cells?' } as const;
