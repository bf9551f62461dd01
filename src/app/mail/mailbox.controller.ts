import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope, notAllowed } from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/errors/app-error.js';
import { AnswersMailFrame, mailboxLines, mailboxMessage } from '../../platform/mail/index.js';
import {
  MailboxMessageResponse,
  MailboxResponse,
  MailIdPath,
  toMailboxLineResponse,
  toMailboxMessageResponse,
} from './mail.dto.js';

const mostShown = 100;

/**
 * What would have been sent, where there is no mail server. Links in it let others in: shown to the operator, and on an
 * open demonstration to whoever asks from its own machine.
 */
@ApiTags('mail')
@Controller('mailbox')
export class MailboxController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The last hundred messages, the newest first. */
  @Get()
  async list(): Promise<MailboxResponse> {
    this.#requireOwner();
    const lines = await this.unitOfWork.run(systemScope(), (unit) => mailboxLines(unit, mostShown));
    return { items: lines.map(toMailboxLineResponse) };
  }

  /** One message, as HTML and as text. */
  @Get(':id')
  async one(@Param() { id }: MailIdPath): Promise<MailboxMessageResponse> {
    this.#requireOwner();
    const message = await this.unitOfWork.run(systemScope(), (unit) => mailboxMessage(unit, id));
    if (!message) throw new AppError('mail.message-not-found', 'not-found', 'there is no such message');
    return toMailboxMessageResponse(message);
  }

  /** Its HTML alone, for a frame: no script, nothing from outside, whatever is in it. */
  @Get(':id/html')
  @AnswersMailFrame()
  async html(@Param() { id }: MailIdPath): Promise<string> {
    return (await this.one({ id })).html;
  }

  #requireOwner(): void {
    const { scope } = this.scope.caller();
    if (scope.role !== 'operator' && scope.user !== openOfficer) throw notAllowed('GET /api/v1/mailbox');
  }
}

/** Who asks an open demonstration without signing in. */
const openOfficer = 'open-officer';
