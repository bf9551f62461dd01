import { Injectable } from '@nestjs/common';

import { AuditTrail } from '../../accounts/index.js';
import { Boards } from '../../consortia/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { putMail } from '../../platform/mail/index.js';
import { askedBefore, nobodysIdea, noSuchGroup, roundNotFound, tooFewAgreed } from '../idea.errors.js';
import { FindSameIdeas } from './find-same-ideas.js';
import { questionMail } from './question-mail.js';
import { ReadableIdeas } from './readable-ideas.js';
import { fewestAgreed, type AskedAuthor, type IdeaRound, type SameIdea } from './same-idea.js';
import { SameIdeaStore, type AskRow } from './same-idea.store.js';

/** Rounds that one page lists. */
const mostRounds = 100;
/** What a board takes of an idea. */
const longestIdea = 20_000;

/** Officers ask the authors of alike ideas whether to go on together, and open a board with those who agree. */
@Injectable()
export class AskAuthors {
  readonly #store = new SameIdeaStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly same: FindSameIdeas,
    private readonly readable: ReadableIdeas,
    private readonly organisations: OrganisationReadModel,
    private readonly boards: Boards,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks the authors of these ideas, each by mail; those whom the cluster asked before are passed over.
   *
   * @returns id of the round
   * @throws {AppError} `ideas.no-such-group`, `ideas.asked-before`
   */
  async ask(scope: Scope, ideas: readonly string[]): Promise<string> {
    const clusterId = clusterOf(scope);
    const group = (await this.same.in(scope)).find(({ items }) =>
      ideas.every((id) => items.some((item) => item.kind === 'idea' && item.id === id)),
    );
    if (group === undefined) throw noSuchGroup();
    const chosen = group.items.filter(({ id }) => ideas.includes(id));
    return this.#as(scope, async (unit) => {
      const round = { id: await this.#round(unit, group, clusterId), clusterId, askedAt: this.clock.now() };
      const authors = new Map(
        (await this.#store.authors(unit, ideas)).map((author) => [author.idea, author]),
      );
      let asked = 0;
      for (const { id: idea, shared: own } of chosen) {
        const author = authors.get(idea);
        if (author === undefined || !(await this.#store.ask(unit, round, { idea, shared: own }))) continue;
        asked += 1;
        await putMail(unit, questionMail, {
          to: { user: author.user },
          content: { round: round.id, idea },
          cause: `${round.id}:${idea}`,
          // of the author's own cluster: officers of the one that asks would read the recipient in their mailbox
          clusters: [author.cluster],
        });
      }
      if (asked === 0) throw askedBefore();
      await this.audit.record(unit, 'idea.asked', { round: round.id, ideas: asked }, { cluster: clusterId });
      return round.id;
    });
  }

  /** The round in which others of the group were asked, as long as it has no board; else a new one. */
  async #round(unit: Unit, { items, shared, sides, clusters }: SameIdea, clusterId: string): Promise<string> {
    const asks = await this.#store.asks(unit);
    const before = asks.filter(({ idea }) => items.some(({ id }) => id === idea));
    for (const { round } of before) {
      const held = await this.#store.hold(unit, round);
      if (held?.board === null) return round;
    }
    const [first] = items;
    const id = newId();
    const askedAt = this.clock.now();
    const title = first?.kind === 'need' ? first.text.slice(0, 120) : (first?.title ?? '');
    await this.#store.addRound(unit, { id, clusterId, title, shared: [...shared], sides, clusters, askedAt });
    return id;
  }

  /** What the scope's clusters asked, the last first. Whoever agreed is named, whatever cluster they are of. */
  async rounds(scope: Scope): Promise<IdeaRound[]> {
    const readable = new Map((await this.readable.ideas(scope)).map((idea) => [idea.id, idea]));
    const { rounds, asks } = await this.unitOfWork.run(scope, async (unit) => ({
      rounds: await this.#store.rounds(unit, mostRounds),
      asks: await this.#store.asks(unit),
    }));
    const named = await this.#named(asks.filter(({ state }) => state === 'agreed'));
    return rounds.map(({ id, title, shared, askedAt, board }) => ({
      id,
      title,
      shared,
      askedAt,
      board,
      asks: asks
        .filter(({ round }) => round === id)
        .map(({ idea, state, answeredAt }): AskedAuthor => {
          const known = readable.get(idea);
          // an idea that is no longer shown takes its author's name with it
          const name = known === undefined ? null : (known.organisation?.name ?? named.get(idea) ?? null);
          return { idea, title: known?.title ?? null, name, from: known?.from ?? null, state, answeredAt };
        }),
    }));
  }

  /**
   * Opens a board with the ideas of those who agreed; the same one where it stands already.
   *
   * @returns id of the board
   * @throws {AppError} `ideas.round-not-found`, `ideas.too-few-agreed`
   */
  async open(scope: Scope, id: string): Promise<string> {
    const readable = new Map((await this.readable.ideas(scope)).map((idea) => [idea.id, idea]));
    return this.#as(scope, async (unit) => {
      const round = await this.#store.hold(unit, id);
      if (round === null) throw roundNotFound(id);
      if (round.board !== null) return round.board;
      const asks = (await this.#store.asks(unit)).filter((ask) => ask.round === id);
      const agreed = asks.flatMap(({ idea, state }) =>
        state === 'agreed' ? (readable.get(idea) ?? []) : [],
      );
      if (agreed.length < fewestAgreed) throw tooFewAgreed(agreed.length, fewestAgreed);
      const idea = agreed
        .map(({ title, text }) => `${title}\n${text}`)
        .join('\n\n')
        .slice(0, longestIdea);
      const { title, clusterId } = round;
      const board = await this.boards.startIn(
        unit,
        scope,
        { opportunity: null, idea, title, clusterId },
        this.clock.now(),
      );
      await this.#store.opened(unit, id, board);
      return board;
    });
  }

  /** Of those who agreed: their organisation; of an officer, their own name. */
  async #named(agreed: readonly AskRow[]): Promise<ReadonlyMap<string, string>> {
    const authors = await this.unitOfWork.run(systemScope(), (unit) =>
      this.#store.authors(
        unit,
        agreed.map(({ idea }) => idea),
      ),
    );
    const homes = [...new Set(authors.map(({ cluster }) => cluster))];
    return this.unitOfWork.run(systemScope(homes), async (unit) => {
      const ids = authors.flatMap(({ organisation }) => organisation ?? []);
      const cards = await this.organisations.cards(unit, ids);
      return new Map(
        authors.map(({ idea, organisation, userName }) => {
          const card = organisation === null ? undefined : cards.get(organisation);
          return [idea, card?.facts.legalName ?? userName];
        }),
      );
    });
  }

  /** In the service's own scope over the officer's clusters, written down as done by the officer. */
  #as<T>(scope: Scope, work: (unit: Unit) => Promise<T>): Promise<T> {
    const { user, clusters } = scope;
    return this.unitOfWork.run({ ...systemScope(clusters), ...(user === undefined ? {} : { user }) }, work);
  }
}

function clusterOf({ clusters: [cluster] }: Scope): string {
  if (cluster === undefined) throw nobodysIdea();
  return cluster;
}
