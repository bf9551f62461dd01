import type { Unit } from '../../platform/database/unit-of-work.js';
import { bandOf, defaultModel } from '../../ranking/index.js';
import { storedBands } from '../scoring/packed-list.js';
import { RecentlyUsed } from '../../platform/memory/recently-used.js';
import type { SuggestionFigure } from '../suggestions/suggestion.js';
import { clusterAudience } from '../snapshots/audience.js';

/** A member and a call that fit well: a good or a strong competence fit. */
export interface MemberFit {
  readonly organisation: string;
  readonly opportunity: string;
  readonly score: number;
  readonly fit: SuggestionFigure;
  readonly trackRecord: SuggestionFigure;
}

/** All that fits well between the members of one cluster and all calls, as a score run found it. */
export interface MemberFits {
  readonly run: FitRun;
  /** another one says that something may have changed */
  readonly version: string;
  /** id of the call → its members, the best first */
  readonly byOpportunity: ReadonlyMap<string, readonly MemberFit[]>;
  /** id of the member → its calls, the best first */
  readonly byMember: ReadonlyMap<string, readonly MemberFit[]>;
}

/** A finished score run that lists can be read from. */
export interface FitRun {
  readonly id: string;
  /** calendar date that evidence was judged as of */
  readonly asOf: string;
  /** ISO instant */
  readonly finishedAt: string;
}

type FitRow = readonly [
  organisation: string,
  opportunity: string,
  score: number,
  fit: number,
  track: number,
  band: number,
];

const runColumns = `id, as_of::text as "asOf",
  to_char(coalesce(finished_at, created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "finishedAt"`;

/**
 * Who of a cluster fits which calls well, out of the stored lists of its members.
 *
 * Kept in memory until a list changes: 800 members × 600 calls take longer to read than a page may take. Lists may name
 * members and calls that have gone since: look before showing.
 */
export class MemberFitsReadModel {
  readonly #known = new RecentlyUsed<Promise<MemberFits>>(24);

  /** The run whose lists are shown; null before a first one has finished. */
  async shownRun(unit: Unit): Promise<FitRun | null> {
    const [run] = await unit.manager.query<FitRun[]>(
      `select ${runColumns} from score_run where id = (select run_id from current_score_run)`,
    );
    return run ?? null;
  }

  /** Finished runs that lists are kept of, the newest of each day, the newest first. */
  async runs(unit: Unit, limit: number): Promise<FitRun[]> {
    return unit.manager.query<FitRun[]>(
      `select * from (select distinct on (as_of) ${runColumns} from score_run where state = 'done'
         order by as_of desc, created_at desc) as newest limit $1`,
      [limit],
    );
  }

  /** @param clusterId in the reach of the unit's scope; out of reach there are no lists */
  async ofCluster(unit: Unit, run: FitRun, clusterId: string): Promise<MemberFits> {
    const audience = clusterAudience(clusterId);
    const [state] = await unit.manager.query<{ version: string }[]>(
      `select count(*) || '.' || coalesce(max(xmin::text::bigint), 0) as version
       from organisation_match_list where run_id = $1 and audience = $2`,
      [run.id, audience],
    );
    const key = `${run.id} ${audience} ${state?.version ?? ''}`;
    const reading = this.#known.get(key, async () => ({
      version: key,
      ...(await this.#read(unit, run, audience)),
    }));
    try {
      return await reading;
    } catch (error) {
      this.#known.clear();
      throw error;
    }
  }

  async #read(unit: Unit, run: FitRun, audience: string): Promise<Omit<MemberFits, 'version'>> {
    const rows = await unit.manager.query<{ row: FitRow }[]>(
      `select json_build_array(l.organisation_id, e.id, e.score, e.fit, e.track, e.band) as row
       from organisation_match_list l,
         unnest(l.opportunity_ids, l.scores, l.fits, l.track_records, l.bands)
           as e (id, score, fit, track, band)
       where l.run_id = $1 and l.audience = $2 and e.band >= $3::smallint`,
      [run.id, audience, storedBands.indexOf('good')],
    );
    const fits = rows.map(({ row }) => toFit(row));
    fits.sort(bestFirst);
    return {
      run,
      byOpportunity: grouped(fits, ({ opportunity }) => opportunity),
      byMember: grouped(fits, ({ organisation }) => organisation),
    };
  }
}

function toFit([organisation, opportunity, score, fit, track, band]: FitRow): MemberFit {
  return {
    organisation,
    opportunity,
    score,
    fit: { score: fit, band: storedBands[band] ?? 'possible' },
    trackRecord: { score: track, band: bandOf(track, defaultModel.bands.track) },
  };
}

function bestFirst(a: MemberFit, b: MemberFit): number {
  return (
    b.score - a.score ||
    Number(a.organisation > b.organisation) - Number(a.organisation < b.organisation) ||
    Number(a.opportunity > b.opportunity) - Number(a.opportunity < b.opportunity)
  );
}

function grouped(
  fits: readonly MemberFit[],
  keyOf: (fit: MemberFit) => string,
): ReadonlyMap<string, readonly MemberFit[]> {
  const groups = new Map<string, MemberFit[]>();
  for (const fit of fits) {
    const group = groups.get(keyOf(fit));
    if (group) group.push(fit);
    else groups.set(keyOf(fit), [fit]);
  }
  return groups;
}
