import { defineMail } from '../../platform/mail/index.js';

/** Ids alone: what a mail says is read when it is written, under the masks of that moment. */
interface About {
  readonly introduction: string;
}

/** Asks the recipient, and reminds once. */
export const requestMail = defineMail<About & { readonly reminder: boolean }>({
  name: 'introduction-request',
  catalogue: 'M03',
  class: 'service',
});

/** What became of a request, to whoever sent it. */
export const progressMail = defineMail<About & { readonly step: ProgressStep }>({
  name: 'introduction-progress',
  catalogue: 'M04',
  class: 'service',
});
export const progressSteps = [
  'read',
  'declined',
  'more-information',
  'escalated',
  'expired',
  'queued',
  'message',
] as const;
export type ProgressStep = (typeof progressSteps)[number];

/** Nobody answered: to the officers of the recipient's clusters, who may call. */
export const escalationMail = defineMail<About>({
  name: 'introduction-escalation',
  catalogue: 'M04',
  class: 'service',
});

/** Both agreed: who the other is, and a nudge where they fall silent. */
export const agreedMail = defineMail<
  About & { readonly side: 'sender' | 'recipient'; readonly nudge: boolean }
>({
  name: 'introduction-agreed',
  catalogue: 'M05',
  class: 'service',
});

/** A guest is asked, without an account, and reminded once. */
export const guestMail = defineMail<About & { readonly reminder: boolean }>({
  name: 'introduction-guest',
  catalogue: 'M14',
  class: 'service',
});

/** The seat is filled: thanks to those who were asked as well. */
export const filledMail = defineMail<About>({
  name: 'introduction-filled',
  catalogue: 'M08',
  class: 'service',
});

/** Somebody sends the same words to many: to their officers. */
export const floodMail = defineMail<About & { readonly count: number }>({
  name: 'introduction-flood',
  catalogue: 'M10',
  class: 'service',
});
