import { Injectable } from '@nestjs/common';

import { AuditTrail } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { allow } from '../board/allow.js';
import { partnerFacts, type Board } from '../board/board.js';
import { BoardDeeds } from '../board/board-deeds.js';
import { BoardReadModel } from '../board/board.read-model.js';
import { BoardStore } from '../board/board.store.js';
import type { ConsortiumState } from '../board/board-states.js';
import { OutcomeReadModel, type FundedMatch } from './outcome.read-model.js';

/** What became of a consortium, as its cluster's staff say or are asked. */
export interface Outcome {
  readonly consortiumId: string;
  readonly title: string;
  readonly state: ConsortiumState;
  /** what staff are asked, once the deadline is over; null: nothing */
  readonly ask: 'submitted' | 'result' | null;
  /** what public data propose, the best first; none is taken for true before it is confirmed */
  readonly proposals: readonly FundedMatch[];
  /** grant agreement number it was confirmed as; null: none */
  readonly fundedGrant: string | null;
}

/** States from which "funded" can still be said. */
const waiting: readonly ConsortiumState[] = ['agreed', 'submitted'];

/** Submitted, funded, not funded, dropped: asked after the deadline, proposed from public project data. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly deeds: BoardDeeds,
    private readonly clock: Clock,
    private readonly boards: BoardStore,
    private readonly shown: BoardReadModel,
    private readonly found: OutcomeReadModel,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws {AppError} `consortia.not-found` */
  of(scope: Scope, id: string): Promise<Outcome> {
    return this.deeds.read(scope, async (unit) => this.#outcome(unit, id));
  }

  /** Boards that wait for a word of staff: the deadline is over, or public data propose something. */
  async open(scope: Scope, most: number): Promise<readonly Outcome[]> {
    return this.deeds.read(scope, async (unit) => {
      const found: Outcome[] = [];
      for (const id of await this.boards.inStates(unit, waiting, most)) {
        const outcome = await this.#outcome(unit, id);
        if (outcome.ask !== null || outcome.proposals.length > 0) found.push(outcome);
      }
      return found;
    });
  }

  /**
   * Staff say what became of it. "Funded" of a board that nobody said was submitted says that too.
   *
   * @throws {AppError} `consortia.no-such-move`, `consortia.changed-meanwhile`
   */
  say(
    scope: Scope,
    id: string,
    said: {
      readonly version: number;
      readonly state: 'submitted' | 'funded' | 'not-funded' | 'dropped';
      readonly grant: string | null;
    },
  ): Promise<void> {
    return this.deeds.on(scope, id, async (unit, board, now) => {
      const path =
        board.state === 'agreed' && ['funded', 'not-funded'].includes(said.state)
          ? (['submitted', said.state] as const)
          : ([said.state] as const);
      let from = board.state;
      for (const to of path) {
        allow('consortium', from, to);
        await this.boards.change(unit, board, said.version, { title: board.title, state: to });
        await this.boards.note(unit, board, { at: now, thing: 'consortium', id, deed: 'moved', from, to });
        from = to;
      }
      if (said.state === 'funded') await this.boards.fundedAs(unit, board, said.grant);
      const { clusterId: cluster } = board;
      await this.audit.record(unit, 'consortium.outcome', { consortium: id, state: said.state }, { cluster });
    });
  }

  async #outcome(unit: Unit, id: string): Promise<Outcome> {
    const now = this.clock.now();
    const board = await this.shown.board(unit, id, now);
    const { opportunity, state } = board;
    const last = opportunity?.deadlines.at(-1)?.at ?? null;
    const over = last !== null && new Date(last) < now;
    const topic = opportunity?.identifier ?? null;
    const proposals =
      topic === null || !waiting.includes(state) ? [] : await this.found.matches(unit, topic, picsOf(board));
    const ask = !over ? null : state === 'agreed' ? 'submitted' : state === 'submitted' ? 'result' : null;
    const fundedGrant = await this.boards.fundedGrant(unit, id);
    return { consortiumId: id, title: board.title, state, ask, proposals, fundedGrant };
  }
}

/** Of those who are in; a facilitator is, too: its cluster may well be a beneficiary in the end. */
function picsOf(board: Board): string[] {
  const inside = board.seats.filter(({ state }) => state === 'accepted' || state === 'confirmed');
  return inside.flatMap(
    ({ id, organisationId }) =>
      partnerFacts(board.organisations.get(organisationId ?? ''), board.parties.get(id)).pic ?? [],
  );
}
