import { isUuid } from '../platform/ids/uuid.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { isLive } from './live-membership.js';
import type { OrganisationId } from './organisation.js';
import { organisationAmbiguous, organisationNotFound, type Candidate } from './organisation.errors.js';
import { mergeRecords, type OrganisationView, type SourcedFacts } from './organisation-view.js';
import { realAmongMembers, realInScope } from './real-organisations.js';

/** An organisation as one scope sees it. */
export interface OrganisationCard extends OrganisationView {
  readonly id: OrganisationId;
  readonly pic: string | null;
  readonly vatNumber: string | null;
  /** present in open data */
  readonly listed: boolean;
  /** made up for the demonstration */
  readonly invented: boolean;
  /** clusters in scope of which it is a member */
  readonly memberships: readonly MembershipCard[];
}

export interface MembershipCard {
  readonly clusterId: string;
  readonly category: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** it counts today */
  readonly live: boolean;
}

export interface OrganisationQuery {
  /** part of the name, without letter case */
  readonly search?: string;
  readonly country?: string;
  readonly clusterId?: string;
  /** the id after which the page starts */
  readonly after?: string;
  readonly limit: number;
}

export interface OrganisationList {
  readonly items: OrganisationCard[];
  readonly total: number;
  /** invented ones that would be listed if there were no real ones */
  readonly inventedLeftOut: number;
  readonly more: boolean;
}

interface CardRow {
  id: OrganisationId;
  pic: string | null;
  vatNumber: string | null;
  listed: boolean;
  invented: boolean;
  records: SourcedFacts[];
  memberships: MembershipCard[];
}

const cardColumns = `
  o.id, o.pic, o.vat_number as "vatNumber", o.listed, o.invented,
  (select json_agg(json_build_object(
      'source', r.source, 'observedOn', r.observed_on, 'legalName', r.legal_name, 'shortName', r.short_name,
      'country', r.country, 'city', r.city, 'nuts', r.nuts, 'type', r.type, 'sme', r.sme,
      'employees', r.employees, 'url', r.url, 'site', r.site, 'languages', r.languages,
      'denied', r.denied))
    from organisation_record r where r.organisation_id = o.id) as records,
  coalesce((select json_agg(json_build_object('clusterId', m.cluster_id, 'category', m.category,
      'since', m.since, 'until', m.until, 'live', ${isLive('m')}) order by m.cluster_id)
    from membership m where m.organisation_id = o.id), '[]') as memberships`;

/** SQL: whether the organisation `o` is one that the asking organisation, or it, does not want to meet. */
const isExcluded = `exists (select from exclusion x
  where (x.organisation_id = (select current_organisation()) and x.other_id = o.id)
    or (x.other_id = (select current_organisation()) and x.organisation_id = o.id))`;

/** The questions other features and screens ask about organisations. */
export class OrganisationReadModel {
  /** @returns the cards of those ids that the scope may see, by id */
  async cards(unit: Unit, ids: readonly string[]): Promise<Map<string, OrganisationCard>> {
    const rows = await unit.manager.query<CardRow[]>(
      `select ${cardColumns} from organisation o where o.id = any ($1::uuid[]) and not ${isExcluded}`,
      [ids],
    );
    return new Map(rows.filter(hasRecords).map((row) => [row.id as string, toCard(row)]));
  }

  async card(unit: Unit, id: string): Promise<OrganisationCard | undefined> {
    return (await this.cards(unit, [id])).get(id);
  }

  /**
   * One page in order of id, and how many there are in all. Invented ones are left out as soon as there are real ones:
   * in the scope, or among the members of the cluster asked about.
   */
  async list(unit: Unit, query: OrganisationQuery): Promise<OrganisationList> {
    const conditions = `
      exists (select 1 from organisation_record r where r.organisation_id = o.id
        and ($1::text is null or r.legal_name ilike $1 or r.short_name ilike $1)
        and ($2::text is null or r.country = $2))
      and ($3::uuid is null or exists (select 1 from membership m
        where m.organisation_id = o.id and m.cluster_id = $3 and ${isLive('m')}))
      and not ${isExcluded}`;
    const filters = [
      query.search === undefined ? null : `%${query.search.replace(/[\\%_]/g, '\\$&')}%`,
      query.country ?? null,
      query.clusterId ?? null,
    ];
    const real = query.clusterId === undefined ? realInScope : realAmongMembers('$3::uuid');
    const rows = await unit.manager.query<CardRow[]>(
      `select ${cardColumns} from organisation o
       where ${conditions} and not (o.invented and (select ${real})) and ($4::uuid is null or o.id > $4) order by o.id limit $5`,
      [...filters, query.after ?? null, query.limit + 1],
    );
    const [counted] = await unit.manager.query<{ total: number; leftOut: number }[]>(
      `select count(*) filter (where not left_out)::int as total, count(*) filter (where left_out)::int as "leftOut"
       from (select o.invented and (select ${real}) as left_out from organisation o where ${conditions}) as found`,
      filters,
    );
    const cards = rows.filter(hasRecords).map(toCard);
    return {
      items: cards.slice(0, query.limit),
      total: counted?.total ?? 0,
      inventedLeftOut: counted?.leftOut ?? 0,
      more: rows.length > query.limit,
    };
  }

  /** Ids of the invented ones that no list in this scope may show: all of them as soon as it reaches a real one. */
  async inventedLeftOut(unit: Unit): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select id from organisation where invented and (select ${realInScope})`,
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of the live members of a cluster, by its slug; none where the scope may not see them, or there is none of that name. */
  async membersOf(unit: Unit, slug: string): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select m.organisation_id as id from membership m join cluster c on c.id = m.cluster_id
       where c.slug = $1 and m.cluster_id = any ($2::uuid[]) and ${isLive('m')} order by 1`,
      [slug, unit.scope.clusters],
    );
    return rows.map(({ id }) => id);
  }

  /** Who of the registry has these PICs, by PIC; what the scope may not see is not there. */
  async idsByPic(unit: Unit, pics: readonly string[]): Promise<Map<string, OrganisationId>> {
    const rows = await unit.manager.query<{ pic: string; id: OrganisationId }[]>(
      'select pic, id from organisation where pic = any ($1::text[])',
      [pics],
    );
    return new Map(rows.map(({ pic, id }) => [pic, id]));
  }

  /**
   * The organisation a person means by our id, a PIC or the exact name (letter case does not matter).
   *
   * @throws {AppError} `organisations.not-found`, `organisations.ambiguous` (lists the candidates)
   */
  async resolve(unit: Unit, reference: string): Promise<OrganisationId> {
    const text = reference.trim();
    const candidates = isUuid(text)
      ? await this.#candidates(unit, 'o.id = $1::uuid', text)
      : /^\d{9}$/.test(text)
        ? await this.#candidates(unit, 'o.pic = $1', text)
        : await this.#named(unit, text);
    if (candidates.length > 1) throw organisationAmbiguous(text, candidates);
    if (!candidates[0]) throw organisationNotFound(text);
    return candidates[0].id as OrganisationId;
  }

  /**
   * One after the other: a transaction has one connection, and the first that fits nothing ends it.
   *
   * @throws {AppError} as {@link resolve}
   */
  async resolveAll(unit: Unit, references: readonly string[]): Promise<OrganisationId[]> {
    const ids: OrganisationId[] = [];
    for (const reference of references) ids.push(await this.resolve(unit, reference));
    return ids;
  }

  /** By legal name first; by short name only where no legal name fits. */
  async #named(unit: Unit, name: string): Promise<Candidate[]> {
    const matches = (column: string): string => `exists (select 1 from organisation_record n
      where n.organisation_id = o.id and lower(n.${column}) = lower($1))`;
    const byLegalName = await this.#candidates(unit, matches('legal_name'), name);
    return byLegalName.length > 0 ? byLegalName : this.#candidates(unit, matches('short_name'), name);
  }

  async #candidates(unit: Unit, condition: string, value: string): Promise<Candidate[]> {
    return unit.manager.query<Candidate[]>(
      `select o.id, o.pic, min(r.legal_name) as name, min(r.country) as country
       from organisation o join organisation_record r on r.organisation_id = o.id
       where ${condition} and not ${isExcluded} group by o.id order by o.id limit 10`,
      [value],
    );
  }
}

const hasRecords = (row: CardRow): boolean => row.records !== null && row.records.length > 0;

function toCard({ records, ...row }: CardRow): OrganisationCard {
  return {
    id: row.id,
    pic: row.pic,
    vatNumber: row.vatNumber,
    listed: row.listed,
    invented: row.invented,
    memberships: row.memberships,
    ...mergeRecords(records),
  };
}
