import { voiceOf, type Voice } from '../accounts/index.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import type { OpportunityId } from './opportunity.js';
import { nobodySaves, tooManySaved } from './opportunity.errors.js';
import { changesSince, type RecentChange } from './recent-changes.read-model.js';

/** An opportunity somebody keeps an eye on. */
export interface SavedOpportunity {
  readonly opportunityId: OpportunityId;
  /** ISO instant */
  readonly savedAt: string;
  /** what changed since, with what stood before; null: nothing did */
  readonly changed: RecentChange | null;
}

/** More than anybody reads, few enough to be read with every list. */
const mostPerActor = 1_000;

/** What people keep an eye on; each sees their own. */
export class SavedOpportunityStore {
  /**
   * Saving again keeps the first day.
   *
   * @throws {AppError} `opportunities.nobody-saves`, `opportunities.too-many-saved`
   */
  async save(unit: Unit, id: OpportunityId): Promise<void> {
    const { actor, side, sideId } = speaker(unit);
    await unit.manager.query(
      `insert into saved_opportunity (side_id, actor, opportunity_id, cluster_id, organisation_id)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [sideId, actor, id, side === 'cluster' ? sideId : null, side === 'organisation' ? sideId : null],
    );
    if ((await this.ids(unit)).size > mostPerActor) throw tooManySaved(mostPerActor);
  }

  /** Of what was not saved, nothing is taken back. */
  async remove(unit: Unit, id: OpportunityId): Promise<void> {
    const { actor, sideId } = speaker(unit);
    await unit.manager.query(
      'delete from saved_opportunity where side_id = $1 and actor = $2 and opportunity_id = $3',
      [sideId, actor, id],
    );
  }

  /** Of whoever asks; nobody's own: none. */
  async ids(unit: Unit): Promise<Set<string>> {
    return new Set((await this.#rows(unit)).map(({ opportunityId }) => opportunityId as string));
  }

  /** Of whoever asks, in order of id, with what changed since it was saved. */
  async list(unit: Unit): Promise<SavedOpportunity[]> {
    const rows = await this.#rows(unit);
    const since = new Map(rows.map(({ opportunityId, savedAt }) => [opportunityId as string, savedAt]));
    const changed = await changesSince(unit, since);
    return rows.map((row) => ({ ...row, changed: changed.get(row.opportunityId) ?? null }));
  }

  async #rows(unit: Unit): Promise<Omit<SavedOpportunity, 'changed'>[]> {
    const voice = voiceOf(unit.scope);
    if (voice === null) return [];
    return unit.manager.query<Omit<SavedOpportunity, 'changed'>[]>(
      `select opportunity_id as "opportunityId",
         to_char(saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "savedAt"
       from saved_opportunity where side_id = $1 and actor = $2 order by opportunity_id`,
      [voice.sideId, voice.actor],
    );
  }
}

function speaker({ scope }: Unit): Voice {
  const voice = voiceOf(scope);
  if (voice === null) throw nobodySaves();
  return voice;
}
