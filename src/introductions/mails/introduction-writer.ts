import { Injectable } from '@nestjs/common';

import { reachEveryCluster } from '../../accounts/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { countryName } from '../../taxonomy/index.js';
import {
  Letters,
  type Letter,
  type MailDefinition,
  type MailInHand,
  type Stop,
} from '../../platform/mail/index.js';
import { Desk } from '../desk.js';
import { mayBeKept, type Side } from '../introduction.js';
import { ShowIntroduction, type IntroductionView } from '../show-introduction.js';
import { awaitsAnswer } from '../state/introduction-state.js';
import {
  agreedLetter,
  escalationLetter,
  filledLetter,
  floodLetter,
  guestLetter,
  progressLetter,
  requestLetter,
  type AboutRequest,
  type LetterParty,
} from './introduction-letters.js';
import {
  agreedMail,
  escalationMail,
  filledMail,
  floodMail,
  guestMail,
  progressMail,
  requestMail,
} from './introduction-mails.js';

/** Lines of a request that its mail quotes, and how long each may be. */
const quoted = { lines: 3, characters: 300 };

interface About {
  readonly introduction: string;
}

/**
 * Writes the mails about requests at the last moment: is it still open, is the mask still on. What they say is what
 * their reader would see on the page at that moment, and no more.
 */
@Injectable()
export class IntroductionWriter {
  constructor(
    letters: Letters,
    private readonly desk: Desk,
    private readonly show: ShowIntroduction,
  ) {
    letters.write(requestMail, {
      compose: (unit, mail) =>
        this.#waiting(unit, mail, 'recipient', async (about) => requestLetter(about, mail.content.reminder)),
    });
    letters.write(guestMail, {
      compose: (unit, mail) =>
        this.#waiting(unit, mail, 'recipient', async (about) => guestLetter(about, mail.content.reminder)),
    });
    letters.write(escalationMail, {
      compose: (unit, mail) =>
        this.#waiting(unit, mail, 'recipient', async (about) => escalationLetter(about)),
    });
    letters.write(progressMail, { compose: (unit, mail) => this.#progress(unit, mail) });
    letters.write(agreedMail, {
      compose: (unit, mail) => {
        const { side, nudge } = mail.content;
        return this.#about(unit, mail, side, async (about, { introduction }) =>
          introduction.state === 'accepted' ? agreedLetter(about, side, nudge) : { stop: 'not-agreed' },
        );
      },
    });
    this.#plain(letters, filledMail, 'recipient', (about) => filledLetter(about));
    this.#plain(letters, floodMail, 'sender', (about, { count }) => floodLetter(about, count));
  }

  #plain<C extends About>(
    letters: Letters,
    definition: MailDefinition<C>,
    side: Side,
    letter: (about: AboutRequest, content: C) => Letter,
  ): void {
    letters.write(definition, {
      compose: (unit, mail) => this.#about(unit, mail, side, async (about) => letter(about, mail.content)),
    });
  }

  #progress(unit: Unit, mail: MailInHand<typeof progressMail extends MailDefinition<infer C> ? C : never>) {
    const { step } = mail.content;
    return this.#about(unit, mail, 'sender', async (about, { introduction, messages }) => {
      const theirs = messages.filter(({ side }) => side === 'recipient');
      const says = step === 'declined' || step === 'more-information';
      return progressLetter(about, {
        step,
        reason: step === 'declined' ? introduction.reason : null,
        note: says ? (theirs[theirs.length - 1]?.text.slice(0, 1_000) ?? null) : null,
      });
    });
  }

  #waiting<C extends About>(
    unit: Unit,
    mail: MailInHand<C>,
    side: Side,
    letter: (about: AboutRequest, view: IntroductionView) => Promise<Letter>,
  ): Promise<Letter | Stop> {
    return this.#about(unit, mail, side, async (about, view) => {
      const { state } = view.introduction;
      return awaitsAnswer(state) && state !== 'more-information' ? letter(about, view) : { stop: 'answered' };
    });
  }

  async #about<C extends About>(
    unit: Unit,
    mail: MailInHand<C>,
    side: Side,
    letter: (about: AboutRequest, view: IntroductionView) => Promise<Letter | Stop>,
  ): Promise<Letter | Stop> {
    // to write under the masks of both sides
    await reachEveryCluster(unit);
    const introduction = await this.desk.store.find(unit, mail.content.introduction);
    if (!introduction) return { stop: 'gone' };
    const view = await this.show.view(unit, introduction, new Set([side]));
    const lines = view.parts.filter(({ key }) => key === 'bring' || key === 'role').map(({ text }) => text);
    const open = awaitsAnswer(introduction.state) && side === 'recipient';
    const linked = open || (side === 'recipient' && mayBeKept(introduction));
    const { sender, recipient } = view;
    return letter(
      {
        language: mail.language,
        name: mail.to.name,
        id: introduction.id,
        subject: introduction.subject,
        role: introduction.role,
        replacement: introduction.replacement,
        sender: named(sender, mail.language),
        recipient: named(recipient, mail.language),
        lines: lines.slice(0, quoted.lines).map((text) => text.slice(0, quoted.characters)),
        due: open && introduction.expireAt ? day(introduction.expireAt, mail.language) : null,
        base: mail.base,
        isGuest: side === 'recipient' && introduction.channel === 'guest',
        token: linked ? await this.desk.store.newLink(unit, introduction.id) : null,
      },
      view,
    );
  }
}

/** A side as mails call it. */
const named = ({ name, country, contact }: LetterParty, language: 'en' | 'it'): LetterParty => ({
  name,
  country: country === null ? null : (countryName(country, language) ?? country),
  contact,
});

const day = (at: Date, language: 'en' | 'it'): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Rome',
  }).format(at);
