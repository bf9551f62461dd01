import type { EligibilityAnswer, Result, RuleAnswer, Source, Text } from '../../eligibility/index.js';

/** Languages the check answers in. */
export const answerLanguages = ['en', 'it'] as const;
export type AnswerLanguage = (typeof answerLanguages)[number];

/** What the check says, in one language, as `eligibility --json` prints it. */
export interface EligibilityJson {
  readonly result: Result;
  readonly ruleSet: string | null;
  readonly version: string | null;
  readonly topic: string | null;
  /** the day that decided */
  readonly date: string;
  readonly rules: readonly RuleJson[];
  /** what to see to apart from the rules; decides nothing */
  readonly warnings: readonly RuleJson[];
  /** changes that were tried, with what the whole check then says */
  readonly advice: readonly string[];
  /** false: one organisation applies alone */
  readonly partnerSearch: boolean;
  /** what this is and is not */
  readonly note: string;
}

export interface RuleJson {
  readonly id: string;
  readonly result: Result;
  /** false: answered, but decides nothing */
  readonly hard: boolean;
  readonly text: string;
  readonly found: string;
  /** document, day, address */
  readonly source: string;
}

/** The answer in one language, its sources as one line each. */
export function toEligibilityJson(answer: EligibilityAnswer, language: AnswerLanguage): EligibilityJson {
  const rule = (one: RuleAnswer): RuleJson => ({
    id: one.id,
    result: one.result,
    hard: one.hard,
    text: one.text[language],
    found: one.found[language],
    source: sourceLine(one.source),
  });
  return {
    result: answer.result,
    ruleSet: answer.ruleSet,
    version: answer.version,
    topic: answer.topic,
    date: answer.date,
    rules: answer.rules.map(rule),
    warnings: answer.warnings.map(rule),
    advice: answer.advice.map(({ text, leadsTo }) => `${text[language]} → ${names[leadsTo][language]}`),
    partnerSearch: answer.partnerSearch,
    note: note[language],
  };
}

/** The answer for people: what does not pass first. */
export function answerAsText(answer: EligibilityAnswer, language: AnswerLanguage): string {
  const json = toEligibilityJson(answer, language);
  const against = [json.topic, json.ruleSet && `${json.ruleSet} ${json.version ?? ''}`]
    .filter(Boolean)
    .join(', ');
  const say = (key: keyof typeof headings): string => headings[key][language];
  return [
    `${names[json.result][language].toUpperCase()} - ${against} - ${json.date}`,
    '',
    ...[...json.rules]
      .sort((a, b) => order.indexOf(a.result) - order.indexOf(b.result))
      .flatMap((one) => lines(one, language)),
    ...section(
      say('warnings'),
      json.warnings.flatMap((one) => lines(one, language)),
    ),
    ...section(
      say('advice'),
      json.advice.map((line) => `  ${line}`),
    ),
    ...(json.partnerSearch ? [] : ['', say('alone')]),
    '',
    json.note,
  ].join('\n');
}

const order: readonly Result[] = ['fail', 'needs-review', 'pass'];

function lines(rule: RuleJson, language: AnswerLanguage): readonly string[] {
  const mark = `${names[rule.result][language]}${rule.hard ? '' : ` (${headings.soft[language]})`}`;
  return [
    `${mark}: ${rule.text} [${rule.id}]`,
    `    ${rule.found}`,
    `    ${rule.source.replace(/, https?:\S+$/, '')}`,
  ];
}

function section(title: string, content: readonly string[]): readonly string[] {
  return content.length === 0 ? [] : ['', title, ...content];
}

function sourceLine({ document, date, url }: Source): string {
  return [`${document}, ${date}`, ...(url === null ? [] : [url])].join(', ');
}

const names: Readonly<Record<Result, Text>> = {
  pass: { en: 'pass', it: 'superato' },
  fail: { en: 'fail', it: 'non superato' },
  'needs-review': { en: 'needs review', it: 'da verificare' },
};

const headings = {
  warnings: { en: 'To see to, apart from the rules:', it: 'Da curare, a parte le regole:' },
  advice: {
    en: 'What would help (each was tried):',
    it: 'Che cosa aiuterebbe (ogni modifica è stata provata):',
  },
  alone: {
    en: 'One organisation applies alone: no partners need be looked for.',
    it: "Un'organizzazione presenta domanda da sola: non occorre cercare partner.",
  },
  soft: { en: 'decides nothing', it: 'non decide' },
} as const satisfies Record<string, Text>;

const note: Text = {
  en: 'An aid, no legal advice: the official text in force decides. The display on the Funding & Tenders portal is illustrative too.',
  it: 'Un aiuto, non un parere legale: decide il testo ufficiale in vigore. Anche quanto mostra il portale Funding & Tenders è indicativo.',
};
