import { Injectable } from '@nestjs/common';

import {
  ClusterReadModel,
  ConsentStore,
  CreateUser,
  UserStore,
  type Grant,
  type NewUser,
} from '../../accounts/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';

/** The same for all of them: they exist on machines of which only their own user reaches the service. */
export const demoPassword = 'tre gatti sul tetto rosso';

/** How one of the demonstration's people signs in. */
export interface DemoSignIn {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

interface Person extends DemoSignIn {
  readonly grant: (places: Places) => Grant;
  /** wants the weekly digest */
  readonly digest?: boolean;
}

interface Places {
  readonly clusters: ReadonlyMap<string, string>;
  readonly organisation: string;
  /** another member */
  readonly second: string;
  /** a small firm that has been in no project */
  readonly small: string;
}

const inCluster =
  (role: 'officer' | 'manager', slug: string) =>
  ({ clusters }: Places): Grant => ({ role, cluster: clusters.get(slug) ?? null, organisation: null });
const inOrganisation =
  (role: 'editor' | 'committer', which: 'organisation' | 'second' | 'small' = 'organisation') =>
  (places: Places): Grant => ({ role, cluster: null, organisation: places[which] });

/** A turner's workshop of nine with a profile and nothing else: what most members have on their first day. */
const smallFirm = 'Torneria Galvesio S.n.c.';

/** Invented people of the demonstration set. */
const people: readonly Person[] = [
  {
    email: 'officer@afil.example',
    name: 'Olivia Demo',
    role: 'officer of afil',
    grant: inCluster('officer', 'afil'),
  },
  {
    email: 'manager@afil.example',
    name: 'Marta Demo',
    role: 'manager of afil',
    grant: inCluster('manager', 'afil'),
  },
  {
    email: 'officer@catal.example',
    name: 'Carlo Demo',
    role: 'officer of catal',
    grant: inCluster('officer', 'catal'),
  },
  {
    email: 'editor@member.example',
    name: 'Elena Demo',
    role: 'editor of a member of afil',
    grant: inOrganisation('editor'),
    digest: true,
  },
  {
    email: 'director@member.example',
    name: 'Dario Demo',
    role: 'committer of the same member',
    grant: inOrganisation('committer'),
    digest: true,
  },
  {
    email: 'committer@second.example',
    name: 'Sara Demo',
    role: 'committer of another member of afil',
    grant: inOrganisation('committer', 'second'),
    digest: true,
  },
  {
    email: 'owner@small.example',
    name: 'Gina Demo',
    role: 'editor of a small firm of afil without projects',
    grant: inOrganisation('editor', 'small'),
  },
  {
    email: 'operator@tessera.example',
    name: 'Omar Demo',
    role: 'operator',
    grant: () => ({ role: 'operator', cluster: null, organisation: null }),
  },
];

/** Gives the demonstration set people who can sign in, and takes them away. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly users: UserStore,
    private readonly create: CreateUser,
    private readonly consents: ConsentStore,
  ) {}

  /**
   * Repeatable. They are taken away where somebody real is in charge, or where the demonstration set is gone.
   *
   * @returns how they sign in; nobody where there are none
   */
  async ensure(): Promise<readonly DemoSignIn[]> {
    const places = (await this.#as((unit) => this.users.anyRealStaff(unit))) ? null : await this.#places();
    if (!places) {
      await this.remove();
      return [];
    }
    for (const person of people) {
      const known = await this.#as((unit) => this.users.byEmail(unit, person.email));
      if (known) continue;
      const { id } = await this.create.create('demonstration', toNewUser(person, places));
      if (person.digest) await this.#as((unit) => this.consents.choose(unit, id, 'digest-', weekly));
    }
    return people.map(({ email, name, role }) => ({ email, name, role }));
  }

  /** @returns how many went */
  async remove(): Promise<number> {
    return this.#as((unit) => this.users.removeDemo(unit));
  }

  /** Those who can sign in here: nobody where the demonstration was never loaded, or its people are gone. */
  async present(): Promise<{ email: string; name: string; role: string; cluster: string | null }[]> {
    const found = await Promise.all(
      people.map(async (person) =>
        (await this.#as((unit) => this.users.byEmail(unit, person.email))) ? [person] : [],
      ),
    );
    return found.flat().map(({ email, name, role }) => {
      const [kind = role, , cluster] = role.split(' ');
      return {
        email,
        name,
        role: kind,
        cluster: ['officer', 'manager'].includes(kind) ? (cluster ?? null) : null,
      };
    });
  }

  async exist(): Promise<boolean> {
    return this.#as((unit) => this.users.anyDemo(unit));
  }

  async #places(): Promise<Places | null> {
    const all = await this.#as((unit) => this.clusters.all(unit));
    const clusters = new Map(all.map(({ slug, id }) => [slug, id as string]));
    const afil = clusters.get('afil');
    if (afil === undefined) return null;
    const members = await this.unitOfWork.run(systemScope([afil]), (unit) =>
      this.organisations.list(unit, { limit: 100, clusterId: afil }),
    );
    const [organisation, second] = members.items.filter(({ invented }) => invented).map(({ id }) => id);
    const small = members.items.find(({ invented, facts }) => invented && facts.legalName === smallFirm)?.id;
    if (organisation === undefined) return null;
    return { clusters, organisation, second: second ?? organisation, small: small ?? organisation };
  }

  #as<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemScope(), work);
  }
}

/** What those of them who want a digest are taken to have said. */
const weekly = { purpose: 'digest-weekly', textVersion: 'demonstration', channel: 'demonstration' } as const;

function toNewUser({ email, name, grant }: Person, places: Places): NewUser {
  return { email, name, language: 'it', password: demoPassword, grants: [grant(places)], demo: true };
}
