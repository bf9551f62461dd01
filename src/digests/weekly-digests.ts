import { Injectable, Logger } from '@nestjs/common';

import { ClusterReadModel } from '../accounts/index.js';
import { systemScope, type Scope } from '../platform/database/scope.js';
import { isConnectionLoss, UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/errors/app-error.js';
import { putMails, wakeSender } from '../platform/mail/index.js';
import { chooseItems, isWeekly, isWorthAMail, mostItems, mostNeeds, type DigestContent } from './digest.js';
import { digestMail } from './digest-mail.js';
import { DigestStore, type PlanFor, type PlannedDigest, type WantingReader } from './digest.store.js';
import { MemberFindings } from './member-findings.js';
import { SavedDeadlines } from './saved-deadlines.js';

/** After this many weeks without a word, it is said that nothing fitted. */
const silentWeeksBeforeNote = 4;

const batch = 50;

/** What a round did. */
export interface DigestRound {
  readonly planned: number;
  readonly chosen: number;
  readonly silent: number;
}

/** The moment that a digest is about, and the one that it is chosen at. */
interface Moments {
  readonly at: Date;
  readonly now: Date;
}

/** Plans and chooses digests: who is due, and what stands in each. Safe to run twice, and by several at once. */
@Injectable()
export class WeeklyDigests {
  readonly #log = new Logger('digests');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly digests: DigestStore,
    private readonly findings: MemberFindings,
    private readonly saved: SavedDeadlines,
  ) {}

  /**
   * @param at the moment that decides who is due; null: the database's own
   */
  async run(
    at: Date | null,
    { whom = 'due', signal }: { readonly whom?: PlanFor; readonly signal?: AbortSignal } = {},
  ): Promise<DigestRound> {
    const scope = await this.#everywhere();
    const planned = await this.unitOfWork.run(scope, (unit) => this.digests.plan(unit, at, whom));
    let [chosen, silent] = [0, 0];
    const failed = new Set<string>();
    while (!signal?.aborted) {
      const all = await this.unitOfWork.run(scope, (unit) => this.digests.planned(unit, batch + failed.size));
      const waiting = all.filter(({ id }) => !failed.has(id));
      if (waiting.length === 0) break;
      const now = await this.unitOfWork.run(scope, (unit) => this.digests.now(unit));
      for (const digest of waiting) {
        if (signal?.aborted) break;
        const made = await this.#chooseOrReport(scope, digest, { at: at ?? now, now });
        if (made === null) failed.add(digest.id);
        else if (made) chosen += 1;
        else silent += 1;
      }
      await this.unitOfWork.run(scope, (unit) => wakeSender(unit));
    }
    return { planned, chosen, silent };
  }

  /** What everybody who wants digests would get at a moment; writes nothing. */
  async preview(
    at: Date,
    wanted: (digest: PlannedDigest) => boolean,
  ): Promise<readonly (PlannedDigest & DigestContent)[]> {
    const scope = await this.#everywhere();
    const shown: (PlannedDigest & DigestContent)[] = [];
    for (const reader of (await this.readers(at)).filter(wanted))
      shown.push({ ...reader, ...(await this.#content(scope, reader, at)) });
    return shown;
  }

  /** Whoever wants digests, with the week that a moment is in for them. */
  async readers(at: Date): Promise<readonly WantingReader[]> {
    const scope = await this.#everywhere();
    return this.unitOfWork.run(scope, (unit) => this.digests.wanting(unit, at));
  }

  /** One that cannot be chosen keeps nobody else waiting; it is tried again at the next round. @returns null: it failed */
  async #chooseOrReport(scope: Scope, digest: PlannedDigest, moments: Moments): Promise<boolean | null> {
    try {
      return await this.#choose(scope, digest, moments);
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      const code = error instanceof AppError ? error.code : 'unexpected';
      this.#log.warn(`digest.not-chosen ${JSON.stringify({ digest: digest.id, code })}`);
      return null;
    }
  }

  async #choose(scope: Scope, digest: PlannedDigest, { at, now }: Moments): Promise<boolean> {
    const content = await this.#content(scope, digest, at);
    return this.unitOfWork.run(scope, async (unit) => {
      const empty = !isWorthAMail(content);
      // whoever wants to hear at once is not told that there was nothing
      const silentBefore =
        empty && isWeekly(digest.week) ? await this.digests.silentWeeks(unit, digest.user) : 0;
      const state = !empty ? 'chosen' : silentBefore + 1 >= silentWeeksBeforeNote ? 'note' : 'silent';
      if (!(await this.digests.choose(unit, digest.id, state, content))) return false;
      if (state === 'silent') return false;
      const mail = {
        to: { user: digest.user },
        language: digest.language,
        content: { digest: digest.id },
        cause: digest.id,
        clusters: digest.clusters,
        organisation: digest.organisation,
        ...(digest.dueAt > now ? { availableAt: digest.dueAt } : {}),
      };
      await putMails(unit, digestMail, [mail], { wake: false });
      return true;
    });
  }

  async #content(scope: Scope, reader: PlannedDigest, at: Date): Promise<DigestContent> {
    const found = await this.findings.calls(reader, at);
    const saved = await this.saved.of(reader, at);
    const { requests, needs } = await this.findings.waiting(reader, at);
    return this.unitOfWork.run(scope, async (unit) => {
      const told = await this.digests.sentNeeds(unit, reader.user, at);
      const unheard = needs.filter(({ id }) => !told.has(id)).slice(0, mostNeeds);
      const sent = await this.digests.sentItems(unit, reader.user, at);
      const items = chooseItems(found, sent, mostItems - unheard.length);
      return { items, saved, waiting: { requests, needs: unheard } };
    });
  }

  /** Memberships are the clusters' rows: who is due is asked in all of them. */
  async #everywhere(): Promise<Scope> {
    const all = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    return systemScope(all.map(({ id }) => id as string));
  }
}
