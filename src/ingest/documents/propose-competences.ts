import { Injectable } from '@nestjs/common';

import { People, Throttle, tooManyTries } from '../../accounts/index.js';
import type { UploadedFile } from '../../platform/http/uploaded-file.js';
import { DocumentReader } from './document-reader.js';
import { proposedCompetences, type ProposedCompetence } from './proposed-competences.js';

/** Documents that one person may have read, in an hour. */
const mostAnHour = 30;

/** Proposes competence lines from what a firm says of itself. Neither the text nor the proposals are kept. */
@Injectable()
export class ProposeCompetences {
  constructor(
    private readonly reader: DocumentReader,
    private readonly people: People,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Whether the link is one that still works; to be asked before anything is read.
   *
   * @throws {AppError} `accounts.invitation-not-found`, `accounts.invitation-ended`
   */
  async admit(token: string): Promise<string> {
    return (await this.people.open(token)).id;
  }

  /** @param by whose tries are counted */
  async fromText(text: string, by: string): Promise<ProposedCompetence[]> {
    await this.#count(by);
    return proposedCompetences(text);
  }

  /** @throws {AppError} `ingest.…` where the document is refused */
  async fromDocument({ content, file }: UploadedFile, by: string): Promise<ProposedCompetence[]> {
    await this.#count(by);
    return proposedCompetences(await this.reader.text(content, file));
  }

  async #count(by: string): Promise<void> {
    const limit = { name: 'proposals', of: by, most: mostAnHour, windowSeconds: 3_600 };
    const wait = await this.throttle.tryOnce([limit]);
    if (wait !== null) throw tooManyTries(wait);
  }
}
