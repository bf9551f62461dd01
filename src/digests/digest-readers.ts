import { Injectable } from '@nestjs/common';

import { UserStore } from '../accounts/index.js';
import { OrganisationReadModel } from '../organisations/index.js';
import { systemScope, type Scope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { DigestLine } from './digest-line.js';
import { DigestStore, type WantingReader } from './digest.store.js';
import { digestNotFound } from './digest.errors.js';
import { WeeklyDigests } from './weekly-digests.js';
import { WriteDigest, type WrittenDigest } from './write-digest.js';

/** Looked at for the next digest: a month of weeks. */
const daysAhead = [0, 7, 14, 21, 28, 35] as const;

/** Whom something is for, in words. */
export interface Named {
  readonly readerName: string;
  readonly organisationName: string;
}

/** Who hears what: readers, and what went to each. */
@Injectable()
export class DigestReaders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly weekly: WeeklyDigests,
    private readonly digests: DigestStore,
    private readonly writing: WriteDigest,
    private readonly users: UserStore,
    private readonly organisations: OrganisationReadModel,
  ) {}

  /** Readers among the members of the scope's clusters, by the member's name. */
  async list(scope: Scope, at: Date): Promise<(WantingReader & Named)[]> {
    const reached = new Set(scope.clusters);
    const all = await this.#next(at);
    const mine = all.filter(({ clusters }) => clusters.some((cluster) => reached.has(cluster)));
    const named = await this.#named(scope.clusters, mine);
    const key = ({ organisationName, readerName }: Named): string => `${organisationName} ${readerName}`;
    return named.sort((a, b) => key(a).localeCompare(key(b), 'it'));
  }

  /** Everybody who wants digests, with the next moment at which theirs is due. */
  async #next(at: Date): Promise<readonly WantingReader[]> {
    const next = new Map<string, WantingReader>();
    for (const days of daysAhead)
      for (const reader of await this.weekly.readers(new Date(at.getTime() + days * 86_400_000)))
        if (reader.goesThen && reader.dueAt > at && !next.has(reader.user)) next.set(reader.user, reader);
    return [...next.values()];
  }

  /** What was chosen for whom, the newest first, as far as the scope reaches. */
  async history(scope: Scope, limit: number): Promise<(DigestLine & Named)[]> {
    const lines = await this.unitOfWork.run(scope, (unit) => this.digests.history(unit, null, limit));
    return this.#named(scope.clusters, lines);
  }

  /** One's own, the newest first. */
  async own(user: string, limit: number): Promise<DigestLine[]> {
    return this.unitOfWork.run(systemScope(), (unit) => this.digests.history(unit, user, limit));
  }

  /**
   * A digest as it was chosen and sent. Its links work for its reader alone.
   *
   * @throws {AppError} `digests.not-found`: not in the scope's reach, or not chosen yet
   */
  async one(scope: Scope, id: string): Promise<WrittenDigest & { readonly dueAt: Date }> {
    const reached = await this.unitOfWork.run(scope, (unit) => this.digests.reaches(unit, id));
    const found = reached
      ? await this.unitOfWork.run(systemScope(), (unit) => this.digests.find(unit, id))
      : null;
    if (!found || !['chosen', 'note'].includes(found.state)) throw digestNotFound();
    const written = await this.writing.write(found, { links: found.user === scope.user });
    return { ...written, dueAt: found.dueAt };
  }

  async #named<T extends { readonly user: string; readonly organisation: string }>(
    clusters: readonly string[],
    lines: readonly T[],
  ): Promise<(T & Named)[]> {
    return this.unitOfWork.run(systemScope(clusters), async (unit) => {
      const names = await this.users.names(
        unit,
        lines.map(({ user }) => user),
      );
      const cards = await this.organisations.cards(
        unit,
        lines.map(({ organisation }) => organisation),
      );
      return lines.map((line) => ({
        ...line,
        readerName: names.get(line.user) ?? '',
        organisationName: cards.get(line.organisation)?.facts.legalName ?? '',
      }));
    });
  }
}
