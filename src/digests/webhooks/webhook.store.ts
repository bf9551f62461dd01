import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { enqueueIntention } from '../../platform/queue/index.js';
import type { WebhookEvent } from './webhook-event.js';
import { sendWebhooksJob } from './webhook.job.js';

/** A webhook as its cluster sees it: never its secret. */
export interface WebhookLine {
  readonly id: string;
  /** the cluster's short name */
  readonly cluster: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly createdAt: Date;
  readonly renewedAt: Date | null;
  readonly failingSince: Date | null;
  readonly offSince: Date | null;
  readonly offWhy: 'by-hand' | 'failing' | 'gone' | null;
}

/** A message as the webhook's cluster sees it. */
export interface WebhookDeliveryLine {
  readonly id: string;
  readonly event: string;
  readonly state: 'due' | 'claimed' | 'arrived' | 'failed';
  readonly tries: number;
  readonly status: number | null;
  readonly problem: string | null;
  readonly tookMs: number | null;
  readonly createdAt: Date;
  /** when it is tried again; null: not any more */
  readonly nextTryAt: Date | null;
}

/** One that wants to be told, and of what it was. */
export interface ListeningWebhook {
  readonly id: string;
  readonly cluster: string;
  readonly events: readonly WebhookEvent[];
  readonly told: readonly string[];
}

export interface FoundWebhook {
  readonly cluster: string;
  readonly off: boolean;
}

/** The former secret signs for so long beside the new one. */
export const formerSecretHours = 24;
const mostDeliveries = 50;
const keptDays = 30;

/** A cluster's webhooks and what was sent to them; each sees what their scope reaches. */
export class WebhookStore {
  async list(unit: Unit): Promise<WebhookLine[]> {
    return unit.manager.query<WebhookLine[]>(
      `select w.id, c.slug as cluster, w.url, w.events, w.created_at as "createdAt", w.renewed_at as "renewedAt",
         w.failing_since as "failingSince", w.off_since as "offSince", w.off_why as "offWhy"
       from webhook w join cluster c on c.id = w.cluster_id where w.cluster_id = any ($1)
       order by w.created_at, w.id limit 100`,
      [unit.scope.clusters],
    );
  }

  async count(unit: Unit, cluster: string): Promise<number> {
    const [row] = await unit.manager.query<{ count: number }[]>(
      'select count(*)::int as count from webhook where cluster_id = $1',
      [cluster],
    );
    return row?.count ?? 0;
  }

  /** One of the clusters in scope, which nobody else changes before the transaction ends; null: there is none. */
  async find(unit: Unit, id: string): Promise<FoundWebhook | null> {
    const [row] = await unit.manager.query<FoundWebhook[]>(
      `select cluster_id as cluster, off_since is not null as off from webhook
       where id = $1 and cluster_id = any ($2) for update`,
      [id, unit.scope.clusters],
    );
    return row ?? null;
  }

  async make(
    unit: Unit,
    made: {
      readonly cluster: string;
      readonly url: string;
      readonly events: readonly WebhookEvent[];
      readonly secret: Buffer;
      readonly by: string;
    },
  ): Promise<string> {
    const id = newId();
    await unit.manager.query(
      `insert into webhook (id, cluster_id, url, events, secret, created_by) values ($1, $2, $3, $4, $5, $6)`,
      [id, made.cluster, made.url, made.events, made.secret, made.by],
    );
    return id;
  }

  async choose(unit: Unit, id: string, events: readonly WebhookEvent[]): Promise<void> {
    await unit.manager.query('update webhook set events = $2 where id = $1', [id, events]);
  }

  async renew(unit: Unit, id: string, secret: Buffer): Promise<void> {
    await unit.manager.query(
      'update webhook set former_secret = secret, secret = $2, renewed_at = now() where id = $1',
      [id, secret],
    );
  }

  /** What waits is not sent any more. @returns false where it was off before */
  async switchOff(unit: Unit, id: string, why: 'by-hand' | 'failing' | 'gone'): Promise<boolean> {
    const [, count] = await unit.manager.query<[unknown[], number]>(
      'update webhook set off_since = now(), off_why = $2 where id = $1 and off_since is null',
      [id, why],
    );
    await unit.manager.query(
      `update webhook_delivery set state = 'failed', problem = 'switched-off', ended_at = now(), lease_until = null
       where webhook_id = $1 and state in ('due', 'claimed')`,
      [id],
    );
    return count === 1;
  }

  async switchOn(unit: Unit, id: string): Promise<void> {
    await unit.manager.query(
      'update webhook set off_since = null, off_why = null, failing_since = null where id = $1',
      [id],
    );
  }

  async remove(unit: Unit, id: string): Promise<void> {
    await unit.manager.query('delete from webhook where id = $1', [id]);
  }

  async deliveries(unit: Unit, id: string): Promise<WebhookDeliveryLine[]> {
    return unit.manager.query<WebhookDeliveryLine[]>(
      `select id, event, state, tries, status, problem, took_ms as "tookMs", created_at as "createdAt",
         case when state = 'due' then available_at end as "nextTryAt"
       from webhook_delivery where webhook_id = $1 order by created_at desc, id limit ${mostDeliveries}`,
      [id],
    );
  }

  /** Those that are on, which nobody else looks after before the transaction ends. */
  async listening(unit: Unit, only: string | null = null): Promise<ListeningWebhook[]> {
    return unit.manager.query<ListeningWebhook[]>(
      `select id, cluster_id as cluster, events, told from webhook
       where off_since is null and ($1::uuid is null or id = $1) order by id for update`,
      [only],
    );
  }

  async anyListening(unit: Unit): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      'select exists (select from webhook where off_since is null) as found',
    );
    return row?.found ?? false;
  }

  async remember(unit: Unit, id: string, told: readonly string[]): Promise<void> {
    await unit.manager.query('update webhook set told = $2 where id = $1', [id, told]);
  }

  async put(
    unit: Unit,
    messages: readonly { webhook: string; cluster: string; event: string; body: string }[],
  ): Promise<void> {
    if (messages.length === 0) return;
    await unit.manager.query(
      `insert into webhook_delivery (id, webhook_id, cluster_id, event, body)
       select gen_random_uuid(), webhook, cluster, event, body
       from json_to_recordset($1::json) as r (webhook uuid, cluster uuid, event text, body text)`,
      [JSON.stringify(messages)],
    );
  }

  /** Has what is due sent when the caller's transaction has committed, rather than within the next minute. */
  async wake(unit: Unit, cluster: string): Promise<void> {
    await enqueueIntention(unit, sendWebhooksJob, { slot: 'put' }, { clusterId: cluster });
  }

  /** Forgets messages of long ago. */
  async forgetOld(unit: Unit): Promise<void> {
    await unit.manager.query(
      `delete from webhook_delivery where created_at < now() - interval '${keptDays} days'`,
    );
  }
}
