import { Injectable } from '@nestjs/common';

import { AuditTrail } from '../../accounts/index.js';
import { OpportunityReadModel, type OpportunityCard } from '../../opportunities/index.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { agreeFirst, fullBoard, nothingToStartFrom, whichCluster } from '../consortia.errors.js';
import { HeldCues } from '../held-cues.js';
import { draftNeeds } from '../needs/draft-needs.js';
import type { Consortium, Need, NeedFacts } from './board.js';
import { allow } from './allow.js';
import type { OnBoardAt } from './board.js';
import { BoardDeeds } from './board-deeds.js';
import type { ConsortiumState, NeedState } from './board-states.js';
import { CheckBoard } from './check-board.js';
import { BoardStore } from './board.store.js';
import { ideaSections } from './call-text.js';

/** What a board is started with. */
export interface NewBoard {
  /** our id, the identifier in any letter case, or the exact title; null: an idea of one's own */
  readonly opportunity: string | null;
  readonly idea: string | null;
  /** null: that of the opportunity, or the first words of the idea */
  readonly title: string | null;
  /** null where staff work for one cluster */
  readonly clusterId: string | null;
}

/** More than any proposal has, few enough for one page. */
const mostNeeds = 60;

/** Staff put a consortium together. Each method is one deed of one person, in one transaction, written down. */
@Injectable()
export class Boards {
  constructor(
    private readonly deeds: BoardDeeds,
    private readonly boards: BoardStore,
    private readonly opportunities: OpportunityReadModel,
    private readonly held: HeldCues,
    private readonly checks: CheckBoard,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * A sketch, with the needs that the text of the call speaks for, as drafts.
   *
   * @throws {AppError} `consortia.nothing-to-start-from`, `consortia.which-cluster`, `opportunities.not-found`
   */
  start(scope: Scope, from: NewBoard): Promise<string> {
    return this.deeds.read(scope, (unit, now) => this.startIn(unit, scope, from, now));
  }

  /** The same within a transaction that does more. */
  async startIn(unit: Unit, scope: Scope, from: NewBoard, now: Date): Promise<string> {
    if ((from.opportunity === null) === (from.idea === null)) throw nothingToStartFrom();
    const clusterId = clusterOf(scope, from.clusterId);
    const call = await this.#call(unit, from.opportunity, now);
    const consortium: Consortium = {
      id: newId(),
      clusterId,
      opportunityId: call?.id ?? null,
      title: from.title ?? call?.title ?? titleOf(from.idea ?? ''),
      idea: from.idea,
      state: 'sketch',
      version: 1,
      createdBy: scope.user ?? scope.role,
      createdAt: now,
      changedAt: now,
    };
    await this.boards.add(unit, consortium);
    await this.boards.note(unit, consortium, {
      at: now,
      thing: 'consortium',
      id: consortium.id,
      deed: 'added',
      to: 'sketch',
    });
    for (const { role, text, cites } of this.#drafts(from, call)) {
      const facts = {
        role,
        text: text.slice(0, longestText),
        input: null,
        output: null,
        trlFrom: call?.trlFrom ?? null,
        trlTo: call?.trlTo ?? null,
        countries: [],
      };
      const cited = cites.map(({ section, start, end, text: words }) => ({
        section,
        start,
        end,
        text: words,
      }));
      await this.boards.addNeed(unit, consortium, facts, call === null ? [] : cited);
    }
    await this.audit.record(
      unit,
      'consortium.started',
      { consortium: consortium.id },
      { cluster: clusterId },
    );
    return consortium.id;
  }

  #drafts({ idea }: NewBoard, call: OpportunityCard | null): ReturnType<typeof draftNeeds> {
    const sections = call?.sections ?? ideaSections(idea);
    return draftNeeds({ sections, actionTypes: call?.actionTypes ?? [] }, this.held.cues);
  }

  async #call(unit: Unit, reference: string | null, now: Date): Promise<OpportunityCard | null> {
    if (reference === null) return null;
    const id = await this.opportunities.resolve(unit, reference);
    return (await this.opportunities.cards(unit, [id], now)).get(id) ?? null;
  }

  /** @throws {AppError} `consortia.not-found`, `consortia.no-such-move`, `consortia.changed-meanwhile` */
  change(
    scope: Scope,
    id: string,
    version: number,
    to: { readonly title?: string | undefined; readonly state?: ConsortiumState | undefined },
  ): Promise<void> {
    return this.deeds.on(scope, id, async (unit, board, now) => {
      const state = to.state ?? board.state;
      if (state !== board.state) allow('consortium', board.state, state);
      if (state === 'agreed' && board.state !== 'agreed') throw agreeFirst();
      await this.boards.change(unit, board, version, { title: to.title ?? board.title, state });
      await this.boards.note(unit, board, {
        at: now,
        thing: 'consortium',
        id,
        deed: state === board.state ? 'changed' : 'moved',
        from: board.state,
        to: state,
      });
      if (state === 'checked' && board.state !== state) await this.checks.rely(unit, board, 'checked');
    });
  }

  /** @throws {AppError} `consortia.not-found`, `consortia.full-board` */
  addNeed(scope: Scope, id: string, facts: NeedFacts): Promise<string> {
    return this.deeds.on(scope, id, async (unit, board, now) => {
      if ((await this.boards.needs(unit, board)).length >= mostNeeds) throw fullBoard('need', mostNeeds);
      const need = await this.boards.addNeed(unit, board, facts, []);
      await this.boards.note(unit, board, { at: now, thing: 'need', id: need, deed: 'added', to: 'drafted' });
      return need;
    });
  }

  /**
   * Changes a need, or moves it on. Approving notes who did; changing the words of one that was approved makes it a
   * draft again, unless it is approved in the same breath.
   *
   * @throws {AppError} `consortia.not-on-board`, `consortia.no-such-move`, `consortia.changed-meanwhile`
   */
  changeNeed(
    scope: Scope,
    { id, thing: needId, version }: OnBoardAt,
    to: Partial<NeedFacts> & { readonly state?: NeedState | undefined },
  ): Promise<void> {
    return this.deeds.on(scope, id, async (unit, board, now) => {
      const need = await this.boards.need(unit, board, needId);
      const { state: asked, ...said } = to;
      const words = Object.keys(said).length > 0;
      const state = asked ?? (words && need.state === 'approved' ? 'drafted' : need.state);
      if (state !== need.state) allow('need', need.state, state);
      const approved = state === 'approved' && (need.state !== 'approved' || words);
      const changed: Need = {
        ...need,
        ...said,
        state,
        approvedBy: approved ? (scope.user ?? scope.role) : state === 'drafted' ? null : need.approvedBy,
        approvedAt: approved ? now : state === 'drafted' ? null : need.approvedAt,
      };
      await this.boards.changeNeed(unit, board, changed, { version });
      await this.boards.note(unit, board, {
        at: now,
        thing: 'need',
        id: needId,
        deed: state === need.state ? 'changed' : 'moved',
        from: need.state,
        to: state,
      });
    });
  }

  /** @throws {AppError} `consortia.changed-meanwhile` */
  removeNeed(scope: Scope, { id, thing: needId, version }: OnBoardAt): Promise<void> {
    return this.deeds.on(scope, id, async (unit, board, now) => {
      await this.boards.remove(unit, board, { thing: 'need', id: needId, version });
      await this.boards.note(unit, board, { at: now, thing: 'need', id: needId, deed: 'removed' });
    });
  }
}

const longestText = 1_000;

function clusterOf({ clusters }: Scope, wanted: string | null): string {
  const found = wanted ?? (clusters.length === 1 ? clusters[0] : undefined);
  if (found === undefined || !clusters.includes(found)) throw whichCluster(clusters.length);
  return found;
}

/** The first words of an idea, up to 80 characters. */
function titleOf(idea: string): string {
  const line = idea.trim().replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/\s\S*$/, '')}…`;
}
