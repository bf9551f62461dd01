import { Global, Module } from '@nestjs/common';

import { Letters } from './letters.js';
import { MailSender } from './mail-sender.js';
import { SendMailProcessor } from './send-mail.processor.js';

/** Needs `Mailer`, `MailDirectory` and `PublicAddress` from a global module, and the queue. */
@Global()
@Module({
  providers: [Letters, MailSender, SendMailProcessor],
  exports: [Letters, MailSender],
})
export class MailModule {}
