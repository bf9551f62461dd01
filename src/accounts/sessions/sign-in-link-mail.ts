import { defineMail } from '../../platform/mail/index.js';

/** The link that signs in once; worth nothing when it comes late. */
export const signInLinkMail = defineMail<{ readonly link: string }>({
  name: 'sign-in-link',
  catalogue: 'M15',
  class: 'account',
  staleAfterHours: 1,
});
