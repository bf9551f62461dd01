import { defineMail } from '../platform/mail/index.js';

/** The weekly digest; stale two days after it was due, as the week has gone on. */
export const digestMail = defineMail<{ readonly digest: string }>({
  name: 'digest',
  catalogue: 'M09',
  class: 'subscribed',
  staleAfterHours: 48,
});
