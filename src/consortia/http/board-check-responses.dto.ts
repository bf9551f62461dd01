import type { EligibilityAnswer, RuleAnswer, Source } from '../../eligibility/index.js';
import type { AdvisoryFinding } from '../board/advisory-findings.js';
import type { ApplyAdvice } from '../board/advise-board.js';
import type { AdvisedCheck, BoardCheck, LastCheck } from '../board/check-board.js';
import type {
  AdvisoryFindingResponse,
  ApplyAdviceResponse,
  BoardCheckResponse,
  ReliedCheckResponse,
  RuleAnswerResponse,
} from './board-check.dto.js';

/** @param before the board as it is, for a what-if */
export function toCheckResponse(
  { answer, leftOut, apply, findings, last }: AdvisedCheck,
  language: 'en' | 'it',
  before: BoardCheck | null = null,
): BoardCheckResponse {
  return {
    result: answer.result,
    ruleSet: answer.ruleSet,
    ruleSetName: answer.name?.[language] ?? null,
    rulesVersion: answer.version,
    date: answer.date,
    rules: answer.rules.map((rule) => toRule(rule, language)),
    warnings: answer.warnings.map((rule) => toRule(rule, language)),
    leftOut: leftOut.map(({ seatId, because }) => ({ seat: seatId, because })),
    changed: before === null ? [] : changedRules(before.answer, answer),
    advice: answer.advice.map(({ text, leadsTo }) => ({ text: text[language], leadsTo })),
    apply: apply && toApplyAdvice(apply, language),
    findings: findings.map(toFinding),
    relied: toRelied(last, language),
  };
}

function toFinding({ kind, partners, unknown, country, source }: AdvisoryFinding): AdvisoryFindingResponse {
  return {
    kind,
    partners,
    unknown,
    country: country?.code ?? null,
    inCountry: country?.partners ?? null,
    source: toSource(source),
  };
}

const toSource = ({ document, date, url }: Source): string =>
  [document, date, url].filter((part) => part !== null).join(', ');

function toRelied(
  { relied, name, superseded }: LastCheck,
  language: 'en' | 'it',
): ReliedCheckResponse | null {
  return (
    relied && {
      result: relied.result,
      ruleSetName: name?.[language] ?? relied.ruleSet,
      rulesVersion: relied.version,
      occasion: relied.occasion,
      by: relied.byName,
      at: relied.at.toISOString(),
      superseded,
    }
  );
}

function toApplyAdvice(
  { verdict, against, success }: ApplyAdvice,
  language: 'en' | 'it',
): ApplyAdviceResponse {
  return {
    verdict,
    against: against.map((reason) => ({
      kind: reason.kind,
      weight: reason.weight,
      daysLeft: reason.kind === 'too-late' ? reason.daysLeft : null,
      rules: reason.kind === 'not-eligible' ? reason.rules.map((text) => text[language]) : [],
      country: reason.kind === 'one-country' ? reason.country : null,
      organisations: reason.kind === 'saturated' ? reason.organisations : null,
      grants: reason.kind === 'saturated' ? reason.grants : null,
    })),
    success: success && { percent: success.percent, ...success.source },
  };
}

function toRule(
  { id, result, hard, text, found, source }: RuleAnswer,
  language: 'en' | 'it',
): RuleAnswerResponse {
  return {
    id,
    result,
    hard,
    text: text[language],
    found: found[language],
    source: toSource(source),
  };
}

function changedRules(before: EligibilityAnswer, after: EligibilityAnswer): string[] {
  const held = new Map(before.rules.map(({ id, result }) => [id, result]));
  return after.rules.filter(({ id, result }) => held.get(id) !== result).map(({ id }) => id);
}
