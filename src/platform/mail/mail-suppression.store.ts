import type { Unit } from '../database/unit-of-work.js';
import { newId } from '../ids/uuid.js';

/** After this many hard bounces an address is not written to any more. */
export const mostHardBounces = 2;

/** Why an address is not written to; null: it is. */
export async function suppressionOf(unit: Unit, mark: Buffer): Promise<'bounced' | 'complained' | null> {
  const [row] = await unit.manager.query<{ reason: 'bounced' | 'complained' }[]>(
    'select reason from mail_suppression where mark = $1',
    [mark],
  );
  return row?.reason ?? null;
}

export type BounceKind = 'hard' | 'soft' | 'policy' | 'complaint';

/**
 * Writes down that a mail came back. The second hard bounce within 90 days, and the first complaint, suppress the
 * address. The same report twice counts once.
 *
 * @returns whether the address is suppressed from now on; null: no such mail was sent
 */
export async function recordBounce(
  unit: Unit,
  deliveryId: string,
  { kind, status }: { readonly kind: BounceKind; readonly status: string | null },
): Promise<{ readonly suppressed: boolean } | null> {
  const [sent] = await unit.manager.query<{ mark: Buffer }[]>(
    'select address_mark as mark from mail_delivery where id = $1 and address_mark is not null for update',
    [deliveryId],
  );
  if (!sent) return null;
  await unit.manager.query(
    `insert into mail_bounce (id, mark, delivery_id, kind, status)
     select $1, $2, $3, $4, $5
     where not exists (select from mail_bounce where delivery_id = $3 and kind = $4)`,
    [newId(), sent.mark, deliveryId, kind, status],
  );
  const [counted] = await unit.manager.query<{ hard: number; complaints: number }[]>(
    `select count(*) filter (where kind = 'hard' and at > now() - interval '90 days')::int as hard,
       count(*) filter (where kind = 'complaint')::int as complaints from mail_bounce where mark = $1`,
    [sent.mark],
  );
  const { hard = 0, complaints = 0 } = counted ?? {};
  const reason = hard >= mostHardBounces ? 'bounced' : complaints > 0 ? 'complained' : null;
  if (reason === null) return { suppressed: false };
  await unit.manager.query(
    `insert into mail_suppression (mark, reason, delivery_id) values ($1, $2, $3)
     on conflict (mark) do update set reason = excluded.reason where mail_suppression.reason <> 'bounced'`,
    [sent.mark, reason, deliveryId],
  );
  return { suppressed: true };
}

/** An address that is not written to any more, by the mail that showed it. */
export interface Untold {
  /** the mark as text */
  readonly mark: string;
  /** `user:<id>`, `contact:<id>`, `address` */
  readonly recipient: string;
  readonly clusters: readonly string[];
}

/** Takes those that nobody was told of; whoever takes them tells. */
export async function takeUntold(unit: Unit): Promise<readonly Untold[]> {
  const [rows] = await unit.manager.query<[Untold[], number]>(
    `update mail_suppression s set told_at = now() from mail_delivery d
     where d.id = s.delivery_id and s.told_at is null and s.reason = 'bounced'
     returning encode(s.mark, 'hex') as mark, d.recipient, d.clusters`,
  );
  return rows;
}

export async function anyUntold(unit: Unit): Promise<boolean> {
  const [row] = await unit.manager.query<{ found: boolean }[]>(
    `select exists (select from mail_suppression where told_at is null and reason = 'bounced') as found`,
  );
  return row?.found ?? false;
}
