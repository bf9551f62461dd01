import { Injectable } from '@nestjs/common';

import type { Unit } from '../../platform/database/unit-of-work.js';
import { Letters, type Letter, type MailInHand, type Stop } from '../../platform/mail/index.js';
import { interviewLetter, interviewMail } from './interview-mail.js';
import { InterviewNames } from './interview-names.js';
import { InterviewStore } from './interview.store.js';

/** Writes the mail at the last moment: what was decided on meanwhile is not asked about. */
@Injectable()
export class InterviewWriter {
  constructor(
    letters: Letters,
    private readonly store: InterviewStore,
    private readonly names: InterviewNames,
  ) {
    letters.write(interviewMail, { compose: (unit, mail) => this.#compose(unit, mail) });
  }

  async #compose(
    unit: Unit,
    { content, language, to, base }: MailInHand<{ readonly interview: string }>,
  ): Promise<Letter | Stop> {
    const interview = await this.store.find(unit, content.interview);
    if (!interview) return { stop: 'gone' };
    const lines = (await this.store.lines(unit, interview)).filter(({ verdict }) => verdict === 'open');
    if (lines.length === 0 && interview.roles.length === 0) return { stop: 'answered-already' };
    const parties = await this.names.of(unit, interview);
    if (parties === null) return { stop: 'gone' };
    return interviewLetter({
      language,
      name: to.name,
      cluster: language === 'it' ? parties.cluster.nameIt : parties.cluster.nameEn,
      organisation: parties.organisation,
      lines,
      roles: interview.roles.length > 0,
      base,
      token: await this.store.newLink(unit, interview.id),
    });
  }
}
