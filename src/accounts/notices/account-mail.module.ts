import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts.module.js';
import { AccountMailWriter } from './account-mail-writer.js';

/** Mails about accounts; needs the queue and the mail. */
@Module({ imports: [AccountsModule], providers: [AccountMailWriter] })
export class AccountMailModule {}
