import { advise } from './advice.js';
import type { Consortium } from './consortium.js';
import { decide, type Decision, type Result } from './decide.js';
import { joined, words } from './found.js';
import { ownershipOf } from './ownership.js';
import { someoneIs, type Case } from './predicate.js';
import type { Rule, RuleSet, Source, Text } from './rule.js';
import { editionOf, type Applicable, type Rulebook } from './rulebook.js';

/** What one rule says, with everything a person needs to judge it. */
export interface RuleAnswer {
  readonly id: string;
  readonly result: Result;
  /** a soft rule is answered but does not decide */
  readonly hard: boolean;
  readonly text: Text;
  readonly found: Text;
  readonly source: Source;
  /** partners a person would look at, by their place in the list */
  readonly concerned: readonly number[];
}

/** A change that was tried, and what it does. */
export interface Advice {
  readonly rule: string;
  readonly text: Text;
  /** result of the whole check with the change */
  readonly leadsTo: Result;
}

export interface EligibilityAnswer {
  /** fail where a hard rule fails, else needs-review where one cannot be decided, else pass */
  readonly result: Result;
  /** null: no rules held for this topic */
  readonly ruleSet: string | null;
  readonly version: string | null;
  readonly topic: string | null;
  readonly date: string;
  readonly rules: readonly RuleAnswer[];
  /** what people should see to, apart from the rules */
  readonly warnings: readonly RuleAnswer[];
  readonly advice: readonly Advice[];
  /** false where one organisation applies alone: nobody need look for partners */
  readonly partnerSearch: boolean;
}

/**
 * Checks a consortium against the rules in force on its date.
 *
 * Pure: the same consortium and rulebook give the same answer; neither the order of partners nor their names matter.
 * @throws {RangeError} the rulebook names a list or fact that it does not hold
 */
export function checkEligibility(book: Rulebook, consortium: Consortium): EligibilityAnswer {
  const answer = answerOf(book, consortium);
  const retry = (changed: Consortium): EligibilityAnswer => answerOf(book, changed);
  return { ...answer, advice: advise(book, consortium, answer, retry) };
}

function answerOf(book: Rulebook, consortium: Consortium): EligibilityAnswer {
  const applicable = applicableTo(book, consortium);
  const of: Case = {
    book,
    partners: consortium.partners,
    applicable,
    deadline: consortium.deadline,
    ownership: ownershipOf(consortium.partners),
    moment: { date: consortium.date, groups: groupsOf(applicable.part, book) },
  };
  const { ruleSet, topic } = applicable;
  const rules = rulesFor(applicable)
    .filter((rule) => (rule.from ?? '') <= of.moment.date && (rule.to === null || of.moment.date <= rule.to))
    .map((rule) => ({ rule, applies: rule.when === null ? ('yes' as const) : someoneIs(rule.when, of) }))
    // what sends people to another text does so only where it surely applies, or it would always
    .filter(({ rule, applies }) => applies === 'yes' || (applies === 'maybe' && rule.check.kind !== 'read'));
  const unread =
    (consortium.topic !== null && topic === null) || rules.some(({ rule }) => rule.check.kind === 'read');
  const answered = rules.map(({ rule, applies }) => ({
    rule,
    answer: answerTo(rule, { surely: applies === 'yes', unread }, of),
  }));
  const answers = [
    ...remarks(consortium, applicable),
    ...answered.filter(({ rule }) => rule.severity !== 'warning').map(({ answer }) => answer),
  ];
  return {
    result: overall(answers),
    ruleSet: ruleSet?.id ?? null,
    version: ruleSet?.version ?? null,
    topic: topic?.id ?? consortium.topic,
    date: consortium.date,
    rules: answers,
    warnings: [
      ...newerEdition(applicable),
      ...answered
        .filter(({ rule, answer }) => rule.severity === 'warning' && answer.result !== 'pass')
        .map(({ answer }) => answer),
    ],
    advice: [],
    partnerSearch: ruleSet?.partnerSearch ?? true,
  };
}

/** Which edition, topic and programme part decide. */
function applicableTo(book: Rulebook, consortium: Consortium): Applicable {
  const { date } = consortium;
  const topic = consortium.topic === null ? null : (book.topics.get(consortium.topic.toLowerCase()) ?? null);
  const id = topic?.ruleSet ?? consortium.ruleSet;
  const part = topic?.part ?? consortium.programmePart;
  if (id === null) return { ruleSet: null, gap: 'none-held', topic, part, date };
  return { ...editionOf(book, id, date), topic, part, date };
}

function groupsOf(part: string | null, book: Rulebook): readonly string[] | null {
  return part === null ? null : [part, ...(book.partGroups.get(part) ?? [])];
}

function rulesFor({ ruleSet, topic }: Applicable): readonly Rule[] {
  const own = topic?.rules ?? [];
  const replaced = new Set(topic?.replaces ?? []);
  return [...(ruleSet?.rules ?? []).filter(({ id }) => !replaced.has(id)), ...own];
}

/** How sure it is that a rule applies, and whether the topic says things nobody read. */
interface Standing {
  readonly surely: boolean;
  readonly unread: boolean;
}

function answerTo(rule: Rule, standing: Standing, of: Case): RuleAnswer {
  const decision = decide(rule.check, of);
  const { result, why } = tempered(rule, decision, standing, of);
  return {
    id: rule.id,
    result,
    hard: rule.severity === 'hard',
    text: rule.text,
    found: why === null ? decision.found : joined([decision.found, why], '; '),
    source: rule.source,
    concerned: decision.concerned,
  };
}

interface Tempered {
  readonly result: Result;
  /** what is to be said beside the value found */
  readonly why: Text | null;
}

/** What the edition, the topic and doubts about the rule make of a decision. */
function tempered(rule: Rule, { result }: Decision, { surely, unread }: Standing, of: Case): Tempered {
  const { date } = of.applicable;
  const edition = byEdition(rule, result, of.applicable);
  if (edition !== null) return edition;
  if (result !== 'fail') return { result, why: null };
  if (!surely)
    return review('it is not certain that the rule applies', 'non è certo che la regola si applichi');
  if (rule.unsettledFrom !== null && rule.unsettledFrom <= date) {
    return review(
      `nobody has confirmed the rule since ${rule.unsettledFrom}`,
      `nessuno ha confermato la regola dal ${rule.unsettledFrom}`,
    );
  }
  if (rule.topicMayChange && unread) {
    return review(
      'the topic has conditions of its own that may provide otherwise',
      'il topic ha condizioni proprie che possono disporre diversamente',
    );
  }
  return { result, why: null };
}

/** Rules that are not in force on the day, or that a reported edition could change, decide nothing; else null. */
function byEdition(rule: Rule, result: Result, { gap, ruleSet, date }: Applicable): Tempered | null {
  const ofTheSet = ruleSet?.rules.includes(rule) === true && rule.check.kind !== 'before-deadline';
  if (gap !== null && ofTheSet) {
    return review(
      `by the edition of ${ruleSet.version}, which is not in force on ${date}: ${result}`,
      `secondo l'edizione ${ruleSet.version}, non in vigore il ${date}: ${italian[result]}`,
    );
  }
  const newer = ruleSet?.newer ?? null;
  if (newer === null || date < newer.on || !newer.affects.includes(rule.id)) return null;
  return review(
    `${result} by the edition held; ${newer.text.en}`,
    `${italian[result]} secondo l'edizione disponibile; ${newer.text.it}`,
  );
}

function review(en: string, it: string): Tempered {
  return { result: 'needs-review', why: words(en, it) };
}

const italian: Readonly<Record<Result, string>> = {
  pass: 'rispettata',
  fail: 'non rispettata',
  'needs-review': 'da verificare',
};

/** Answers about the rules themselves: none held, not in force, a topic nobody holds. */
function remarks(consortium: Consortium, { ruleSet, gap, topic, date }: Applicable): readonly RuleAnswer[] {
  const remarks: RuleAnswer[] = [];
  if (consortium.topic !== null && topic === null) {
    remarks.push(
      remark(
        'topic-held',
        words(
          'The conditions of the topic are held here: read the topic.',
          'Le condizioni del topic sono disponibili qui: leggere il topic.',
        ),
        words(`nothing held for ${consortium.topic}`, `nulla di disponibile per ${consortium.topic}`),
        unheld(date),
      ),
    );
  }
  if (topic !== null && consortium.ruleSet !== null && consortium.ruleSet !== topic.ruleSet) {
    remarks.push({
      ...remark(
        'rule-set-of-the-topic',
        words('The rule set named is that of the topic.', "L'insieme di regole indicato è quello del topic."),
        words(
          `named: ${consortium.ruleSet}; checked by that of the topic: ${topic.ruleSet}`,
          `indicato: ${consortium.ruleSet}; verificato con quello del topic: ${topic.ruleSet}`,
        ),
        unheld(date),
      ),
      hard: false,
    });
  }
  if (gap !== null && ruleSet !== null) {
    remarks.push(
      remark(
        'edition-in-force',
        words(
          'The rules held are those in force on the day.',
          'Le regole disponibili sono quelle in vigore quel giorno.',
        ),
        words(
          `held: edition ${ruleSet.version}, in force ${validity(ruleSet, 'from', 'to')}; asked: ${date}`,
          `disponibile: edizione ${ruleSet.version}, in vigore ${validity(ruleSet, 'dal', 'al')}; richiesto: ${date}`,
        ),
        ruleSet.source,
      ),
    );
  }
  return remarks;
}

/** That a newer edition is reported, for people to know beside what it leaves open. */
function newerEdition({ ruleSet, date }: Applicable): readonly RuleAnswer[] {
  const newer = ruleSet?.newer ?? null;
  if (ruleSet === null || newer === null || date < newer.on) return [];
  const text = words(
    'The edition held is the newest that is known.',
    "L'edizione disponibile è la più recente nota.",
  );
  return [{ ...remark('newest-edition', text, newer.text, ruleSet.source), hard: false }];
}

function validity({ from, to }: RuleSet, since: string, until: string): string {
  return to === null ? `${since} ${from}` : `${since} ${from} ${until} ${to}`;
}

function remark(id: string, text: Text, found: Text, source: Source): RuleAnswer {
  return { id, result: 'needs-review', hard: true, text, found, source, concerned: [] };
}

function unheld(date: string): Source {
  return { document: 'rules held by this service', date, url: null };
}

/** The worst of the hard rules. */
export function overall(answers: readonly RuleAnswer[]): Result {
  const hard = answers.filter((answer) => answer.hard).map(({ result }) => result);
  if (hard.includes('fail')) return 'fail';
  return hard.length === 0 || hard.includes('needs-review') ? 'needs-review' : 'pass';
}
