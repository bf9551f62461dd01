import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel, UserStore } from '../accounts/index.js';
import { maskText, PartiesReadModel, type TakenOut } from '../introductions/index.js';
import { OrganisationReadModel } from '../organisations/index.js';
import { Clock } from '../platform/clock/clock.js';
import { systemScope, type Scope } from '../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../platform/database/unit-of-work.js';
import { ideaNotFound, nobodysIdea, noSuchSisters, tooManyIdeas } from './idea.errors.js';
import {
  mostIdeas,
  type KeptIdea,
  type ShownIdea,
  type SisterCluster,
  type WantedIdea,
} from './kept-idea.js';
import { ReadableIdeas } from './same/readable-ideas.js';
import { KeptIdeaStore, type IdeaOwner, type IdeaRow } from './kept-idea.store.js';

/** All ideas that somebody may read. */
export interface IdeasInReach {
  readonly own: readonly KeptIdea[];
  /** for officers: those of others */
  readonly shown: readonly ShownIdea[];
  readonly sisters: readonly SisterCluster[];
}

/** People keep ideas, for themselves or for others to read: their officers whole, other clusters' without who it is. */
@Injectable()
export class KeepIdeas {
  readonly #store = new KeptIdeaStore();
  readonly #parties = new PartiesReadModel();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly users: UserStore,
    private readonly organisations: OrganisationReadModel,
    private readonly readable: ReadableIdeas,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws {AppError} `ideas.no-cluster` */
  async list(scope: Scope): Promise<IdeasInReach> {
    const owner = await this.#owner(scope);
    const mine = await this.#as(scope, owner, async (unit) => {
      const names = await this.#names(unit, owner);
      const sisters = (await this.#store.sisters(unit)).filter((id) => id !== owner.cluster);
      const known = await this.clusters.all(unit);
      return {
        own: (await this.#store.own(unit, owner)).map((row) => toKept(row, names)),
        sisters: known.flatMap(({ id, nameEn, nameIt }) =>
          sisters.includes(id) ? [{ id, nameEn, nameIt }] : [],
        ),
      };
    });
    return { ...mine, shown: scope.role === 'officer' ? await this.readable.ideas(scope) : [] };
  }

  /**
   * Keeps an idea; the same id again replaces it, and puts one back that was taken away. Whoever keeps it is told what
   * other clusters do not read of it.
   *
   * @throws {AppError} `ideas.no-cluster`, `ideas.too-many`, `ideas.no-such-clusters`, `ideas.not-found`
   */
  async keep(scope: Scope, id: string, wanted: WantedIdea): Promise<KeptIdea> {
    const owner = await this.#owner(scope);
    const clusters = wanted.audience === 'clusters' ? [...new Set(wanted.clusters)] : [];
    return this.#as(scope, owner, async (unit) => {
      const sisters = await this.#store.sisters(unit);
      const strange = clusters.filter((one) => one === owner.cluster || !sisters.includes(one));
      if (strange.length > 0) throw noSuchSisters(strange);
      const held = await this.#store.own(unit, owner);
      const before = held.find((one) => one.id === id);
      if (!before && (await this.#store.count(unit, owner.user)) >= mostIdeas) throw tooManyIdeas(mostIdeas);
      const now = this.clock.now();
      const idea = { ...wanted, clusters };
      if (!(await this.#store.save(unit, owner, { ...idea, id }, now))) throw ideaNotFound(id);
      const names = await this.#names(unit, owner);
      const masked = maskedIdea(idea, names);
      await this.#store.share(unit, { id, cluster: owner.cluster }, { ...masked, clusters }, now);
      const subject = { idea: id, audience: wanted.audience, clusters: clusters.length };
      await this.audit.record(unit, 'idea.kept', subject, concerned(owner));
      return { ...idea, id, keptAt: before?.keptAt ?? now, changedAt: now, removed: masked.removed };
    });
  }

  /** @throws {AppError} `ideas.not-found` */
  async remove(scope: Scope, id: string): Promise<void> {
    const owner = await this.#owner(scope);
    await this.#as(scope, owner, async (unit) => {
      if (!(await this.#store.remove(unit, owner, id))) throw ideaNotFound(id);
      await this.audit.record(unit, 'idea.removed', { idea: id }, concerned(owner));
    });
  }

  /** A member's cluster, or the officer's own. */
  async #owner(scope: Scope): Promise<IdeaOwner> {
    const { user, organisation = null, clusters } = scope;
    if (user === undefined) throw nobodysIdea();
    if (organisation === null) {
      const [cluster] = clusters;
      if (cluster === undefined || scope.role !== 'officer') throw nobodysIdea();
      return { user, organisation, cluster };
    }
    const card = await this.unitOfWork.run(scope, (unit) => this.organisations.card(unit, organisation));
    const cluster = card?.memberships.find(({ live }) => live)?.clusterId;
    if (cluster === undefined) throw nobodysIdea();
    return { user, organisation, cluster };
  }

  /** What would say whose an idea is: names of the person, their organisation, its people and projects, their cluster. */
  async #names(unit: Unit, { user, organisation, cluster }: IdeaOwner): Promise<string[]> {
    const person = await this.users.byId(unit, user);
    const home = (await this.clusters.all(unit)).find(({ id }) => id === cluster);
    return [
      ...(person ? [person.name] : []),
      ...(home ? [home.nameEn, home.nameIt, home.slug] : []),
      ...(organisation === null ? [] : await this.#parties.names(unit, organisation)),
    ];
  }

  /** In the service's own scope over that cluster, written down as done by the asker. */
  #as<T>({ user }: Scope, { cluster }: IdeaOwner, work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run({ ...systemScope([cluster]), ...(user === undefined ? {} : { user }) }, work);
  }
}

const concerned = ({ cluster, organisation }: IdeaOwner) => ({
  cluster,
  ...(organisation === null ? {} : { organisation }),
});

/** An idea as other clusters read it, and what was taken out for that. */
function maskedIdea(
  { title, text }: Pick<WantedIdea, 'title' | 'text'>,
  names: readonly string[],
): { title: string; text: string; removed: readonly TakenOut[] } {
  const head = maskText(title, names);
  const body = maskText(text, names);
  return { title: head.text, text: body.text, removed: [...head.removed, ...body.removed] };
}

function toKept(row: IdeaRow, names: readonly string[]): KeptIdea {
  const { id, title, text, audience, clusters, keptAt, changedAt } = row;
  const { removed } = maskedIdea(row, names);
  return { id, title, text, audience, clusters, keptAt, changedAt, removed };
}
