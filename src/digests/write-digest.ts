import { Injectable } from '@nestjs/common';

import { UserStore } from '../accounts/index.js';
import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { letterHtml, letterText, MailDirectory, PublicAddress } from '../platform/mail/index.js';
import type { DigestContent } from './digest.js';
import { digestLetter, silenceLetter } from './digest-letter.js';
import { DigestWriter, numbered } from './digest-writer.js';
import type { PlannedDigest } from './digest.store.js';

/** A digest as its reader gets it. */
export interface WrittenDigest {
  readonly reader: string;
  readonly organisationName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Writes a digest out for somebody to look at, by what writes it when it is sent. */
@Injectable()
export class WriteDigest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writer: DigestWriter,
    private readonly users: UserStore,
    private readonly directory: MailDirectory,
    private readonly address: PublicAddress,
  ) {}

  /** @param links whether what it links to works: for its reader alone */
  async write(
    digest: PlannedDigest & DigestContent & { readonly state?: string },
    { links }: { readonly links: boolean },
  ): Promise<WrittenDigest> {
    const { language, clusters, items, saved, waiting } = digest;
    const { envelope, brand, reader } = await this.unitOfWork.run(systemScope(clusters), async (unit) => {
      const name = (await this.users.byId(unit, digest.user))?.name ?? '';
      return {
        reader: name,
        envelope: await this.writer.envelope(unit, digest, { name, base: this.address.url }),
        brand: await this.directory.brand(unit, clusters[0] ?? null, language),
      };
    });
    const shown = links ? envelope : { ...envelope, subscriptionToken: 'preview', digestToken: 'preview' };
    const letter =
      digest.state === 'note'
        ? silenceLetter(shown)
        : digestLetter({ items: numbered(items).filter(({ closed }) => !closed), saved, waiting }, shown);
    return {
      reader,
      organisationName: envelope.organisation,
      subject: letter.subject,
      html: await letterHtml(letter, brand, language),
      text: letterText(letter, brand),
    };
  }
}
