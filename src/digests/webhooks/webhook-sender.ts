import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

import { Injectable, Logger } from '@nestjs/common';

import { AuditTrail, ClusterReadModel } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/errors/app-error.js';
import { postForStatus, RequestFailure } from '../../platform/http/bounded-request.js';
import { putMails } from '../../platform/mail/index.js';
import { webhookTarget } from './webhook-address.js';
import { webhookOffMail } from './webhook-off-mail.js';
import { WebhookDeliveryStore, type Attempt, type ClaimedMessage } from './webhook-delivery.store.js';
import { WebhookSettings } from './webhook-settings.js';
import { webhookHeaders } from './webhook-signature.js';
import { WebhookStaffReadModel } from './webhook-staff.read-model.js';
import { WebhookStore } from './webhook.store.js';

/** Seconds until a message is tried again; after the last it is given up. */
const pauses = [30, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** A webhook to which nothing arrives for so long is switched off. */
export const mostDaysFailing = 5;

/** Claimed in one go, and under way at a time. */
const batch = 20;
const atATime = 5;

/** Sends what is due to webhooks. Nothing that the other side answers is read but its status. */
@Injectable()
export class WebhookSender {
  readonly #log = new Logger('webhooks');
  readonly #deliveries = new WebhookDeliveryStore();
  readonly #staff = new WebhookStaffReadModel();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly webhooks: WebhookStore,
    private readonly settings: WebhookSettings,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Until nothing is due or the process stops. @returns how many tries it made */
  async sendDue(signal: AbortSignal): Promise<number> {
    const all = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const scope = systemScope(all.map(({ id }) => id as string));
    let tried = 0;
    while (!signal.aborted) {
      const claimed = await this.unitOfWork.run(scope, (unit) => this.#deliveries.claim(unit, batch));
      if (claimed.length === 0) break;
      const waiting = [...claimed];
      const lanes = Array.from({ length: atATime }, async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await this.#send(scope, next);
      });
      await Promise.all(lanes);
      tried += claimed.length;
    }
    return tried;
  }

  async anyDue(unit: Unit): Promise<boolean> {
    return this.#deliveries.anyDue(unit);
  }

  async #send(scope: Scope, message: ClaimedMessage): Promise<void> {
    const startedAt = this.clock.now().getTime();
    const { status, problem } = await this.#attempt(message);
    const attempt = { status, problem, tookMs: Math.max(0, this.clock.now().getTime() - startedAt) };
    await this.unitOfWork.run(scope, (unit) => this.#settle(unit, message, attempt));
  }

  async #attempt({ id, url: address, body, secrets }: ClaimedMessage): Promise<Omit<Attempt, 'tookMs'>> {
    const { limits } = this.settings;
    let agent: HttpAgent | undefined;
    try {
      const { url, lookup } = webhookTarget(address, this.settings);
      agent = url.protocol === 'https:' ? new HttpsAgent() : new HttpAgent();
      const headers = {
        'Content-Type': 'application/json',
        'User-Agent': 'Tessera-Webhooks/1',
        ...webhookHeaders({ id, body }, secrets, this.clock.now()),
      };
      const status = await postForStatus({ url, headers, body: Buffer.from(body), agent, limits, lookup });
      return { status, problem: problemOf(status) };
    } catch (error) {
      return { status: null, problem: failureOf(error) };
    } finally {
      agent?.destroy();
    }
  }

  async #settle(unit: Unit, message: ClaimedMessage, attempt: Attempt): Promise<void> {
    const pause = pauses[message.tries - 1] ?? null;
    if (!(await this.#deliveries.settle(unit, message, attempt, pause))) return;
    const arrived = attempt.problem === null;
    const days = await this.#deliveries.noteArrival(unit, message.webhook, arrived);
    if (arrived) return;
    // "gone" is the other side's wish to hear no more
    if (attempt.status === 410) await this.#switchOff(unit, message.webhook, 'gone');
    else if (days >= mostDaysFailing) await this.#switchOff(unit, message.webhook, 'failing');
  }

  /** Its cluster is told by mail. */
  async #switchOff(unit: Unit, webhook: string, why: 'failing' | 'gone'): Promise<void> {
    if (!(await this.webhooks.switchOff(unit, webhook, why))) return;
    const { cluster, host, staff } = await this.#staff.of(unit, webhook);
    await this.audit.record(unit, 'webhook.switched-off', { webhook, why }, { cluster });
    const cause = `${webhook}:${this.clock.now().toISOString()}`;
    const content = { host, why };
    await putMails(
      unit,
      webhookOffMail,
      staff.map((user) => ({ to: { user }, content, cause, clusters: [cluster] })),
    );
    this.#log.warn(`webhook.switched-off ${JSON.stringify({ webhook, why })}`);
  }
}

function problemOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'refused';
}

/** In a word: what went wrong on the way, never what the other side said. */
function failureOf(error: unknown): string {
  if (error instanceof AppError) return String(error.context['why'] ?? error.code);
  if (!(error instanceof RequestFailure)) return 'broken';
  return error.code === '' ? error.reason : error.code.toLowerCase().slice(0, 60);
}
