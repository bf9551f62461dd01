import type { Unit } from '../platform/database/unit-of-work.js';
import { isUuid } from '../platform/ids/uuid.js';
import { opportunityAmbiguous, opportunityNotFound } from './opportunity.errors.js';
import type { OpportunityId, OpportunityKind, OpportunityRecord, OpportunityStatus } from './opportunity.js';
import { isListed, statusOn } from './opportunity-status.js';

/** An opportunity as shown: the merged view, with what holds on the day asked about. */
export interface OpportunityCard extends Omit<OpportunityRecord, 'source' | 'sourceKey'> {
  readonly id: OpportunityId;
  readonly status: OpportunityStatus;
  /** which source gave each field */
  readonly provenance: Readonly<Record<string, string>>;
  readonly version: number;
}

/** A fact that changed, with the old value kept visible. */
export interface OpportunityChange {
  readonly field: string;
  readonly oldValue: unknown;
  readonly newValue: unknown;
  readonly source: string;
  readonly seenAt: string;
}

export interface OpportunityQuery {
  /** the day that decides what is open */
  readonly asOf: Date;
  /** also what is closed or withdrawn */
  readonly all: boolean;
  readonly kind?: OpportunityKind;
  readonly part?: string;
  readonly search?: string;
  /** the identifier (in lower case) after which the page starts */
  readonly after?: string;
  readonly limit: number;
}

type CardRow = Omit<OpportunityCard, 'status'>;

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
    return new Map(rows.map((row) => [row.id as string, toCard(row, asOf)]));
  }

  /** Every opportunity that is not withdrawn: what a score run ranks for. In order of id. */
  async scorable(unit: Unit, asOf: Date): Promise<OpportunityCard[]> {
    const rows = await unit.manager.query<CardRow[]>(
      `select ${columns} from opportunity o where o.stated_status is distinct from 'withdrawn' order by o.id`,
    );
    return rows.map((row) => toCard(row, asOf));
  }

  /** Their ids alone, in the same order. */
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

  /** One page in order of identifier, and how many there are in all. */
  async list(
    unit: Unit,
    query: OpportunityQuery,
  ): Promise<{ items: OpportunityCard[]; total: number; more: boolean }> {
    const rows = await unit.manager.query<CardRow[]>(
      `select ${columns} from opportunity o
       where ($1::text is null or o.kind = $1) and ($2::text is null or o.part = $2)
         and ($3::text is null or o.title ilike $3 or o.identifier ilike $3)
       order by o.identifier_key`,
      [query.kind ?? null, query.part ?? null, query.search === undefined ? null : contains(query.search)],
    );
    const shown = rows
      .map((row) => toCard(row, query.asOf))
      .filter(({ status }) => query.all || isListed(status));
    const { after } = query;
    const rest = after === undefined ? shown : shown.filter((card) => card.identifier.toLowerCase() > after);
    return { items: rest.slice(0, query.limit), total: shown.length, more: rest.length > query.limit };
  }

  async changes(unit: Unit, id: OpportunityId): Promise<OpportunityChange[]> {
    return unit.manager.query<OpportunityChange[]>(
      `select field, old_value as "oldValue", new_value as "newValue", source, seen_at::text as "seenAt"
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

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function toCard(row: CardRow, asOf: Date): OpportunityCard {
  return { ...row, status: statusOn(asOf, row) };
}
