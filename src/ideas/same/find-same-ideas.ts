import { Injectable } from '@nestjs/common';

import { FindAlike } from '../../matching/index.js';
import { ExclusionStore } from '../../organisations/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { groupAlike } from './group-alike.js';
import { ReadableIdeas, type ReadableIdea } from './readable-ideas.js';
import type { AskState, SameIdea } from './same-idea.js';
import { SameIdeaStore, type AuthorRow } from './same-idea.store.js';

/** Finds ideas and needs that want the same, among all that an officer may read. */
@Injectable()
export class FindSameIdeas {
  readonly #store = new SameIdeaStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readable: ReadableIdeas,
    private readonly alike: FindAlike,
    private readonly exclusions: ExclusionStore,
  ) {}

  /**
   * The group with the most sides first. Whose a masked idea is counts, so that one author is no two, and who keeps apart
   * from whom; neither is told. A group has an idea in it: needs alone are boards, whose clusters show them by themselves.
   */
  async in(scope: Scope): Promise<SameIdea[]> {
    const items = await this.readable.all(scope);
    // the words of a need alone: the title of its call is what hundreds of other texts are about too
    const texts = items.map(({ kind, title, text }) => ({ title: kind === 'need' ? '' : title, text }));
    const pairs = await this.alike.among(scope, texts);
    if (pairs.length === 0) return [];
    const { authors, apart } = await this.#behind(items);
    const asked = await this.#asked(scope);
    const sides = items.map((item) => sideOf(item, authors.get(item.id)));
    const [own = ''] = scope.clusters;
    const mayMeet = (one: string, other: string): boolean => !apart.has(`${one} ${other}`);
    return groupAlike(sides, pairs, mayMeet)
      .filter(({ places }) => places.some((place) => items[place]?.kind === 'idea'))
      .map(({ places, shared }) => {
        const members = places.flatMap((place, at) => {
          const item = items[place];
          if (item === undefined) return [];
          const { kind, id, title, text, organisation, from } = item;
          const state = asked.get(id) ?? null;
          return [{ kind, id, title, text, organisation, from, shared: shared[at] ?? [], asked: state }];
        });
        const clusters = new Set(members.map(({ from }) => from ?? own)).size;
        return { items: members, shared: shared[0] ?? [], sides: members.length, clusters };
      });
  }

  /** What the service alone knows. */
  async #behind(
    items: readonly ReadableIdea[],
  ): Promise<{ authors: ReadonlyMap<string, AuthorRow>; apart: ReadonlySet<string> }> {
    const ideas = items.flatMap(({ kind, id }) => (kind === 'idea' ? [id] : []));
    return this.unitOfWork.run(systemScope(), async (unit) => {
      const authors = await this.#store.authors(unit, ideas);
      const organisations = [...new Set(authors.flatMap(({ organisation }) => organisation ?? []))];
      const kept = await this.exclusions.pairsAmong(unit, organisations);
      return {
        authors: new Map(authors.map((author) => [author.idea, author])),
        apart: new Set(kept.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`])),
      };
    });
  }

  async #asked(scope: Scope): Promise<ReadonlyMap<string, AskState>> {
    const asks = await this.unitOfWork.run(scope, (unit) => this.#store.asks(unit));
    return new Map(asks.map(({ idea, state }) => [idea, state]));
  }
}

const sideOf = (item: ReadableIdea, author: AuthorRow | undefined): string =>
  item.kind === 'need' ? `need of ${item.from ?? ''}` : (author?.organisation ?? author?.user ?? item.id);
