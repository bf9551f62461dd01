import { madeOpportunity, madeSuggestionReason } from '../../../test/support/made-workbook.js';
import type { Band } from '../../ranking/index.js';
import type { CallSuggestion } from '../quoted-reasons.js';
import { callsToShow } from './calls-to-show.js';

function suggestion(
  id: string,
  changes: { title?: string; quoted?: boolean; band?: Band } = {},
): CallSuggestion {
  const { title = `Title of ${id}`, quoted = true, band = 'strong' } = changes;
  return {
    rank: 1,
    opportunity: madeOpportunity(id, { title }),
    score: 0.5,
    fit: { score: 0.5, band },
    trackRecord: { score: 0.5, band: 'strong' },
    tooLittle: null,
    reasons: [madeSuggestionReason(quoted ? {} : { callQuote: null })],
    missing: [],
    useful: false,
  };
}

const shown = (...suggestions: CallSuggestion[]): string[] =>
  callsToShow(suggestions).map(({ opportunity }) => opportunity.id);

describe('the calls on the page', () => {
  it('are the first five, in their order', () => {
    expect(shown(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => suggestion(id)))).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it('are only those that can be quoted from both sides', () => {
    expect(shown(suggestion('a', { quoted: false }), suggestion('b'))).toEqual(['b']);
  });

  it('are at most two whose fit is only possible', () => {
    const possible = ['b', 'c', 'd'].map((id) => suggestion(id, { band: 'possible' }));
    expect(shown(suggestion('a'), ...possible, suggestion('e'))).toEqual(['a', 'b', 'c', 'e']);
  });

  it('are not two sister topics of one title', () => {
    expect(
      shown(suggestion('a', { title: 'Same' }), suggestion('b', { title: 'SAME' }), suggestion('c')),
    ).toEqual(['a', 'c']);
  });
});
