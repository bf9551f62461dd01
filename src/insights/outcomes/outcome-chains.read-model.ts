import type { Unit } from '../../platform/database/unit-of-work.js';
import type { OutcomeChain } from './outcome-chain.js';

/** A chain with what its call says of itself. */
export interface FoundChain extends OutcomeChain {
  /** null: an idea without a call, or a call that states none */
  readonly programme: string | null;
}

/** A consortium that staff say was funded, and by which grant. */
export interface FundedBoard {
  readonly id: string;
  readonly title: string;
  /** grant agreement number; null: staff gave none */
  readonly grant: string | null;
}

/**
 * Every step of every member with every call, from the tables of those who take it: digests that went, requests that were
 * sent, seats that were offered or are held. A step is at least the one before: whoever was asked was suggested.
 */
const chains = `
  with step as (
    select d.organisation_id as organisation, (i ->> 'opportunity')::uuid as call, 0 as reached, m.ended_at as at,
      false as leads
    from digest d join mail_delivery m on m.mail = 'digest' and m.cause = d.id::text and m.state = 'sent',
      jsonb_array_elements(d.items) as i
    where $1 = any (d.clusters)
    union all
    select x.organisation, i.opportunity_id, case when i.state = 'accepted' then 2 else 1 end, i.sent_at, false
    from introduction i cross join lateral
      (values (i.sender_organisation_id, i.sender_clusters), (i.recipient_organisation_id, i.recipient_clusters))
      as x (organisation, clusters)
    where i.sent_at is not null and i.opportunity_id is not null and x.organisation is not null and $1 = any (x.clusters)
    union all
    select o.organisation_id, coalesce(c.opportunity_id, c.id), 1, o.offered_at, false
    from seat_offer o join consortium c on c.id = o.consortium_id
    where o.cluster_id = $1
    union all
    select s.organisation_id, coalesce(c.opportunity_id, c.id),
      case when s.state = 'asked' then 1 when c.state = 'funded' then 5 when c.state in ('submitted', 'not-funded') then 4
        when c.state = 'agreed' then 3 else 2 end,
      c.changed_at, s.participation = 'coordinator' and c.state in ('agreed', 'submitted', 'funded', 'not-funded')
    from consortium_seat s join consortium c on c.id = s.consortium_id
    where s.cluster_id = $1 and s.organisation_id is not null and s.state in ('asked', 'accepted', 'confirmed')
  )
  select s.organisation, s.call, max(s.reached)::int as reached, bool_or(s.leads) as leads, o.programme
  from step s left join opportunity o on o.id = s.call
  where s.organisation = any ($2::uuid[])
  group by s.organisation, s.call, o.programme
  having $3::timestamptz is null or max(s.at) >= $3
  order by s.organisation, s.call`;

/** What came of it: reads what neither managers nor officers may read whole, so only counts may leave. */
export class OutcomeChainsReadModel {
  /** @param unit of the service itself, in reach of the cluster @param members whose steps count @param since null: ever */
  async ofCluster(
    unit: Unit,
    clusterId: string,
    { members, since }: { readonly members: readonly string[]; readonly since: Date | null },
  ): Promise<FoundChain[]> {
    return unit.manager.query<FoundChain[]>(chains, [clusterId, members, since]);
  }

  /** Confirmed by staff, the newest first. */
  async funded(unit: Unit, clusterId: string, limit: number): Promise<FundedBoard[]> {
    return unit.manager.query<FundedBoard[]>(
      `select id, title, funded_grant as "grant" from consortium where cluster_id = $1 and state = 'funded'
       order by changed_at desc, id limit $2`,
      [clusterId, limit],
    );
  }
}
