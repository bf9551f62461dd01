import type { Firm, MovedClock, Staff, TwoClusters } from '../../support/two-clusters.js';
import type { Received } from '../../support/mail-server.js';
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
  sendMails(): Promise<void>;
  /** The sides of the entries that say who was revealed by a request, sorted: `recipient`, `sender`. */
  reveals(request: string): Promise<string[]>;
  /** Its clusters end its membership. */
  leaves(firm: Firm): Promise<void>;
  /** One does not want to meet the other any more. */
  blocks(firm: Firm, other: Firm): Promise<void>;
  /** Its clusters share no members any more: nobody finds it by its mask. */
  unshares(firm: Firm): Promise<void>;
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
  };
}
