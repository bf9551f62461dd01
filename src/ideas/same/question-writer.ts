import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { Letters } from '../../platform/mail/index.js';
import { questionLetter, questionMail } from './question-mail.js';
import { SameIdeaStore } from './same-idea.store.js';

/** Writes to authors at the last moment: who answered meanwhile is not asked again. */
@Injectable()
export class QuestionWriter {
  constructor(letters: Letters, clusters: ClusterReadModel) {
    const store = new SameIdeaStore();
    letters.write(questionMail, {
      compose: async (unit, { content, language, to, base }) => {
        const question = await store.question(unit, content.round, content.idea);
        if (question === null) return { stop: 'gone' };
        if (question.state !== 'asked') return { stop: 'overtaken' };
        const cluster = (await clusters.all(unit)).find(({ id }) => id === question.clusterId);
        return questionLetter({
          language,
          base,
          name: to.name,
          title: question.ideaTitle,
          cluster: (language === 'it' ? cluster?.nameIt : cluster?.nameEn) ?? '',
          shared: question.own,
          sides: question.sides,
          clusters: question.clusters,
        });
      },
    });
  }
}
