import { Injectable } from '@nestjs/common';

import { UserStore } from '../accounts/index.js';
import { systemScope, type Scope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { letterHtml, letterText, MailDirectory, PublicAddress } from '../platform/mail/index.js';
import { digestLetter } from './digest-letter.js';
import { DigestWriter, numbered } from './digest-writer.js';
import { WeeklyDigests } from './weekly-digests.js';

/** A digest as its reader would get it. */
export interface PreviewedDigest {
  readonly organisation: string;
  readonly organisationName: string;
  readonly reader: string;
  readonly week: string;
  readonly items: number;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Shows what would be sent, written by what sends it. Nothing is put down, and its links lead nowhere. */
@Injectable()
export class PreviewDigests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly weekly: WeeklyDigests,
    private readonly writer: DigestWriter,
    private readonly users: UserStore,
    private readonly directory: MailDirectory,
    private readonly address: PublicAddress,
  ) {}

  /** Those of the clusters in the scope, or of one member of these; readers who get nothing are left out. */
  async show(scope: Scope, at: Date, organisation?: string): Promise<PreviewedDigest[]> {
    const reached = new Set(scope.clusters);
    const shown: PreviewedDigest[] = [];
    const wanted = ({ clusters, organisation: of }: { clusters: readonly string[]; organisation: string }) =>
      clusters.some((cluster) => reached.has(cluster)) && (organisation ?? of) === of;
    for (const digest of await this.weekly.preview(at, wanted)) {
      if (digest.items.length === 0) continue;
      const { language, week, clusters } = digest;
      const { envelope, brand, name } = await this.unitOfWork.run(systemScope(clusters), async (unit) => {
        const reader = (await this.users.byId(unit, digest.user))?.name ?? '';
        return {
          name: reader,
          envelope: await this.writer.envelope(unit, digest, { name: reader, base: this.address.url }),
          brand: await this.directory.brand(unit, clusters[0] ?? null, language),
        };
      });
      const withoutLinks = { ...envelope, subscriptionToken: 'preview', digestToken: 'preview' };
      const letter = digestLetter({ items: numbered(digest.items), saved: digest.saved }, withoutLinks);
      shown.push({
        organisation: digest.organisation,
        organisationName: envelope.organisation,
        reader: name,
        week,
        items: digest.items.length,
        subject: letter.subject,
        html: await letterHtml(letter, brand, language),
        text: letterText(letter, brand),
      });
    }
    return shown;
  }
}
