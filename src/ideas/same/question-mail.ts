import { defineMail, type Letter } from '../../platform/mail/index.js';

/** Ids alone: what the mail says is read when it is written. */
export const questionMail = defineMail<{ readonly round: string; readonly idea: string }>({
  name: 'same-idea',
  catalogue: 'M03',
  class: 'service',
});

/** What the mail is written from: no more than the page shows its reader. */
export interface AboutQuestion {
  readonly language: 'en' | 'it';
  /** the reader's */
  readonly name: string;
  readonly base: string;
  /** of the reader's idea */
  readonly title: string;
  /** who asks */
  readonly cluster: string;
  readonly shared: readonly string[];
  /** with the reader */
  readonly sides: number;
  readonly clusters: number;
}

/** Others want what you want: would you go on together? */
export function questionLetter(about: AboutQuestion): Letter {
  const words = about.language === 'it' ? italian : english;
  return {
    subject: words.subject(about.title),
    preheader: words.preheader(about.sides),
    greeting: words.greeting(about.name),
    blocks: [
      { kind: 'paragraph', text: words.opening(about) },
      {
        kind: 'facts',
        facts: [
          [words.idea, about.title],
          ...(about.shared.length === 0 ? [] : [[words.shared, about.shared.join(', ')] as const]),
        ],
      },
      { kind: 'paragraph', text: words.consequence(about.cluster) },
      { kind: 'actions', actions: [{ label: words.action, url: `${about.base}/ideas/kept` }] },
    ],
    why: words.why,
    footerLinks: [],
    unsubscribe: null,
  };
}

const english = {
  subject: (title: string) => `Others want the same: ${title}`,
  preheader: (sides: number) => `${sides - 1} more; would you go on together?`,
  greeting: (name: string) => `Dear ${name},`,
  opening: ({ cluster, sides, clusters }: AboutQuestion) =>
    `${cluster} has seen that ${sides} of those who let it read their ideas, in ${
      clusters === 1 ? 'one cluster' : `${clusters} clusters`
    }, want much the same. You are one of them. It asks each of you whether to go on together.`,
  idea: 'Your idea',
  shared: 'What others say too',
  consequence: (cluster: string) =>
    `If you agree, officers of ${cluster} may open a board with the others who agree, and learn who you are where they do not know yet. If you do not, nobody else learns whose idea it is.`,
  action: 'See the question and answer',
  why: 'You get this because you let officers read an idea that you keep.',
};

const italian: typeof english = {
  subject: (title) => `Altri vogliono lo stesso: ${title}`,
  preheader: (sides) => `Siete in ${sides}: vuole proseguire insieme?`,
  greeting: (name) => `Gentile ${name},`,
  opening: ({ cluster, sides, clusters }) =>
    `${cluster} ha notato che ${sides} di coloro che gli fanno leggere le proprie idee, in ${
      clusters === 1 ? 'un solo cluster' : `${clusters} cluster`
    }, vogliono all’incirca lo stesso. Lei è tra questi. A ciascuno chiede se proseguire insieme.`,
  idea: 'La Sua idea',
  shared: 'Che cosa dicono anche altri',
  consequence: (cluster) =>
    `Se accetta, il personale di ${cluster} potrà aprire un consorzio con gli altri che accettano e saprà chi è Lei, se non lo sa già. Se non accetta, nessun altro saprà di chi è l’idea.`,
  action: 'Vedi la domanda e rispondi',
  why: 'Riceve questo messaggio perché permette al personale dei cluster di leggere un’idea che conserva.',
};
