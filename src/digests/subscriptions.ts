import { Injectable } from '@nestjs/common';

import { AuditTrail, ConsentStore, type ConsentChannel, type StandingChoice } from '../accounts/index.js';
import { GiveFeedback } from '../matching/index.js';
import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { linkNotFound, nothingInDigest } from './digest.errors.js';
import type { Frequency } from './digest.js';
import { DigestStore, type ChosenDigest } from './digest.store.js';
import { readLinkToken, type LinkPurpose } from './link-token.js';

/** Which wording of the choice people were shown. */
export const choiceVersion = '2026-11-22';

const prefix = 'digest-';

const frequencyIn = (purpose: string | null): Frequency =>
  purpose === null ? 'never' : (purpose.slice(prefix.length) as Frequency);

/** What somebody does by a link in a mail, without signing in. Looking changes nothing: scanners look too. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly digests: DigestStore,
    private readonly consents: ConsentStore,
    private readonly feedback: GiveFeedback,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws {AppError} `digests.link-not-found` */
  async frequency(token: string): Promise<Frequency> {
    const user = await this.#read('subscription', token);
    return this.frequencyOf(user);
  }

  /** @throws {AppError} `digests.link-not-found` */
  async chooseByLink(token: string, frequency: Frequency, channel: ConsentChannel): Promise<void> {
    await this.choose(await this.#read('subscription', token), frequency, channel);
  }

  /** What somebody chose, to which wording and how; null: nothing yet. */
  async chosen(user: string): Promise<(StandingChoice & { readonly frequency: Frequency }) | null> {
    const found = await this.unitOfWork.run(systemScope(), (unit) =>
      this.consents.standing(unit, user, prefix),
    );
    return found && { ...found, frequency: frequencyIn(found.purpose) };
  }

  async frequencyOf(user: string): Promise<Frequency> {
    const purpose = await this.unitOfWork.run(systemScope(), (unit) =>
      this.consents.current(unit, user, prefix),
    );
    return frequencyIn(purpose);
  }

  async choose(user: string, frequency: Frequency, channel: ConsentChannel): Promise<void> {
    const purpose = frequency === 'never' ? null : `${prefix}${frequency}`;
    await this.unitOfWork.run(systemScope(), async (unit) => {
      const how = { refusal: `${prefix}never`, textVersion: choiceVersion, channel };
      await this.consents.choose(unit, user, prefix, { purpose, ...how });
      await this.audit.record(unit, 'digest.frequency-chosen', { user, frequency, channel });
    });
  }

  /** What a link beside an item is about. @throws {AppError} `digests.link-not-found`, `digests.no-such-item` */
  async item(token: string, at: number): Promise<{ readonly title: string; readonly identifier: string }> {
    const { item } = await this.#item(token, at);
    return { title: item.title, identifier: item.identifier };
  }

  /** Says of an item whether it was useful, as its reader would on a page. */
  async answer(token: string, at: number, verdict: 'useful' | 'not-for-us'): Promise<void> {
    const { digest, item } = await this.#item(token, at);
    const { user, organisation } = digest;
    await this.feedback.give(
      { role: 'member', clusters: [], organisation, user },
      { opportunity: item.opportunity, organisation },
      { verdict, reason: null, note: null },
    );
  }

  async #item(token: string, at: number) {
    const id = await this.#read('digest', token);
    const digest: ChosenDigest | null = await this.unitOfWork.run(systemScope(), (unit) =>
      this.digests.find(unit, id),
    );
    // links never end: whoever has left speaks for the organisation no more
    if (!digest?.belongs) throw linkNotFound();
    const item = digest.items[at];
    if (!item) throw nothingInDigest();
    return { digest, item };
  }

  async #read(purpose: LinkPurpose, token: string): Promise<string> {
    const key = await this.unitOfWork.run(systemScope(), (unit) => this.digests.key(unit));
    const id = readLinkToken(key, purpose, token);
    if (id === null) throw linkNotFound();
    return id;
  }
}
