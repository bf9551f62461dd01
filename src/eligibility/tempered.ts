import type { Decision, Result } from './decide.js';
import { words } from './found.js';
import type { Case } from './predicate.js';
import type { Rule, Text } from './rule.js';
import type { Applicable } from './rulebook.js';

/** How sure it is that a rule applies, and whether the topic says things nobody read. */
export interface Standing {
  readonly surely: boolean;
  readonly unread: boolean;
}

interface Tempered {
  readonly result: Result;
  /** what is to be said beside the value found */
  readonly why: Text | null;
}

/** What the edition, the topic and doubts about the rule make of a decision. */
export function tempered(rule: Rule, { result }: Decision, { surely, unread }: Standing, of: Case): Tempered {
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
