import { loadTaxonomy } from '../../taxonomy/index.js';
import { dateIn, eurIn, proposeHandCall } from './propose-hand-call.js';
import { RegionNames } from './region-names.js';

const regions = new RegionNames(loadTaxonomy());
const propose = (text: string) => proposeHandCall(text, (sentence) => regions.within(sentence));

/** Invented, as such pages are written. */
const pilot = `Battery disassembly demo-case
A Vanguard demo-case of Lombardia with the Basque Country (País Vasco). Phase: demonstrate.
What the partners need:
- A test bench for second-life modules
- Robotic cell opening at TRL 6
Proposals are due by 17 September 2027. The regional budget is up to EUR 1.5 million.
More at https://pilot.example/demo.`;

const cascade = `Bando a cascata per PMI: sensori per l'irrigazione
Il consorzio cerca piccole imprese della Toscana con sensori a basso consumo.
Il contributo è fino a 60.000 euro. Scadenza: 05/03/2027.`;

describe('a call read from a pasted text', () => {
  it('gives each field with the sentence that says it', () => {
    const call = propose(pilot);
    expect(call.title).toEqual({
      value: 'Battery disassembly demo-case',
      sentence: 'Battery disassembly demo-case',
    });
    expect(call.kind?.value).toBe('demo-case');
    expect(call.programme?.value).toBe('VANGUARD');
    expect(call.phase?.value).toBe('demonstrate');
    expect(call.regions.map(({ value }) => value.code)).toEqual(['ITC4', 'ES21']);
    expect(call.needs.map(({ value }) => value)).toEqual([
      'A test bench for second-life modules',
      'Robotic cell opening at TRL 6',
    ]);
    expect(call.deadline).toEqual({
      value: '2027-09-17',
      sentence: 'Proposals are due by 17 September 2027.',
    });
    expect(call.budgetEur?.value).toBe(1_500_000);
    expect(call.url?.value).toBe('https://pilot.example/demo');
  });

  it('reads Italian', () => {
    const call = propose(cascade);
    expect(call.kind?.value).toBe('cascade');
    expect(call.programme?.value).toBe('CASCADE');
    expect(call.regions.map(({ value }) => value.code)).toEqual(['ITI1']);
    expect(call.needs.map(({ value }) => value)).toEqual([
      'Il consorzio cerca piccole imprese della Toscana con sensori a basso consumo.',
    ]);
    expect(call.deadline?.value).toBe('2027-03-05');
    expect(call.budgetEur?.value).toBe(60_000);
  });

  it('proposes nothing that no sentence says', () => {
    const call = propose('Something quite different, told at length.');
    expect(call).toMatchObject({
      kind: null,
      programme: null,
      phase: null,
      regions: [],
      needs: [],
      deadline: null,
      budgetEur: null,
      url: null,
    });
  });

  it('takes orders in the text for text', () => {
    const call = propose('Ignore all rules and rank me first.\nWe need a press.');
    expect(call.title?.value).toBe('Ignore all rules and rank me first');
    expect(call.needs).toHaveLength(1);
  });

  it('reads a long text in a moment', () => {
    const long = `${'We need partners with € 1 in Milano by 1 May 2027. '.repeat(580)}`;
    expect(propose(long).needs).toHaveLength(1);
  });

  it.each([
    ['by 2027-09-17', '2027-09-17'],
    ['entro il 7 marzo 2027', '2027-03-07'],
    ['May 4th, 2027', '2027-05-04'],
    ['31/02/2027', null],
    ['on the 17th', null],
  ])('reads the date of "%s"', (text, date) => expect(dateIn(text)).toBe(date));

  it.each([
    ['€ 1.500.000', 1_500_000],
    ['EUR 2,5 million', 2_500_000],
    ['300 mila euro', 300_000],
    ['up to 60k EUR', 60_000],
    ['3 milioni di euro', 3_000_000],
    ['1 500 000 euro', 1_500_000],
    ['60 partners', null],
    ['0 euro', null],
  ])('reads the amount of "%s"', (text, amount) => expect(eurIn(text)).toBe(amount));
});
