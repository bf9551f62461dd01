import type { Firm, MovedClock, Staff, TwoClusters } from '../../support/two-clusters.js';
import type { Received } from '../../support/mail-server.js';
import { Removals } from '../../../src/accounts/people/removal/removals.js';
import { systemScope } from '../../../src/platform/database/scope.js';

/** What a sequence is played in: the whole service on a database, or its use cases on tables in memory. */
export interface ConsentWorld {
  readonly app: { get<T>(part: abstract new (...parts: never[]) => T): T };
  readonly clock: MovedClock;
  readonly mails: { readonly inbox: Received[] };
  readonly firms: readonly [Firm, Firm, Firm, ...Firm[]];
  readonly officers: readonly [Staff, Staff];
  /** null: nothing but the use cases, no HTTP */
  readonly service: TwoClusters['service'] | null;
  firm(cluster: string, canary: string): Promise<Firm>;
  /** Somebody of a cluster's staff, in the shape of a firm: the id is the person's own. */
  desk(cluster: string, canary: string): Promise<Firm>;
  sendMails(): Promise<void>;
  /** The sides of the entries that say who was revealed by a request, sorted: `recipient`, `sender`. */
  reveals(request: string): Promise<string[]>;
  /** Its clusters end its membership. */
  leaves(firm: Firm): Promise<void>;
  /** One does not want to meet the other any more. */
  blocks(firm: Firm, other: Firm): Promise<void>;
  /** Its clusters share no members any more: nobody finds it by its mask. */
  unshares(firm: Firm): Promise<void>;
  /** The person asks not to be here any more. */
  erases(firm: Firm): Promise<void>;
  /** Time went on: whoever is signed in signs in again; or this one. */
  signsInAgain(user?: string): Promise<void>;
  /** What a sequence left stands in nobody's lists any more, and its staff has no part in the next. */
  over(request: string, sender: Firm): Promise<void>;
}

/** The whole service: every deed on a real database, mails through a real server. */
export function wholeService(world: TwoClusters): ConsentWorld {
  const { service, officers } = world;
  const clusters = officers.map(({ cluster }) => cluster);
  const run = <T>(sql: string, values: unknown[], of: readonly string[] = clusters): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope(of), ({ manager }) => manager.query<T[]>(sql, values));
  return {
    app: world.app,
    clock: world.clock,
    mails: world.mails,
    firms: world.firms,
    officers,
    service,
    firm: (cluster, canary) => world.firm(cluster, canary, false),
    sendMails: () => world.sendMails(),
    reveals: async (request) =>
      (
        await run<{ side: string }>(
          `select subject ->> 'side' as side from audit_entry
           where action = 'contact.revealed' and subject ->> 'introduction' = $1 order by 1`,
          [request],
        )
      ).map(({ side }) => side),
    leaves: async ({ id, cluster }) =>
      void (await run(
        'update membership set until = current_date - 1 where organisation_id = $1',
        [id],
        [cluster],
      )),
    blocks: async ({ id }, other) =>
      void (await run(
        `insert into exclusion (organisation_id, other_id, kind) values ($1, $2, 'hide-from') on conflict do nothing`,
        [id, other.id],
      )),
    unshares: async (firm) => world.unmask(firm),
    desk: (cluster, canary) => world.desk(cluster, canary),
    erases: async ({ email, canary }) =>
      world.app.get(Removals).person({ email, name: `Ada ${canary}`, language: 'en' }),
    signsInAgain: async (user) =>
      void (await run('update user_session set proved_at = $1 where $2::uuid is null or user_id = $2', [
        world.clock.now(),
        user ?? null,
      ])),
    over: async (request, { asker }) => {
      await run('delete from introduction where id = $1', [request]);
      // one officer takes part in every sequence, and nobody may send as many requests in a day
      await run(`update throttle set hits = 0 where key like 'introductions.%'`, []);
      if (asker.scope.role === 'officer')
        await run('delete from role_grant where user_id = $1', [asker.scope.user]);
    },
  };
}
