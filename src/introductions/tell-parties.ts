import { Injectable } from '@nestjs/common';

import type { Unit } from '../platform/database/unit-of-work.js';
import { putMail, putMails } from '../platform/mail/index.js';
import { Desk } from './desk.js';
import type { Introduction, Side } from './introduction.js';
import {
  agreedMail,
  escalationMail,
  filledMail,
  floodMail,
  guestMail,
  progressMail,
  requestMail,
  type ProgressStep,
} from './mails/introduction-mails.js';

/** Whom each step is told, as they are at that moment: who left is not written to, the next is. */
@Injectable()
export class TellParties {
  constructor(private readonly desk: Desk) {}

  /** @param reminder once more, because nobody answered */
  async request(
    unit: Unit,
    introduction: Introduction,
    reminder: boolean,
    step: string = reminder ? 'reminder' : 'request',
  ): Promise<void> {
    const { id, channel, recipientOrganisationId, recipientClusters, language } = introduction;
    const about = { introduction: id, reminder };
    const cause = `${id}:${step}`;
    if (channel === 'guest') {
      const guest = await this.desk.store.guest(unit, id);
      if (!guest) return;
      const to = { name: guest.name, address: guest.email };
      const clusters = introduction.senderClusters;
      await putMail(unit, guestMail, { to, language, content: about, cause, clusters });
    }
    if (channel !== 'member' || recipientOrganisationId === null) return;
    const to = await this.desk.parties.speaker(unit, recipientOrganisationId, recipientClusters);
    if (to === null) return this.#officers(unit, introduction);
    await putMail(unit, requestMail, {
      to,
      content: about,
      cause,
      clusters: recipientClusters,
      organisation: recipientOrganisationId,
    });
  }

  /** A question was answered: the request comes back to whoever asked. */
  async answered(unit: Unit, introduction: Introduction): Promise<void> {
    await this.request(unit, introduction, false, `answered:${introduction.version}`);
  }

  async sender(
    unit: Unit,
    introduction: Introduction,
    step: ProgressStep,
    cause: string = step,
  ): Promise<void> {
    const { id, createdBy, senderClusters, senderOrganisationId } = introduction;
    if (createdBy === null) return;
    await putMail(unit, progressMail, {
      to: { user: createdBy },
      content: { introduction: id, step },
      cause: `${id}:${cause}`,
      clusters: senderClusters,
      organisation: senderOrganisationId,
    });
  }

  /** Officers of the recipient's clusters; of a guest's or somebody outside, those of the sender's. */
  async escalated(unit: Unit, introduction: Introduction): Promise<void> {
    await this.#officers(unit, introduction);
  }

  async agreed(unit: Unit, introduction: Introduction, nudge: boolean): Promise<void> {
    const { id, channel, recipientOrganisationId, recipientClusters, senderClusters } = introduction;
    const cause = `${id}:${nudge ? 'nudge' : 'agreed'}`;
    const content = (side: Side) => ({ introduction: id, side, nudge });
    if (introduction.createdBy !== null)
      await putMail(unit, agreedMail, {
        to: { user: introduction.createdBy },
        content: content('sender'),
        cause,
        clusters: senderClusters,
      });
    if (channel === 'guest') {
      const guest = await this.desk.store.guest(unit, id);
      const { language } = introduction;
      const to = guest && { name: guest.name, address: guest.email };
      const letter = { language, content: content('recipient'), cause, clusters: senderClusters };
      if (to) await putMail(unit, agreedMail, { ...letter, to });
    }
    if (recipientOrganisationId === null || channel !== 'member') return;
    const to = await this.desk.parties.speaker(unit, recipientOrganisationId, recipientClusters);
    if (to === null) return;
    await putMail(unit, agreedMail, {
      to,
      content: content('recipient'),
      cause,
      clusters: recipientClusters,
    });
  }

  /** Thanks whoever was asked for a seat that is filled, once. */
  async filled(unit: Unit, introduction: Introduction): Promise<void> {
    const { id, channel, recipientOrganisationId, recipientClusters, senderClusters, language } =
      introduction;
    const letter = { content: { introduction: id }, cause: `${id}:filled` };
    if (channel === 'guest') {
      const guest = await this.desk.store.guest(unit, id);
      if (guest) {
        const to = { name: guest.name, address: guest.email };
        await putMail(unit, filledMail, { ...letter, to, language, clusters: senderClusters });
      }
      return;
    }
    if (recipientOrganisationId === null) return;
    const to = await this.desk.parties.speaker(unit, recipientOrganisationId, recipientClusters);
    if (to) await putMail(unit, filledMail, { ...letter, to, clusters: recipientClusters });
  }

  /** Once a day for one sender, to the officers of their own clusters. */
  async flood(unit: Unit, introduction: Introduction, count: number): Promise<void> {
    const day = this.desk.clock.now().toISOString().slice(0, 10);
    const who = introduction.senderOrganisationId ?? introduction.senderClusters[0] ?? '';
    const officers = await this.desk.parties.officers(unit, introduction.senderClusters);
    await putMails(
      unit,
      floodMail,
      officers.map((officer) => ({
        to: { user: officer.id },
        content: { introduction: introduction.id, count },
        cause: `${who}:flood:${day}`,
        clusters: introduction.senderClusters,
      })),
    );
  }

  async #officers(unit: Unit, introduction: Introduction): Promise<void> {
    const { id, recipientClusters, senderClusters } = introduction;
    const clusters = recipientClusters.length > 0 ? recipientClusters : senderClusters;
    const officers = await this.desk.parties.officers(unit, clusters);
    await putMails(
      unit,
      escalationMail,
      officers.map((officer) => ({
        to: { user: officer.id },
        content: { introduction: id },
        cause: `${id}:escalation`,
        clusters,
      })),
    );
  }
}
