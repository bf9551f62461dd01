import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts.module.js';
import { AccountMailProcessor } from './account-mail.processor.js';

/** Mails about accounts; needs the queue and the mail. */
@Module({ imports: [AccountsModule], providers: [AccountMailProcessor] })
export class AccountMailModule {}
