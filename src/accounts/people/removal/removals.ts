import { Injectable } from '@nestjs/common';

import { systemScope } from '../../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../../platform/database/unit-of-work.js';
import { putMail } from '../../../platform/mail/index.js';
import { newId } from '../../../platform/ids/uuid.js';
import { invitationEnded, notYoursToRemove, removalNotFound } from '../../account.errors.js';
import { AuditTrail } from '../../audit-trail.store.js';
import { ClusterReadModel } from '../../cluster.read-model.js';
import type { User } from '../../users/user.js';
import { UserStore } from '../../users/user.store.js';
import { addressMark } from '../address-mark.read-model.js';
import { InvitationStore, type OpenInvitation } from '../invitation.store.js';
import { HeldRecords, type HeldTable } from './held-records.js';
import { OrganisationMarks } from './organisation-marks.read-model.js';
import { RemovedKeysReadModel } from './removed-keys.read-model.js';
import { RemovalLinkStore, type Leaving } from './removal-link.store.js';
import { removalMail } from './removal-mail.js';
import { RemovalStore, type Taken } from './removal.store.js';

const ofUser = 'user_id in (select id from user_account where email = $1)';

/** What is held about a person here, and comes back with an undo; sessions and keys that sign in do not. */
const ofPerson: readonly HeldTable[] = [
  { table: 'user_account', where: 'email = $1', order: 0 },
  { table: 'contact', where: 'email = $1', order: 1 },
  { table: 'invitation', where: 'contact_id in (select id from contact where email = $1)', order: 2 },
  { table: 'user_secret', where: ofUser, order: 3 },
  { table: 'role_grant', where: ofUser, order: 3 },
  { table: 'consent', where: ofUser, order: 3 },
];

/**
 * Takes people and organisations out, at once and without signing in, and lets them take that back for seven days: what
 * was taken out is sealed under a token that stands in their last mail alone.
 */
@Injectable()
export class Removals {
  readonly #marks = new OrganisationMarks();
  readonly #keys = new RemovedKeysReadModel();
  readonly #links = new RemovalLinkStore();
  readonly #store = new RemovalStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly invitations: InvitationStore,
    private readonly users: UserStore,
    private readonly held: HeldRecords,
    private readonly audit: AuditTrail,
  ) {
    held.ofOrganisation(
      { table: 'contact', where: 'organisation_id = $1', order: 5 },
      { table: 'invitation', where: 'organisation_id = $1', order: 6 },
      {
        table: 'role_grant',
        where: 'organisation_id = $1',
        order: 5,
        only: 'exists (select from user_account u where u.id = r.user_id)',
      },
    );
    held.ofMember({ table: 'contact', once: 'email' }, { table: 'invitation' });
  }

  /** Everything that is held about somebody; that they asked is written down for the clusters that know them. */
  async dataOf({ id, email }: User): Promise<Readonly<Record<string, readonly object[]>>> {
    return this.#everywhere(async (unit) => {
      const clusters = clustersIn(await this.#store.read(unit, ofPerson, email));
      await this.#note(unit, 'data.taken', { user: id }, clusters);
      return {
        ...(await this.invitations.dataOf(unit, id, email)),
        ...(await this.#store.show(unit, this.held.personal, email)),
      };
    }, id);
  }

  /** Whom the link of a mail removes: one that goes with every mail to people without an account, or a feature's own. */
  async byLink(token: string): Promise<Leaving | undefined> {
    return this.#everywhere(
      async (unit) => (await this.#links.find(unit, token)) ?? (await this.held.byLink(unit, token)),
    );
  }

  /**
   * Whoever is known here by an address, under the name they are known by; undefined where nothing is held.
   *
   * @param unit in the service's scope over every cluster
   */
  async known(unit: Unit, email: string, language: 'en' | 'it'): Promise<Leaving | undefined> {
    const held = await this.#store.read(unit, [...ofPerson, ...this.held.personal], email);
    if (held.every(({ rows }) => rows.length === 0)) return undefined;
    const named = held.flatMap(({ rows }) => rows as { name?: unknown }[]).find((row) => row.name);
    return { email, language, name: typeof named?.name === 'string' ? named.name : email };
  }

  async person({ email, name, language }: Leaving): Promise<void> {
    await this.#everywhere(async (unit) => {
      const mark = await addressMark(unit, email);
      const { taken, rows } = await this.#takePerson(unit, email);
      if (rows > 0) {
        const subject = idOf(taken, 'user_account') ?? idOf(taken, 'contact') ?? '';
        const kind = 'person';
        const { id, token } = await this.#store.add(unit, {
          kind,
          subject,
          taken,
          marks: [mark],
          tell: mark,
        });
        const content = { kind, name, organisation: null, token } as const;
        await putMail(unit, removalMail, { to: { name, address: email }, language, content, cause: id });
      }
      await this.#note(unit, 'person.erased', { rows }, clustersIn(taken));
    });
  }

  /** Somebody who is erased already, and whom a restored backup brought back: for good, and without a mail. */
  async personAgain(email: string): Promise<void> {
    await this.#everywhere(async (unit) => {
      const { taken, rows } = await this.#takePerson(unit, email);
      await this.#note(unit, 'person.erased', { rows, again: 1 }, clustersIn(taken));
    });
  }

  /** The same for an organisation. */
  async organisationAgain(organisation: string): Promise<void> {
    await this.#everywhere(async (unit) => {
      const taken = await this.#store.take(unit, this.held.tables, organisation);
      await this.#store.announce(unit, newId(), organisation);
      await this.#note(unit, 'organisation.removed', { rows: rowsIn(taken), organisation, again: 1 }, []);
    });
  }

  async #takePerson(unit: Unit, email: string): Promise<{ readonly taken: Taken; readonly rows: number }> {
    const known = await this.#store.read(unit, ofPerson, email);
    const user = idOf(known, 'user_account');
    if (user !== null) await this.held.forget(unit, user);
    // while the account stands: what somebody wrote is found by it
    const taken = [...known, ...(await this.#store.take(unit, this.held.personal, email))];
    await this.invitations.erase(unit, email);
    return { taken, rows: rowsIn(taken) };
  }

  /**
   * @throws {AppError} `accounts.not-yours-to-remove`: somebody who may not commit the organisation, or does no more;
   *   `accounts.invitation-ended`: an old mail in a box that others may read by now
   */
  async organisation(by: OpenInvitation): Promise<void> {
    if (by.role !== 'committer') throw notYoursToRemove();
    if (by.ended) throw invitationEnded();
    if (by.confirmed && !(await this.#commits(by))) throw notYoursToRemove();
    const { organisation, cluster, email, name, language } = by;
    await this.#everywhere(async (unit) => {
      const found = await this.#keys.of(unit, organisation);
      if (!found) return;
      const marks = await this.#marks.of(unit, found.keys);
      const taken = await this.#store.take(unit, this.held.tables, organisation);
      await this.#store.mark(unit, marks);
      const tell = await addressMark(unit, email);
      const removal = { kind: 'organisation', subject: organisation, taken, marks, tell } as const;
      const { id, token } = await this.#store.add(unit, removal);
      const content = { kind: 'organisation', name, organisation: found.name, token } as const;
      await putMail(unit, removalMail, { to: { name, address: email }, language, content, cause: id });
      await this.#store.announce(unit, id, organisation);
      const subject = { rows: rowsIn(taken), organisation };
      await this.audit.record(unit, 'organisation.removed', subject, { cluster });
    });
  }

  /** Whether whoever confirmed that invitation still speaks for the organisation. */
  async #commits({ email, organisation }: OpenInvitation): Promise<boolean> {
    return this.unitOfWork.run(systemScope(), async (unit) => {
      const user = await this.users.byEmail(unit, email);
      const grants = user ? await this.users.grants(unit, user.id) : [];
      return grants.some((grant) => grant.role === 'committer' && grant.organisation === organisation);
    });
  }

  /**
   * Takes a removal back.
   *
   * @returns what was removed
   * @throws {AppError} `accounts.removal-not-found`: no such link, used, or older than seven days
   */
  async undo(token: string): Promise<'person' | 'organisation'> {
    return this.#everywhere(async (unit) => {
      const undone = await this.#store.undo(unit, token);
      if (!undone) throw removalNotFound();
      const tables = undone.kind === 'person' ? [...ofPerson, ...this.held.personal] : this.held.tables;
      await this.#store.giveBack(unit, undone.taken, tables);
      await this.audit.record(unit, 'removal.undone', { kind: undone.kind });
      return undone.kind;
    });
  }

  /** For each cluster that knows the person, or for the service alone. */
  async #note(
    unit: Unit,
    action: string,
    subject: Readonly<Record<string, string | number>>,
    clusters: readonly string[],
  ): Promise<void> {
    if (clusters.length === 0) await this.audit.record(unit, action, subject);
    for (const cluster of clusters) await this.audit.record(unit, action, subject, { cluster });
  }

  /** In the service's scope over every cluster. */
  async #everywhere<T>(work: (unit: Unit) => Promise<T>, user?: string): Promise<T> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const scope = systemScope(clusters.map(({ id }) => id));
    return this.unitOfWork.run(user === undefined ? scope : { ...scope, user }, work);
  }
}

function idOf(taken: Taken, table: string): string | null {
  const row = taken.find((one) => one.table === table)?.rows[0] as { id?: unknown } | undefined;
  return typeof row?.id === 'string' ? row.id : null;
}

const rowsIn = (taken: Taken): number => taken.reduce((sum, { rows }) => sum + rows.length, 0);

/** Ids of the clusters that know somebody or gave them a role. */
function clustersIn(held: Taken): string[] {
  const rows = held.flatMap((one) => one.rows) as readonly { readonly cluster_id?: unknown }[];
  return [...new Set(rows.flatMap(({ cluster_id: id }) => (typeof id === 'string' ? [id] : [])))].sort();
}
