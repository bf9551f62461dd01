import { defineMail } from '../../platform/mail/index.js';

/** What can be told of a seat: it was offered, both sides have confirmed, or something about it is another now. */
export const seatSteps = ['offered', 'confirmed', 'changed'] as const;
export type SeatStep = (typeof seatSteps)[number];

/** Ids alone: what a mail says is read when it is written, as the page of the seat would show it then. */
export const seatMail = defineMail<{ readonly offer: string; readonly step: SeatStep }>({
  name: 'seat-news',
  catalogue: 'M06',
  class: 'service',
});

/** The consortium is agreed: the same sheet to every partner. */
export const agreedSheetMail = defineMail<{ readonly consortium: string }>({
  name: 'consortium-agreed',
  catalogue: 'M07',
  class: 'service',
});

/** Somebody else has the seat: thanks to those who were asked as well. */
export const seatTakenMail = defineMail<{ readonly offer: string }>({
  name: 'seat-taken',
  catalogue: 'M08',
  class: 'service',
});

export const partnerNews = [...seatSteps, 'taken', 'agreed'] as const;

/** What happened to the offer of a seat, or to a whole consortium; nothing about anybody. */
export interface PartnerNews {
  readonly news: (typeof partnerNews)[number];
  /** of the offer; of the seat where it is taken, of the consortium where it is agreed */
  readonly id: string;
  /** tells this time from another: the same news of the same thing goes once for each */
  readonly mark: string;
}
