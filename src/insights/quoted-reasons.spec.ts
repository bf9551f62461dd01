import { isQuoted, termsOf, type SuggestionReason } from './quoted-reasons.js';

const reason: SuggestionReason = {
  signal: 'text',
  contribution: 0.2,
  callQuote: 'asks',
  evidenceQuote: 'shows',
  terms: [],
  evidence: { type: 'profile', id: '1', title: null, date: null, url: null, state: 'confirmed' },
};

it('a reason is quoted when both sides say it and its record is known', () => {
  expect(isQuoted(reason)).toBe(true);
  expect(isQuoted({ ...reason, callQuote: null })).toBe(false);
  expect(isQuoted({ ...reason, evidenceQuote: null })).toBe(false);
  expect(isQuoted({ ...reason, evidence: null })).toBe(false);
});

it('a shared word in two languages stands for one on each side', () => {
  expect(termsOf(['disassembly ↔ smontaggio', 'robot'])).toEqual({
    call: ['disassembly', 'robot'],
    evidence: ['smontaggio', 'robot'],
  });
});
