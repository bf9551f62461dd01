import { Injectable } from '@nestjs/common';

import { WatchScoreRun, type WatchedRun } from '../../matching/index.js';
import { isListed, type OpportunityStanding } from '../../opportunities/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { isoDay } from '../days-left.js';
import { toShownSource } from '../shown-source.js';
import { callsWorthShowing, membersWorthShowing } from './choose-shown.js';
import type { FirstPage, FirstPageState, ReadyState, Visitor } from './first-page.js';
import { LookAround, type Looked } from './look-around.js';
import { ShownResult } from './shown-result.js';

/** Who looks. */
export interface Visit {
  /** null where the visitor may not see members and partners */
  readonly scope: Scope | null;
  readonly visitor: Visitor;
}

/** Reads what the first page shows. */
@Injectable()
export class ReadFirstPage {
  constructor(
    private readonly around: LookAround,
    private readonly runs: WatchScoreRun,
    private readonly result: ShownResult,
  ) {}

  async read({ scope, visitor }: Visit, asOf: Date): Promise<FirstPage> {
    const [latest] = await this.runs.list(1);
    const looked = await this.around.look(scope ?? systemScope(), asOf);
    const state =
      scope === null
        ? ({ kind: 'closed', listed: listedAmong(looked.standings) } as const)
        : await this.#state(scope, looked, latest, asOf);
    return {
      visitor,
      asOf: isoDay(asOf),
      cluster: looked.cluster,
      state,
      progress: latest && isUnderWay(latest) ? latest.progress : null,
      demonstration: {
        shown: state.kind === 'ready' && hasInvented(state),
        leftOut: scope === null ? 0 : looked.leftOut.size,
        expired: isExpired(looked.standings),
      },
      sources: looked.sources.map((source) => toShownSource(source, asOf)),
    };
  }

  async #state(
    scope: Scope,
    { heads, standings, leftOut }: Looked,
    latest: WatchedRun | undefined,
    asOf: Date,
  ): Promise<FirstPageState> {
    if (standings.length === 0) return { kind: 'empty' };
    if (heads === null) {
      if (latest && isUnderWay(latest)) return { kind: 'scoring' };
      return { kind: 'unscored', failed: latest?.run.state === 'failed' };
    }
    const calls = callsWorthShowing(heads.calls, standings, leftOut);
    const members = membersWorthShowing(heads.members, standings, leftOut);
    return {
      kind: 'ready',
      call: await this.result.call(scope, calls, asOf),
      member: await this.result.member(scope, members, asOf),
      listed: listedAmong(standings),
    };
  }
}

const listedAmong = (standings: readonly OpportunityStanding[]): number =>
  standings.filter(({ status }) => isListed(status)).length;

const isUnderWay = ({ run }: WatchedRun): boolean => run.state === 'preparing' || run.state === 'running';

function hasInvented({ call, member }: ReadyState): boolean {
  return member?.invented === true || (call?.partners.some(({ invented }) => invented) ?? false);
}

/** Demonstration topics that another source tells of too are that source's. */
function isExpired(standings: readonly OpportunityStanding[]): boolean {
  const demonstration = standings.filter(({ source }) => source === 'demo');
  return demonstration.length > 0 && demonstration.every(({ status }) => !isListed(status));
}
