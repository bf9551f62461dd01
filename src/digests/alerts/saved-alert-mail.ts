import { defineMail } from '../../platform/mail/index.js';

/**
 * What happened to what somebody saved. They asked for it by saving, and need it in time: it does not count among the
 * mails that come by themselves; it can be ended like those.
 */
export const savedAlertMail = defineMail<{ readonly letter: string }>({
  name: 'saved-alert',
  catalogue: 'M12',
  class: 'service',
  staleAfterHours: 48,
});
