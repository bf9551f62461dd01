import { toOpportunitySummary } from '../../opportunities/index.js';
import type { ExplainedStanding } from '../suggestions/explain-standing.js';
import { placeInWords, reasonsInWords } from '../wording/reasons-in-words.js';
import type { WordingLanguage } from '../wording/wording.js';
import type { ChangeResponse, StandingResponse } from './standing.dto.js';
import { toMissing, toOrganisation, toReason } from './suggestion-responses.dto.js';

/** What leaves, field by field. */
export function toStandingResponse(found: ExplainedStanding, language: WordingLanguage): StandingResponse {
  return {
    opportunity: toOpportunitySummary(found.opportunity),
    organisation: toOrganisation(found),
    snapshot: found.snapshot,
    asOf: found.asOf,
    rank: found.rank,
    scoreRank: found.scoreRank,
    raisedFor: [...found.raisedFor],
    total: found.total,
    score: found.score,
    needed: found.needed,
    fit: { score: found.fit.score, band: found.fit.band },
    trackRecord: { score: found.trackRecord.score, band: found.trackRecord.band },
    tooLittle: found.tooLittle,
    leftOut: found.leftOut.map(({ by, asked }) => ({ by, asked })),
    reasons: found.reasons.map(toReason),
    missing: found.missing.map(toMissing),
    changes: found.changes.map(toChange),
    sentences: standingInWords(found, language),
  };
}

/** Reasons first, then the place and what would change it. */
export const standingInWords = (found: ExplainedStanding, language: WordingLanguage): string[] => [
  ...reasonsInWords(found.organisation.name, found, language),
  ...placeInWords(found, language),
];

function toChange(change: ExplainedStanding['changes'][number]): ChangeResponse {
  return {
    kind: change.kind,
    words: 'words' in change ? [...change.words] : [],
    evidence: 'evidence' in change ? change.evidence : null,
    role: 'role' in change ? change.role : null,
    score: change.score,
    gain: change.gain,
  };
}
