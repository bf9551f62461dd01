import type { FairKind } from '../../ranking/index.js';
import type { ReasonEvidence } from '../suggestions/suggestion.js';
import { listed, type LeftOut, type Wording } from './wording.js';

const kinds = {
  profile: 'its profile',
  competence: 'a competence of its own',
  project: 'the project',
  result: 'a result',
} as const;

const source = ({ type, title, date }: ReasonEvidence): string => {
  const named = title ? `${kinds[type]} “${title}”` : kinds[type];
  return date === null ? named : `${named} (${date.slice(0, 4)})`;
};

const raisedFor: Readonly<Record<FairKind, string>> = {
  sme: 'small firms keep their share of the list',
  company: 'companies keep their share of the list',
  newcomer: 'newcomers keep their share of the list',
  leader: 'somebody who has led before is among the first three',
};

export const wordingEn: Wording = {
  bands: { strong: 'strong', good: 'good', possible: 'possible', unknown: 'too little known' },
  tooLittle: {
    organisation: (name) =>
      `Too little is known of ${name} to say how well it fits: two or three sentences on what it makes or can do would change that.`,
    question: () =>
      'The text says too little to tell who fits: a sentence or two on what is needed would change that.',
  },
  figures: (name, fit, trackRecord) =>
    `${name}: the match with its competences is ${fit}, that with its track record ${trackRecord}.`,
  asks: (quote) => `The call asks: “${quote}”`,
  says: (evidence, quote) =>
    evidence.type === 'project'
      ? `It took part in ${source(evidence)}: “${quote}”`
      : `It answers in ${source(evidence)}: “${quote}”`,
  concerns: (evidence, terms) =>
    terms.length === 0
      ? `${capital(source(evidence))} is about the same.`
      : `${capital(source(evidence))} is about ${listed(terms, 'and')} too.`,
  bridges: (pairs) => `The same in other words: ${pairs.join(', ')}.`,
  unconfirmed: 'It has not confirmed this yet.',
  signals: {
    proximity: 'It has worked with the partners already in, or with their partners.',
    experience: 'It has taken part in European projects.',
    activity: 'It has started a European project lately.',
    facts: 'It is of the kind asked for.',
    meaning: 'A language model finds its record close in meaning to what is asked.',
  },
  missing: (labels) => `Nothing we know of it shows ${listed(labels, 'or')}.`,
  raised: (kinds, scoreRank) =>
    `By its score it would be number ${scoreRank}; it stands further up because ${listed(
      kinds.map((kind) => raisedFor[kind]),
      'and',
    )}. What is known of it is the same.`,
  companion: ({ name, led, adds }) =>
    `It is new to European projects: ${name}, which has led ${led === 1 ? 'one consortium' : `${led} consortia`}, could lead${adds.length === 0 ? '' : ` and adds ${listed(adds, 'and')}`}.`,
  place: (rank, total) => `It is number ${rank} of ${total}.`,
  noPlace: 'It does not appear in the list.',
  nothingAnswers: 'Nothing we know of it answers this call.',
  short: (points, places) => `It is ${points} points short of the first ${places}.`,
  leftOut: ({ by, asked }) => leftOut[by](asked),
  change: (change, points) => {
    const rise = `Its score would rise by ${points} points`;
    switch (change.kind) {
      case 'say':
        return `${rise} with a confirmed competence on ${listed(change.words, 'and')}, if it has one.`;
      case 'confirm':
        return `${rise} if it confirmed ${change.evidence === null ? 'what is written about it' : `“${change.evidence}”`}.`;
      case 'readiness':
        return `${rise} if ${change.evidence === null ? 'its work' : `“${change.evidence}”`} were at the readiness level the call asks.`;
      case 'state-role':
        return `${rise} if it stated that it is what the role “${change.role}” asks.`;
    }
  },
};

/** Why it is not suggested; `asked` says what the list was narrowed to. */
const leftOut: Readonly<Record<LeftOut['by'], (asked: string | null) => string>> = {
  seed: () => 'It is not suggested because it is in the consortium already.',
  exclude: () => 'It is not suggested because it was marked as not fitting here.',
  among: () => 'It is not suggested because the list holds members only.',
  countries: (asked) => `It is not suggested because the list is for ${asked ?? 'other countries'} only.`,
  regions: (asked) => `It is not suggested because the list is for the regions ${asked ?? 'named'} only.`,
  types: (asked) =>
    `It is not suggested because only organisations of the type ${asked ?? 'named'} were asked for.`,
  sme: () => 'It is not suggested because of its size: the list asks otherwise, or the size is not stated.',
  experience: () =>
    'It is not suggested because of what it took part in so far: the list asks otherwise, or it is not stated.',
  trl: (asked) =>
    `It is not suggested because nothing known of it states readiness level ${asked ?? 'asked for'}.`,
  cluster: () => 'It is not suggested because the list is for members of one cluster only.',
  invented: () => 'It is not suggested because it is invented, for the demonstration.',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
