import type { Unit } from '../platform/database/unit-of-work.js';
import { isUuid } from '../platform/ids/uuid.js';
import { opportunityAmbiguous, opportunityNotFound } from './opportunity.errors.js';
import type {
  OpportunityId,
  OpportunityKind,
  OpportunityRecord,
  OpportunitySource,
  OpportunityStatus,
} from './opportunity.js';
import { statusOn, type Dates } from './opportunity-status.js';
import { recentChanges, type RecentChange } from './recent-changes.read-model.js';

/** An opportunity as shown: the merged view, with what holds on the day asked about. */
export interface OpportunityCard extends Omit<OpportunityRecord, 'source' | 'sourceKey'> {
  readonly id: OpportunityId;
  readonly status: OpportunityStatus;
  /** which source gave each field */
  readonly provenance: Readonly<Record<string, string>>;
  readonly version: number;
  /** what changed in the month before the day asked about; null: nothing did */
  readonly changed: RecentChange | null;
}

/** A fact that changed, with the old value kept visible. */
export interface OpportunityChange {
  readonly field: string;
  readonly oldValue: unknown;
  readonly newValue: unknown;
  readonly source: string;
  readonly seenAt: string;
}

/** Just enough of an opportunity to tell whether it is listed, and by whose word it stands here. */
export interface OpportunityStanding {
  readonly id: OpportunityId;
  readonly kind: OpportunityKind;
  readonly status: OpportunityStatus;
  /** the source that gave its title: `portal`, `work-programme`, `pilots`, `demo` */
  readonly source: string | null;
}

/** One source's own word on one opportunity. */
export interface SaidOfOpportunity {
  readonly id: OpportunityId;
  readonly record: OpportunityRecord;
}

type CardRow = Omit<OpportunityCard, 'status' | 'changed'>;

const columns = `
  o.id, o.kind, o.identifier, o.title, o.programme, o.part, o.call_identifier as "callIdentifier",
  o.call_title as "callTitle", o.action_types as "actionTypes", o.stated_status as "statedStatus",
  o.opens_on::text as "opensOn", o.deadlines, o.budget, o.trl_from as "trlFrom", o.trl_to as "trlTo", o.keywords,
  o.sections, o.flags, o.url, o.provenance, o.invented, o.version,
  to_char(o.observed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "observedAt"`;

/** The questions other features and screens ask about opportunities. */
export class OpportunityReadModel {
  /** @returns the cards of those ids that exist, by id */
  async cards(unit: Unit, ids: readonly string[], asOf: Date): Promise<Map<string, OpportunityCard>> {
    const rows = await unit.manager.query<CardRow[]>(
      `select ${columns} from opportunity o where o.id = any ($1::uuid[])`,
      [ids],
    );
    const cards = await this.#cards(unit, rows, asOf);
    return new Map(cards.map((card) => [card.id as string, card]));
  }

  /** Every opportunity that is not withdrawn: what a score run ranks for. In order of id. */
  async scorable(unit: Unit, asOf: Date): Promise<OpportunityCard[]> {
    const rows = await unit.manager.query<CardRow[]>(
      `select ${columns} from opportunity o where o.stated_status is distinct from 'withdrawn' order by o.id`,
    );
    return this.#cards(unit, rows, asOf);
  }

  /** Every opportunity, in short. In order of id. */
  async standings(unit: Unit, asOf: Date): Promise<OpportunityStanding[]> {
    const rows = await unit.manager.query<(Dates & Omit<OpportunityStanding, 'status'>)[]>(
      `select id, kind, stated_status as "statedStatus", opens_on::text as "opensOn", deadlines,
         provenance ->> 'title' as source from opportunity order by id`,
    );
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      status: statusOn(asOf, row),
      source: row.source,
    }));
  }

  /** The ids of those that are scorable, in the same order. */
  async scorableIds(unit: Unit): Promise<OpportunityId[]> {
    const rows = await unit.manager.query<{ id: OpportunityId }[]>(
      "select id from opportunity where stated_status is distinct from 'withdrawn' order by id",
    );
    return rows.map(({ id }) => id);
  }

  /** The same with the version of each: what tells whether any of them changed. */
  async scorableVersions(unit: Unit): Promise<{ id: OpportunityId; version: number }[]> {
    return unit.manager.query<{ id: OpportunityId; version: number }[]>(
      "select id, version from opportunity where stated_status is distinct from 'withdrawn' order by id",
    );
  }

  /** In the order of the rows. */
  async #cards(unit: Unit, rows: readonly CardRow[], asOf: Date): Promise<OpportunityCard[]> {
    const changed = await recentChanges(
      unit,
      rows.map(({ id }) => id),
      asOf,
    );
    return rows.map((row) => ({
      ...row,
      status: statusOn(asOf, row),
      changed: changed.get(row.id) ?? null,
    }));
  }

  /** What one source says of each opportunity it speaks of, the newest word first. */
  async saidBy(unit: Unit, source: OpportunitySource): Promise<SaidOfOpportunity[]> {
    return unit.manager.query<SaidOfOpportunity[]>(
      `select opportunity_id as id, record from opportunity_record where source = $1
       order by observed_at desc, opportunity_id`,
      [source],
    );
  }

  /** All that ever changed, the newest first. */
  async changes(unit: Unit, id: OpportunityId): Promise<OpportunityChange[]> {
    return unit.manager.query<OpportunityChange[]>(
      `select field, old_value as "oldValue", new_value as "newValue", source,
         to_char(seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "seenAt"
       from opportunity_change where opportunity_id = $1 order by seen_at desc, field`,
      [id],
    );
  }

  /**
   * The opportunity a person means by our id, the identifier in any letter case, or the exact title.
   *
   * @throws {AppError} `opportunities.not-found`, `opportunities.ambiguous` (lists the candidates)
   */
  async resolve(unit: Unit, reference: string): Promise<OpportunityId> {
    const text = reference.trim();
    const condition = isUuid(text)
      ? 'id = $1::uuid'
      : 'identifier_key = lower($1) or (lower(title) = lower($1) and not exists (select 1 from opportunity where identifier_key = lower($1)))';
    const found = await unit.manager.query<{ id: OpportunityId; identifier: string }[]>(
      `select id, identifier from opportunity where ${condition} order by identifier_key limit 10`,
      [text],
    );
    if (found.length > 1) throw opportunityAmbiguous(text, found);
    if (!found[0]) throw opportunityNotFound(text);
    return found[0].id;
  }
}
