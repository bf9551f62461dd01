import pg from 'pg';

import { AuditTrail } from '../../src/accounts/index.js';
import type { Scope } from '../../src/platform/database/scope.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import type { Finding, Proof, ProofContext } from './proof.js';

const trail = new AuditTrail();
const cluster = '00000000-0000-4000-8000-00000000000a';

/** What somebody who holds the login of the service might try. */
const attempts = [
  `update audit_entry set action = 'nothing happened'`,
  `update audit_entry set at = now() - interval '1 year'`,
  'delete from audit_entry',
  'truncate audit_entry',
  'truncate audit_entry, audit_link',
  `update audit_link set hash = previous`,
  'delete from audit_link',
  'truncate audit_link',
  `insert into audit_link (seq, entry_id, previous, hash) values (0, gen_random_uuid(), '', '')`,
  'alter table audit_entry disable trigger audit_entry_linked',
  'alter table audit_entry disable row level security',
  'drop trigger audit_entry_linked on audit_entry',
  'drop policy concerned on audit_entry',
  `create or replace function audit_entry_text(entry audit_entry) returns text language sql as $$ select '' $$`,
  'select link_audit_entry(e) from audit_entry e',
  `set session_replication_role = replica`,
  'set role tessera_owner',
  'grant update on audit_entry to tessera_app',
  `insert into audit_entry (id, actor, role, action) select id, 'somebody else', role, action from audit_entry
     on conflict (id) do update set actor = 'somebody else'`,
];

const scopes: readonly Scope[] = [
  systemScope([cluster]),
  { role: 'operator', clusters: [cluster] },
  { role: 'officer', clusters: [cluster] },
  { role: 'manager', clusters: [cluster] },
  { role: 'member', clusters: [], organisation: cluster },
  { role: 'anonymous', clusters: [] },
];

/** What somebody with the database's own superuser might do; the chain must show it. */
const tamperings: readonly (readonly [string, readonly string[]])[] = [
  [
    'an action rewritten',
    [`update audit_entry set action = 'x' where id = (select entry_id from audit_link where seq = 7)`],
  ],
  [
    'a moment moved',
    [
      `update audit_entry set at = at + interval '1 second' where id = (select entry_id from audit_link where seq = 8)`,
    ],
  ],
  [
    'an entry taken out',
    [`delete from audit_entry where id = (select entry_id from audit_link where seq = 9)`],
  ],
  [
    'an entry taken out with its link',
    [
      `with l as (delete from audit_link where seq = 9 returning entry_id) delete from audit_entry where id in (select entry_id from l)`,
    ],
  ],
  [
    'an entry put in unseen',
    [
      'alter table audit_entry disable trigger audit_entry_linked',
      `insert into audit_entry (id, actor, role, action) values (gen_random_uuid(), 'x', 'x', 'x')`,
      'alter table audit_entry enable trigger audit_entry_linked',
    ],
  ],
  ['a link turned to another entry', ['update audit_link set entry_id = gen_random_uuid() where seq = 5']],
  [
    'a link made to fit its changed entry',
    [
      `update audit_entry set actor = 'x' where id = (select entry_id from audit_link where seq = 6)`,
      `update audit_link l set hash = sha256(l.previous || convert_to(audit_entry_text(e), 'UTF8'))
         from audit_entry e where e.id = l.entry_id and l.seq = 6`,
    ],
  ],
];

async function proveTrail({ progress }: ProofContext, entries: number): Promise<Finding> {
  await startTestServer();
  const database = await openTestDatabase();
  const owner = new pg.Client(database.owner);
  await owner.connect();
  try {
    await fill(database, entries);
    const accepted = await tryAll(database);
    await owner.query(`grant update on audit_entry to tessera_app;
      create policy hole on audit_entry for update to tessera_app using (true)`);
    const throughHole = await tryAll(database);
    await owner.query('drop policy hole on audit_entry; revoke update on audit_entry from tessera_app');
    await owner.query('truncate audit_entry, audit_link');
    await fill(database, entries);
    const sound = await database.unitOfWork.run(systemScope(), (unit) => trail.verify(unit));
    progress(`${sound.entries} entries by eight at a time, ${accepted.length} attempts accepted`);
    const unnoticed = await tamper(database, owner);
    const cutShort = await cutTail(database, owner);
    const missed = [...unnoticed, ...(cutShort ? [] : ['the trail cut short'])];
    return {
      n: attempts.length * scopes.length,
      result: {
        attempts: attempts.length * scopes.length,
        accepted: accepted.length,
        holesPlanted: 1,
        holesFound: Math.min(1, throughHole.length),
        entries: sound.entries,
        brokenLinks: sound.broken + sound.changed,
        tamperings: tamperings.length + 1,
        tamperingsUnnoticed: missed.length,
      },
      worst: accepted[0] ?? missed[0] ?? 'none',
      pass: accepted.length + sound.broken + sound.changed + missed.length === 0 && sound.entries === entries,
    };
  } finally {
    await owner.end();
    await database.close();
    await stopTestServer();
  }
}

/** Entries from many transactions at once: the chain has one order all the same. */
async function fill(database: TestDatabase, entries: number): Promise<void> {
  const lanes = Array.from({ length: 8 }, async (_, lane) => {
    for (let place = lane; place < entries; place += 8) {
      const scope = scopes[place % scopes.length] ?? systemScope();
      const by = scope.role === 'anonymous' ? systemScope() : scope;
      await database.unitOfWork.run(by, (unit) => trail.record(unit, 'proof.done', { place }));
    }
  });
  await Promise.all(lanes);
}

async function tryAll(database: TestDatabase): Promise<string[]> {
  const before = await fingerprint(database);
  const accepted: string[] = [];
  for (const scope of scopes) {
    for (const sql of attempts) {
      await database.unitOfWork.run(scope, ({ manager }) => manager.query(sql)).catch(() => undefined);
      if ((await fingerprint(database)) !== before) accepted.push(`${scope.role}: ${sql}`);
    }
  }
  return accepted;
}

/** Everything in the trail and around it, as the owner sees it. */
async function fingerprint(database: TestDatabase): Promise<string> {
  const [row] = await database.unitOfWork.run(systemScope(), ({ manager }) =>
    manager.query<{ found: string }[]>(
      `select md5(coalesce((select string_agg(audit_entry_text(e), '' order by id) from audit_entry e), '')
         || coalesce((select string_agg(l::text, '' order by seq) from audit_link l), '')
         || (select string_agg(tgname || tgenabled::text, '' order by tgname) from pg_trigger where tgrelid = 'audit_entry'::regclass)
         || (select string_agg(polname, '' order by polname) from pg_policy where polrelid = 'audit_entry'::regclass)
         || (select relrowsecurity::text from pg_class where oid = 'audit_entry'::regclass)
         || has_table_privilege('tessera_app', 'audit_entry', 'update')::text
         || pg_get_functiondef('audit_entry_text(audit_entry)'::regprocedure)) as found`,
    ),
  );
  return row?.found ?? '';
}

async function tamper(database: TestDatabase, owner: pg.Client): Promise<string[]> {
  const unnoticed: string[] = [];
  for (const [what, statements] of tamperings) {
    await owner.query(
      'create table kept_entry as table audit_entry; create table kept_link as table audit_link',
    );
    for (const sql of statements) await owner.query(sql);
    const { changed, broken } = await database.unitOfWork.run(systemScope(), (unit) => trail.verify(unit));
    if (changed + broken === 0) unnoticed.push(what);
    await owner.query(`alter table audit_entry disable trigger audit_entry_linked;
      truncate audit_entry, audit_link; insert into audit_entry select * from kept_entry;
      insert into audit_link select * from kept_link; drop table kept_entry, kept_link;
      alter table audit_entry enable trigger audit_entry_linked`);
  }
  return unnoticed;
}

/** The last entries taken out with their links leave a chain that is sound; a head noted elsewhere tells. */
async function cutTail(database: TestDatabase, owner: pg.Client): Promise<boolean> {
  const { head } = await database.unitOfWork.run(systemScope(), (unit) => trail.verify(unit));
  await owner.query(`with l as (delete from audit_link where seq > (select max(seq) - 3 from audit_link) returning entry_id)
    delete from audit_entry where id in (select entry_id from l)`);
  if (head === null) return false;
  return !(await database.unitOfWork.run(systemScope(), (unit) => trail.holds(unit, head)));
}

export const proof: Proof = {
  id: 'S-13',
  invariant: 'the audit trail cannot be edited',
  quick: (context) => proveTrail(context, 400),
  full: (context) => proveTrail(context, 20_000),
};
