import { newId } from '../platform/ids/uuid.js';
import type { Unit } from '../platform/database/unit-of-work.js';

export const agreementKinds = ['sisters', 'parent'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** What two clusters agreed on. Dates are calendar dates, instants ISO. */
export interface Agreement {
  readonly id: string;
  /** of a parent: whose figures are given */
  readonly clusterId: string;
  readonly otherId: string;
  readonly kind: AgreementKind;
  readonly fromOn: string;
  /** the last day; null: until it is ended */
  readonly untilOn: string | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
  /** something passes today */
  readonly inForce: boolean;
}

export type NewAgreement = Pick<
  Agreement,
  'clusterId' | 'otherId' | 'kind' | 'fromOn' | 'untilOn' | 'proposedBy'
>;

const columns = `a.id, a.cluster_id as "clusterId", a.other_id as "otherId", a.kind, a.from_on::text as "fromOn",
  a.until_on::text as "untilOn", a.proposed_by as "proposedBy", a.proposed_at as "proposedAt",
  a.accepted_at as "acceptedAt", a.ended_at as "endedAt",
  (a.accepted_at is not null and a.ended_at is null and a.from_on <= current_date
    and (a.until_on is null or a.until_on >= current_date)) as "inForce"`;

/** Agreements between clusters, each in reach of its two parties. */
export class AgreementStore {
  /** Those that are not over, and those that ended within a year; the newest first. */
  async of(unit: Unit, clusterId: string): Promise<Agreement[]> {
    return unit.manager.query<Agreement[]>(
      `select ${columns} from federation_agreement a where $1 in (a.cluster_id, a.other_id)
         and (a.ended_at is null or a.ended_at > now() - interval '1 year') order by a.proposed_at desc, a.id`,
      [clusterId],
    );
  }

  async byId(unit: Unit, id: string): Promise<Agreement | null> {
    const [row] = await unit.manager.query<Agreement[]>(
      `select ${columns} from federation_agreement a where a.id = $1 for update`,
      [id],
    );
    return row ?? null;
  }

  /** @returns its id; null where the two have one of this kind that has not ended */
  async propose(unit: Unit, agreement: NewAgreement): Promise<string | null> {
    const { kind, fromOn, untilOn, proposedBy } = agreement;
    const [first, second] =
      kind === 'sisters' && agreement.clusterId > agreement.otherId
        ? [agreement.otherId, agreement.clusterId]
        : [agreement.clusterId, agreement.otherId];
    const [row] = await unit.manager.query<{ id: string }[]>(
      `insert into federation_agreement (id, cluster_id, other_id, kind, from_on, until_on, proposed_by)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (cluster_id, other_id, kind) where ended_at is null do nothing returning id`,
      [newId(), first, second, kind, fromOn, untilOn, proposedBy],
    );
    return row?.id ?? null;
  }

  async accept(unit: Unit, id: string): Promise<void> {
    await unit.manager.query('update federation_agreement set accepted_at = now() where id = $1', [id]);
  }

  async end(unit: Unit, id: string, by: string): Promise<void> {
    await unit.manager.query(
      'update federation_agreement set ended_at = now(), ended_by = $2 where id = $1 and ended_at is null',
      [id, by],
    );
  }
}
