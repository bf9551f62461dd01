import { CreateUser, UserStore, type Grant, type Role } from '../../../src/accounts/index.js';
import { keyScopes, type KeyScope } from '../../../src/accounts/keys/api-key.js';
import { ApiKeyStore } from '../../../src/accounts/keys/api-key.store.js';
import { SessionStore, staffLife } from '../../../src/accounts/sessions/session.store.js';
import type { AccessMatrix } from '../../../src/accounts/index.js';
import { systemScope } from '../../../src/platform/database/scope.js';
import { newId, stableId } from '../../../src/platform/ids/uuid.js';
import { openHttpService, type HttpService, type HttpServiceOptions } from '../../support/http-service.js';
import { tellCluster } from '../../support/told-to-cluster.js';
import { askedFor } from './asked-for.js';

/** What one cluster has that another must not see; its texts carry the canary. */
export interface Tenant {
  readonly cluster: string;
  readonly slug: string;
  readonly canary: string;
  readonly organisation: string;
  readonly importRun: string;
  /** a session of somebody of this cluster */
  readonly session: string;
  /** a key for its programs */
  readonly apiKey: string;
  /** a passkey of the same person */
  readonly passkey: string;
  /** who the same person is elsewhere */
  readonly identity: string;
  /** a board of a consortium, with a need and a seat on it */
  readonly board: string;
  readonly need: string;
  readonly seat: string;
  /** of that seat to the organisation, and a link to it for a guest */
  readonly offer: string;
  readonly guestLink: string;
  /** of somebody who asked for its profile, and waits for an officer */
  readonly invitation: string;
  /** a note about the organisation */
  readonly note: string;
  /** an idea that somebody of the cluster keeps for its officers */
  readonly idea: string;
  /** a line of an interview with it */
  readonly interviewLine: string;
  readonly mailHold: string;
  /** a request that the cluster's officers have sent */
  readonly introduction: string;
  /** the part of one of its staff */
  readonly staffRole: string;
  /** with a third cluster, proposed */
  readonly agreement: string;
  /** somebody of the organisation who wants digests, and one that they got */
  readonly reader: string;
  readonly digest: string;
}

/** Somebody to send requests as: a role, and an account with it in the first cluster. */
export interface Actor {
  readonly role: Role;
  readonly user: string | null;
  /** a program's, in the place of an account */
  readonly key?: string;
}

export interface World {
  readonly service: HttpService;
  readonly own: Tenant;
  readonly other: Tenant;
  readonly actors: readonly Actor[];
  /** A new session of that account: the cookie's value, and the session's id. */
  signIn(user: string): Promise<{ id: string; token: string }>;
  close(): Promise<void>;
}

/**
 * Two clusters that know nothing of each other, each with a member, an import, a column map and people, and an account
 * for every role in the first one.
 *
 * @param matrix what the service is told about access: the real one, or one with holes planted in it
 * @param arrange before it listens: a place to plant faults
 */
export async function openWorld(
  matrix?: AccessMatrix,
  arrange?: HttpServiceOptions['arrange'],
): Promise<World> {
  const service = await openHttpService({
    demo: true,
    ...(matrix ? { matrix } : {}),
    ...(arrange ? { arrange } : {}),
  });
  const own = await settle(service, 'afil', 'CANARYOWNX');
  const other = await settle(service, 'catal', 'CANARYOTHERY');
  const actors: Actor[] = [{ role: 'anonymous', user: null }];
  for (const role of accountRoles) {
    const grants = role === 'signed-in' ? [] : [grantOf(role, own)];
    actors.push({ role, user: await account(service, grants) });
  }
  for (const scope of keyScopes)
    actors.push({
      role: `program-${scope}`,
      user: null,
      key: (await makeKey(service, own.cluster, scope)).key,
    });
  return {
    service,
    own,
    other,
    actors,
    signIn: (user) => open(service, user),
    close: () => service.close(),
  };
}

const accountRoles: readonly Role[] = [
  'signed-in',
  'member',
  'editor',
  'committer',
  'officer',
  'manager',
  'regional-reader',
  'association-reader',
  'operator',
];

function makeKey(
  { database }: HttpService,
  cluster: string,
  scope: KeyScope,
): Promise<{ id: string; key: string }> {
  const wanted = { cluster, name: `${cluster} ${scope}`, scopes: [scope], days: 1, by: newId() };
  return database.unitOfWork.run(systemScope([cluster]), (unit) => new ApiKeyStore().make(unit, wanted));
}

function grantOf(role: Role, { cluster, organisation }: Tenant): Grant {
  if (role === 'officer' || role === 'manager') return { role, cluster, organisation: null };
  if (role === 'operator' || role === 'regional-reader') return { role, cluster: null, organisation: null };
  return { role, cluster: null, organisation };
}

async function account(service: HttpService, grants: readonly Grant[]): Promise<string> {
  const input = { name: 'Ada Bianchi', language: 'it', password: null, grants, demo: false } as const;
  const email = `${newId()}@prova.example`;
  const { id } = await service.app.get(CreateUser).create('proof', { ...input, email });
  return id;
}

function open({ app, database }: HttpService, user: string): Promise<{ id: string; token: string }> {
  return database.unitOfWork.run(systemScope(), async (unit) => {
    const found = await app.get(UserStore).byId(unit, user);
    if (!found) throw new Error(`no account ${user}`);
    const session = {
      user: found.id,
      factors: 2,
      via: 'password',
      device: 'proof',
      life: staffLife,
    } as const;
    return new SessionStore().open(unit, session);
  });
}

async function settle(service: HttpService, slug: string, canary: string): Promise<Tenant> {
  const { app, database } = service;
  const told = {
    cluster: slug,
    name: `${canary} Srl`,
    text: `${canary} makes battery modules.`,
    invented: false,
  };
  const organisation = await tellCluster(app, told);
  // one firm in both clusters, about which each was told something of its own
  await tellCluster(app, { ...told, name: sharedName, text: `${canary} says of it: robots.` });
  const [found] = await database.unitOfWork.run(systemScope(), ({ manager }) =>
    manager.query<{ id: string }[]>('select id from cluster where slug = $1', [slug]),
  );
  const cluster = found?.id ?? '';
  const importRun = stableId('proof-import', slug);
  await database.unitOfWork.run(systemScope([cluster]), async ({ manager }) => {
    await manager.query(
      `insert into import_run (id, cluster_id, source, file_name, state) values ($1, $2, 'members', $3, 'previewed')`,
      [importRun, cluster, `${canary}.csv`],
    );
    await manager.query(
      `insert into import_row (id, run_id, cluster_id, line, verdict, problems)
       values ($1, $2, $3, 1, 'refused', $4)`,
      [
        newId(),
        importRun,
        cluster,
        JSON.stringify([{ column: 'name', value: canary, problem: 'empty', message: canary }]),
      ],
    );
    await manager.query(`insert into column_map (id, cluster_id, source, map) values ($1, $2, 'fair', $3)`, [
      newId(),
      cluster,
      JSON.stringify({ columns: { legalName: [canary] }, leaveOut: [], fixed: {} }),
    ]);
  });
  // newer than what the other was told, so that it would be shown first if it could be seen
  await database.unitOfWork.run(systemScope([cluster]), ({ manager }) =>
    manager.query(
      `update organisation_record set city = $1, observed_on = $2 where organisation_id = $3 and cluster_id = $4`,
      [canary, slug === 'catal' ? '2026-11-20' : '2026-11-10', stableId('told', sharedName), cluster],
    ),
  );
  const officer = await account(service, [{ role: 'officer', cluster, organisation: null }]);
  const passkey = stableId('proof-passkey', slug);
  await database.unitOfWork.run(systemScope(), ({ manager }) =>
    manager.query(
      `insert into passkey (id, user_id, credential_id, public_key, counter, name, synced)
       values ($1, $2, $3, $3, 0, $4, false)`,
      [passkey, officer, Buffer.from(slug), canary],
    ),
  );
  const identity = stableId('proof-identity', slug);
  await database.unitOfWork.run(systemScope(), ({ manager }) =>
    manager.query(
      `insert into linked_identity (id, user_id, provider, issuer, subject) values ($1, $2, $3, $3, $3)`,
      [identity, officer, canary],
    ),
  );
  const session = (await open(service, officer)).id;
  const { id: apiKey } = await makeKey(service, cluster, 'read');
  const [part] = await database.unitOfWork.run(systemScope(), ({ manager }) =>
    manager.query<{ id: string }[]>('select id from role_grant where user_id = $1', [officer]),
  );
  const staffRole = part?.id ?? '';
  const agreement = await agreeWithAThird(service, cluster);
  const invitation = await askedFor(service, { cluster, canary, organisation });
  const idea = newId();
  await database.unitOfWork.run(systemScope([cluster]), ({ manager }) =>
    manager.query(
      `insert into kept_idea (id, user_id, cluster_id, title, text, audience, kept_at, changed_at)
       values ($1, $2, $3, $4, $4, 'clusters', now(), now())`,
      [idea, officer, cluster, `${canary} dreams of battery modules made by robots`],
    ),
  );
  const ofOfficers = await layOut(service, { cluster, canary, organisation });
  const { reader, digest } = await tellReader(service, { cluster, canary, organisation });
  return {
    cluster,
    slug,
    canary,
    organisation,
    importRun,
    session,
    passkey,
    identity,
    apiKey,
    agreement,
    invitation,
    reader,
    digest,
    staffRole,
    idea,
    ...ofOfficers,
  };
}

/** Each is asked by a third to be its sister, so that both have agreements and neither has one with the other. */
async function agreeWithAThird({ database }: HttpService, cluster: string): Promise<string> {
  const id = newId();
  await database.unitOfWork.run(systemScope([cluster]), ({ manager }) =>
    manager.query(
      `insert into federation_agreement (id, cluster_id, other_id, kind, from_on, proposed_by)
       select $1, $2, c.id, 'sisters', '2026-01-01', c.id from cluster c where c.slug = 'clm'`,
      [id, cluster],
    ),
  );
  return id;
}

/** Somebody of the member who wants digests, and one that they got, with the canary in it. */
async function tellReader(
  service: HttpService,
  { cluster, canary, organisation }: Pick<Tenant, 'cluster' | 'canary' | 'organisation'>,
): Promise<Pick<Tenant, 'reader' | 'digest'>> {
  const reader = await account(service, [{ role: 'editor', cluster: null, organisation }]);
  const digest = newId();
  const item = {
    opportunity: newId(),
    identifier: 'MADE',
    title: canary,
    url: null,
    form: 'open',
    what: canary,
  };
  const items = [{ ...item, callQuote: canary, recordQuote: canary, facts: [], changed: false }];
  await service.database.unitOfWork.run(systemScope([cluster]), async ({ manager }) => {
    await manager.query(
      `insert into consent (id, user_id, purpose, text_version, channel) values ($1, $2, 'digest-weekly', 'proof', 'page')`,
      [newId(), reader],
    );
    await manager.query(
      `insert into digest (id, user_id, organisation_id, clusters, week, language, state, items, due_at, chosen_at)
       values ($1, $2, $3, $4, '2026-W40', 'it', 'chosen', $5, now(), now())`,
      [digest, reader, organisation, [cluster], JSON.stringify(items)],
    );
  });
  return { reader, digest };
}

/** What officers keep: a board, a note and a hold on mails, each with the canary in its words. */
async function layOut(
  { database }: HttpService,
  { cluster, canary, organisation }: Pick<Tenant, 'cluster' | 'canary' | 'organisation'>,
): Promise<
  Pick<
    Tenant,
    'board' | 'need' | 'seat' | 'offer' | 'guestLink' | 'note' | 'interviewLine' | 'mailHold' | 'introduction'
  >
> {
  const made = {
    board: newId(),
    need: newId(),
    seat: newId(),
    offer: newId(),
    guestLink: newId(),
    note: newId(),
    interviewLine: newId(),
    mailHold: newId(),
    introduction: newId(),
  };
  const { board, need, seat, offer, guestLink, note, interviewLine, mailHold, introduction } = made;
  await database.unitOfWork.run({ role: 'officer', clusters: [cluster] }, async ({ manager }) => {
    await manager.query(
      `insert into consortium (id, cluster_id, title, idea, state, version, created_by, created_at, changed_at)
       values ($1, $2, $3, $3, 'sketch', 1, 'proof', now(), now())`,
      [board, cluster, `${canary} wants battery modules made by robots`],
    );
    await manager.query(
      `insert into consortium_need (id, consortium_id, cluster_id, role, text, countries, cites, state, position, version)
       values ($1, $2, $3, 'technology-developer', $4, '{}', '[]', 'approved', 1, 1)`,
      [need, board, cluster, `${canary} needs robots`],
    );
    await manager.query(
      `insert into consortium_seat
         (id, consortium_id, cluster_id, participation, organisation_id, need_ids, state, note, position, version)
       values ($1, $2, $3, 'beneficiary', $4, $5, 'to-ask', $6, 1, 1)`,
      [seat, board, cluster, organisation, [need], `${canary} may lead`],
    );
    await manager.query(
      `insert into seat_offer
         (id, seat_id, consortium_id, cluster_id, organisation_id, state, offered_by, offered_at, words)
       values ($1, $2, $3, $4, $5, 'offered', 'proof', now(), $6)`,
      [offer, seat, board, cluster, organisation, `${canary} would lead the robots`],
    );
    await manager.query(
      `insert into seat_party (seat_id, consortium_id, cluster_id, contact_name, filled_by, filled_at)
       values ($1, $2, $3, $4, 'officer', now())`,
      [seat, board, cluster, `${canary} Rossi`],
    );
    await manager.query(
      `insert into guest_link (id, seat_id, consortium_id, cluster_id, token_hash, created_by, created_at, ends_at, words)
       values ($1, $2, $3, $4, $5, 'proof', now(), now() + interval '1 day', $6)`,
      [guestLink, seat, board, cluster, Buffer.from(canary), `${canary} asks`],
    );
    await manager.query(
      `insert into need_share (need_id, to_cluster_id, consortium_id, cluster_id, state, organisation_ids, shared_at)
       values ($1, $3, $2, $3, 'told', '{}', now())`,
      [need, board, cluster],
    );
    await manager.query(
      `insert into member_note (id, cluster_id, organisation_id, text, author) values ($1, $2, $3, $4, 'proof')`,
      [note, cluster, organisation, `${canary} asked for a meeting`],
    );
    await manager.query(
      `insert into mail_hold (id, cluster_id, organisation_id, reason) values ($1, $2, $3, $4)`,
      [mailHold, cluster, organisation, `${canary} asked for peace`],
    );
  });
  await database.unitOfWork.run(systemScope([cluster]), async ({ manager }) => {
    await manager.query(
      `insert into evidence (id, organisation_id, cluster_id, kind, source, text, date, state)
       values ($1, $2, $3, 'competence', 'interview', $4, current_date, 'unconfirmed')`,
      [interviewLine, organisation, cluster, `${canary} builds robots`],
    );
    await manager.query(
      `insert into interview (id, cluster_id, organisation_id, lines, started_at) values ($1, $2, $3, $4, now())`,
      [newId(), cluster, organisation, [interviewLine]],
    );
  });
  await database.unitOfWork.run(systemScope([cluster]), ({ manager }) =>
    manager.query(
      `insert into introduction (id, clusters, sender_clusters, recipient_clusters, channel, purpose, masked, subject,
         role, language, need_key, state, version, created_at, changed_at, sent_at)
       values ($1, $2, $2, '{}', 'outside', 'partner', false, $3, 'partner', 'en', $3, 'sent', 1, now(), now(), now())`,
      [introduction, [cluster], `${canary} asks for robots`],
    ),
  );
  return made;
}

/** The firm that both clusters know. */
export const sharedName = 'Shared Robotics Srl';
