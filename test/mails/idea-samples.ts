import { questionLetter } from '../../src/ideas/same/question-mail.js';
import type { Brand } from '../../src/platform/mail/index.js';
import type { MailSample } from './mail-samples.js';

/** The mail to authors of alike ideas, invented. */
export const ideaSamples = (brand: Brand): readonly MailSample[] => [
  {
    name: 'same-idea',
    mail: 'same-idea',
    brand,
    letter: (language) =>
      questionLetter({
        language,
        name: 'Ada Bianchi',
        base: 'https://tessera.example',
        title: language === 'it' ? 'Batterie di seconda vita' : 'Second-life batteries',
        cluster: language === 'it' ? 'Cluster Esempio' : 'Example cluster',
        shared:
          language === 'it' ? ['pacchi batteria', 'robot', 'celle'] : ['battery packs', 'robots', 'cells'],
        sides: 4,
        clusters: 2,
      }),
  },
];
