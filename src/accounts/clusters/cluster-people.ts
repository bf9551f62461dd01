import { Injectable } from '@nestjs/common';

import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { AuditTrail } from '../audit-trail.store.js';
import { alreadyStaff, lastOfStaff, personNotFound } from '../account.errors.js';
import { tellAccount } from '../notices/account-notice.store.js';
import { RecentProof } from '../sessions/recent-proof.js';
import { SessionStore, type LiveSession } from '../sessions/session.store.js';
import { CreateUser } from '../users/create-user.js';
import { UserStore } from '../users/user.store.js';
import { ClusterPeopleStore, type ClusterPerson, type Mandate } from './cluster-people.store.js';
import { ClusterSettingsOfOwn } from './cluster-settings.js';

/** Somebody to become staff. */
export interface NewPerson {
  readonly email: string;
  /** of a new account; who has one keeps their own */
  readonly name: string;
  readonly language: 'en' | 'it';
  readonly role: 'officer' | 'manager';
}

/** What is to be another way; absent: it stays. */
export interface PersonChange {
  readonly role?: 'officer' | 'manager';
  /** null: none any more */
  readonly mandate?: Mandate | null;
}

interface Decision {
  readonly scope: Scope;
  readonly session: LiveSession;
  readonly slug: string | undefined;
  readonly id: string;
}

/** Who is staff of a cluster, decided by its staff: each change is told to whom it concerns, and signs them out. */
@Injectable()
export class ClusterPeople {
  readonly #store = new ClusterPeopleStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: ClusterSettingsOfOwn,
    private readonly users: UserStore,
    private readonly create: CreateUser,
    private readonly sessions: SessionStore,
    private readonly proof: RecentProof,
    private readonly audit: AuditTrail,
  ) {}

  async list(scope: Scope, slug: string | undefined): Promise<ClusterPerson[]> {
    const cluster = await this.settings.own(scope, slug);
    return this.unitOfWork.run(systemScope([cluster.id]), (unit) => this.#store.list(unit, cluster.id));
  }

  /**
   * @param session of whoever decides, who has just shown who they are
   * @throws {AppError} `accounts.already-staff`, `accounts.bad-user`, `accounts.sign-in-again`
   */
  async add(scope: Scope, session: LiveSession, slug: string | undefined, person: NewPerson): Promise<void> {
    const cluster = await this.settings.own(scope, slug);
    await this.#as(scope, cluster.id, (unit) => this.proof.require(unit, session));
    const { role, email, name, language } = person;
    const grant = { role, cluster: cluster.id, organisation: null };
    const known = await this.#as(scope, cluster.id, (unit) => this.users.byEmail(unit, email));
    const user =
      known ??
      (await this.create.create(session.user.id, {
        email,
        name,
        language,
        password: null,
        grants: [],
        demo: false,
      }));
    await this.#as(scope, cluster.id, async (unit) => {
      await this.#store.hold(unit, cluster.id);
      const staff = await this.#store.list(unit, cluster.id);
      if (staff.some((one) => one.user === user.id && one.role === role)) throw alreadyStaff();
      await this.users.grant(unit, user.id, grant);
      // everybody knows the password of the demonstration's people: they go as soon as somebody real is in charge
      if (!user.demo) await this.users.removeDemo(unit);
      await this.#told(unit, cluster.id, user, { action: 'role.granted', role });
    });
  }

  /** @throws {AppError} `accounts.person-not-found`, `accounts.last-of-staff`, `accounts.sign-in-again` */
  async change(
    scope: Scope,
    session: LiveSession,
    slug: string | undefined,
    { id, ...change }: PersonChange & { readonly id: string },
  ): Promise<void> {
    await this.#decide({ scope, session, slug, id }, async (unit, cluster, person, others) => {
      const { role, mandate } = change;
      if (role !== undefined && role !== person.role) {
        if (person.role === 'manager' && !others.some((one) => one.role === 'manager')) throw lastOfStaff();
        await this.#store.setRole(unit, cluster, id, role);
        await this.#told(
          unit,
          cluster,
          { id: person.user, demo: person.demo },
          { action: 'role.changed', role: role },
        );
      }
      if (mandate !== undefined) {
        await this.#store.setMandate(unit, cluster, id, mandate);
        const subject = { user: person.user, pilot: mandate?.pilot ?? null, part: mandate?.part ?? null };
        await this.audit.record(unit, 'role.mandate', subject, { cluster });
      }
    });
  }

  /** Ends a role: it does not count from the next request on. @throws {AppError} as `change` */
  async end(scope: Scope, session: LiveSession, slug: string | undefined, id: string): Promise<void> {
    await this.#decide({ scope, session, slug, id }, async (unit, cluster, person, others) => {
      const lastManager = person.role === 'manager' && !others.some(({ role }) => role === 'manager');
      if (others.length === 0 || lastManager) throw lastOfStaff();
      await this.#store.end(unit, cluster, id);
      await this.#told(
        unit,
        cluster,
        { id: person.user, demo: person.demo },
        { action: 'role.ended', role: person.role },
      );
    });
  }

  async #decide(
    { scope, session, slug, id }: Decision,
    work: (
      unit: Unit,
      cluster: string,
      person: ClusterPerson,
      others: readonly ClusterPerson[],
    ) => Promise<void>,
  ): Promise<void> {
    const cluster = await this.settings.own(scope, slug);
    await this.#as(scope, cluster.id, async (unit) => {
      await this.proof.require(unit, session);
      // two who end each other's role at once are heard one after the other
      await this.#store.hold(unit, cluster.id);
      const staff = await this.#store.list(unit, cluster.id);
      const person = staff.find((one) => one.id === id);
      if (!person) throw personNotFound();
      await work(
        unit,
        cluster.id,
        person,
        staff.filter((one) => one !== person),
      );
    });
  }

  async #told(
    unit: Unit,
    cluster: string,
    user: Parameters<typeof tellAccount>[1],
    { action, role }: { readonly action: string; readonly role: string },
  ): Promise<void> {
    await this.sessions.endAll(unit, user.id);
    await this.audit.record(unit, action, { user: user.id, role }, { cluster });
    await tellAccount(unit, user, 'roles-changed');
  }

  #as<T>({ user }: Scope, cluster: string, work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run({ ...systemScope([cluster]), ...(user === undefined ? {} : { user }) }, work);
  }
}
