import { createHash } from 'node:crypto';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Injectable } from '@nestjs/common';

/** So many times in so long. */
export interface Limit {
  /** what is counted: `sign-in.address` */
  readonly name: string;
  /** of whom; only a hash of it is stored */
  readonly of: string;
  readonly most: number;
  readonly windowSeconds: number;
}

/** Counts tries in PostgreSQL, which every process of the service shares. */
@Injectable()
export class Throttle {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Counts one try against every limit, in a transaction of its own: a try counts whatever becomes of it.
   *
   * @returns seconds until the next try is taken; null where this one may go on
   */
  async tryOnce(limits: readonly Limit[]): Promise<number | null> {
    const counted = await this.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<{ key: string; hits: number; seconds: number }[]>(
        `insert into throttle as t (key, hits, ends_at)
         select key, 1, now() + seconds * interval '1 second'
         from unnest($1::text[], $2::int[]) as l (key, seconds) order by key
         on conflict (key) do update set
           hits = case when t.ends_at <= now() then 1 else t.hits + 1 end,
           ends_at = case when t.ends_at <= now() then excluded.ends_at else t.ends_at end
         returning key, hits, ceil(extract(epoch from ends_at - now()))::int as seconds`,
        [limits.map(keyOf), limits.map(({ windowSeconds }) => windowSeconds)],
      ),
    );
    const most = new Map(limits.map((limit) => [keyOf(limit), limit.most]));
    const over = counted.filter(({ key, hits }) => hits > (most.get(key) ?? 0));
    return over.length === 0 ? null : Math.max(1, ...over.map(({ seconds }) => seconds));
  }

  /** A try that turned out to be right does not count. */
  async forgive(limits: readonly Limit[]): Promise<void> {
    await this.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query(`update throttle set hits = greatest(0, hits - 1) where key = any ($1)`, [
        limits.map(keyOf),
      ]),
    );
  }
}

function keyOf({ name, of, windowSeconds }: Limit): string {
  const whom = createHash('sha256').update(of).digest('base64url').slice(0, 22);
  return `${name}.${windowSeconds}:${whom}`;
}
