import { Injectable } from '@nestjs/common';

import type { Unit } from '../../platform/database/unit-of-work.js';
import { countryName } from '../../taxonomy/index.js';
import { Letters, type Letter, type MailInHand, type Stop } from '../../platform/mail/index.js';
import { SeatOfferStore } from '../seats/seat-offer.store.js';
import { SeatViews, type FellowPartner, type SeatView } from '../seats/seat-view.js';
import { seatLetter, seatTakenLetter, type AboutSeat } from './seat-letters.js';
import { seatMail, seatTakenMail, type SeatStep } from './seat-mails.js';
import { seatWords } from './seat-words.js';
import { unlessGone } from './unless-gone.js';

/** Writes the mails about seats at the last moment: what has been overtaken meanwhile does not go. */
@Injectable()
export class SeatWriter {
  constructor(
    letters: Letters,
    private readonly views: SeatViews,
    private readonly offers: SeatOfferStore,
  ) {
    letters.write(seatMail, {
      compose: (unit, mail) =>
        this.#seat(unit, mail, (about, view) =>
          holds(view, mail.content.step) ? seatLetter(about, mail.content.step) : { stop: 'overtaken' },
        ),
    });
    letters.write(seatTakenMail, {
      compose: (unit, mail) =>
        this.#seat(unit, mail, (about, { offer }) =>
          offer.state === 'taken' ? seatTakenLetter(about) : { stop: 'overtaken' },
        ),
    });
  }

  async #seat(
    unit: Unit,
    { content, language, to, base }: MailInHand<{ readonly offer: string }>,
    letter: (about: AboutSeat, view: SeatView) => Letter | Stop,
  ): Promise<Letter | Stop> {
    const offer = await unlessGone(this.offers.get(unit, content.offer));
    const view = offer && (await unlessGone(this.views.ofOffer(unit, offer)));
    if (view === null) return { stop: 'gone' };
    const about: AboutSeat = {
      language,
      base,
      name: to.name,
      title: view.title,
      identifier: view.opportunity?.identifier ?? null,
      deadline: view.opportunity?.deadlines.at(-1)?.at.slice(0, 10) ?? null,
      cluster: language === 'it' ? view.cluster.nameIt : view.cluster.nameEn,
      eligibility: view.eligibility,
      offer: view.offer.id,
      participation: view.seat.participation,
      covers: view.needs.map(({ text }) => text),
      effortMonths: view.seat.effortMonths,
      partners: view.partners.map((partner) => said(partner, language)),
    };
    return letter(about, view);
  }
}

/** Whether the seat still is as the mail says. */
function holds({ offer, seat }: SeatView, step: SeatStep): boolean {
  if (step === 'offered') return offer.state === 'offered';
  if (step === 'confirmed') return seat.state === 'confirmed' && offer.state === 'accepted';
  return true;
}

function said({ name, country, participation }: FellowPartner, language: 'en' | 'it'): string {
  const where = country === null ? null : countryName(country, language);
  const what = seatWords(language).participation(participation);
  return [name, what, where].filter((part) => part !== null).join(', ');
}
