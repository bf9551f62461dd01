import type { PartnerSuggestion } from '../../matching/index.js';
import { mainField, unexpectedAmong, type FieldOf } from './unexpected.js';

const pair = { callQuote: 'Cells are opened.', evidenceQuote: 'We open tins.' };
const of = (
  name: string,
  field: string | null,
  told: { masked?: object | null; band?: string; reasons?: readonly object[] } = {},
): FieldOf => ({
  field,
  candidate: {
    organisation: { name, masked: told.masked ?? null },
    fit: { score: 0.4, band: told.band ?? 'possible' },
    reasons: told.reasons ?? [pair],
  } as unknown as PartnerSuggestion,
});
const found = (below: readonly FieldOf[], shown: readonly FieldOf[] = [of('a', 'mobility')]) =>
  unexpectedAmong(new Set(['manufacturing']), shown, below)?.candidate.organisation.name ?? null;

describe('B-16: the unexpected but plausible one', () => {
  it('is the best below the list whose field is neither that of the need nor of anybody above', () => {
    const below = [of('b', 'manufacturing'), of('c', 'mobility'), of('d', 'nutrition'), of('e', 'health')];
    expect(found(below)).toBe('d');
  });

  it('is nobody masked, nobody without two quotations, and nobody of whom the fit or the field is unknown', () => {
    expect(
      found([
        of('masked', 'health', { masked: { named: false } }),
        of('named sister', 'health', { masked: { named: true } }),
        of('no words', 'health', { reasons: [{ callQuote: 'x', evidenceQuote: null }] }),
        of('unknown', 'health', { band: 'unknown' }),
        of('no field', null),
      ]),
    ).toBeNull();
  });

  it('is nobody where there is nothing to differ from', () => {
    expect(unexpectedAmong(new Set(), [of('a', null)], [of('b', 'health')])).toBeNull();
  });
});

describe('what somebody mostly does', () => {
  it('is what more than half of the texts speak of', () => {
    expect(mainField([['health'], ['health', 'mobility'], []])).toBe('health');
    expect(mainField([['health'], ['mobility']])).toBeNull();
    expect(mainField([])).toBeNull();
  });
});
