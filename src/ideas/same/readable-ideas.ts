import { Injectable } from '@nestjs/common';

import { NeedShares } from '../../consortia/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { mostShown, type ShownIdea } from '../kept-idea.js';
import { KeptIdeaStore } from '../kept-idea.store.js';

/** What an officer may read of others: ideas, and needs that other clusters show. */
export interface ReadableIdea extends ShownIdea {
  readonly kind: 'idea' | 'need';
}

/** Row-level security decides which: members' who let their officers read, and what other clusters show. */
@Injectable()
export class ReadableIdeas {
  readonly #store = new KeptIdeaStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationReadModel,
    private readonly needs: NeedShares,
  ) {}

  async ideas(scope: Scope): Promise<ShownIdea[]> {
    return this.unitOfWork.run(scope, async (unit) => {
      const ours = await this.#store.ofCluster(unit, mostShown);
      const theirs = await this.#store.fromSisters(unit, mostShown);
      const cards = await this.organisations.cards(
        unit,
        ours.flatMap(({ organisation }) => organisation ?? []),
      );
      return [
        ...ours.map(({ id, title, text, organisation, changedAt }) => {
          const card = organisation === null ? undefined : cards.get(organisation);
          const named = card ? { id: card.id as string, name: card.facts.legalName } : null;
          return { id, title, text, organisation: named, from: null, at: changedAt };
        }),
        ...theirs.map(({ id, title, text, from, at }) => ({ id, title, text, organisation: null, from, at })),
      ];
    });
  }

  /** Ideas, and after them the needs that other clusters show. */
  async all(scope: Scope): Promise<ReadableIdea[]> {
    const ideas = (await this.ideas(scope)).map((idea) => ({ ...idea, kind: 'idea' as const }));
    const needs = (await this.needs.shown(scope)).map(({ id, text, cluster, opportunity, sharedAt }) => ({
      kind: 'need' as const,
      id,
      title: opportunity?.title ?? '',
      text,
      organisation: null,
      from: cluster.id,
      at: sharedAt,
    }));
    return [...ideas, ...needs];
  }
}
