import { Injectable } from '@nestjs/common';

import type { Scope } from '../platform/database/scope.js';
import { readerNotFound } from './digest.errors.js';
import { WeeklyDigests } from './weekly-digests.js';
import { WriteDigest, type WrittenDigest } from './write-digest.js';

/** A digest as its reader would get it. */
export interface PreviewedDigest extends WrittenDigest {
  /** id of the reader's account */
  readonly user: string;
  readonly organisation: string;
  readonly week: string;
  readonly items: number;
}

interface Of {
  readonly clusters: readonly string[];
  readonly organisation: string;
  readonly user: string;
}

/** Shows what would be sent, written by what sends it. Nothing is put down, and its links lead nowhere. */
@Injectable()
export class PreviewDigests {
  constructor(
    private readonly weekly: WeeklyDigests,
    private readonly writing: WriteDigest,
  ) {}

  /** Those of the clusters in the scope, or of one member of these; readers who get nothing are left out. */
  async show(scope: Scope, at: Date, organisation?: string): Promise<PreviewedDigest[]> {
    const found = await this.#written(
      scope,
      at,
      (of) => (organisation ?? of.organisation) === of.organisation,
    );
    return found.filter(({ items }) => items > 0);
  }

  /** @throws {AppError} `digests.reader-not-found`: nobody in the scope's clusters who wants digests */
  async one(scope: Scope, at: Date, reader: string): Promise<PreviewedDigest> {
    const [found] = await this.#written(scope, at, ({ user }) => user === reader);
    if (!found) throw readerNotFound();
    return found;
  }

  async #written(scope: Scope, at: Date, wanted: (of: Of) => boolean): Promise<PreviewedDigest[]> {
    const reached = new Set(scope.clusters);
    const shown: PreviewedDigest[] = [];
    const inReach = (of: Of): boolean => of.clusters.some((cluster) => reached.has(cluster)) && wanted(of);
    for (const digest of await this.weekly.preview(at, inReach)) {
      const { user, organisation, week, items, waiting } = digest;
      const written = await this.writing.write(digest, { links: false });
      shown.push({ ...written, user, organisation, week, items: items.length + waiting.needs.length });
    }
    return shown;
  }
}
