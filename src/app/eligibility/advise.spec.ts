import { decide, type Advice, type Asked } from '../../insights/index.js';
import { ShippedRules } from './shipped-rules.js';

const book = new ShippedRules().book();
const asOf = new Date('2026-11-22T09:00:00Z');

type Facts = Asked['organisation']['facts'];
type Type = Facts['type'];

/** `IT/ITC4C PRC sme` */
function organisation(text: string): Asked['organisation'] {
  const [place = '', type, size] = text.split(' ');
  const [country, nuts] = place.split('/');
  return {
    pic: null,
    facts: {
      legalName: text,
      country: country === '?' ? null : (country ?? null),
      nuts: nuts ?? null,
      type: (type ?? null) as Type,
      sme: size === undefined ? null : size === 'sme',
    } as Facts,
  };
}

/** `topic HORIZON CL4 IA 2027-02-02`; no day: no deadline */
function call(text: string): Asked['card'] {
  const [kind, programme, part, action, day, identifier = 'MADE-UP-01'] = text.split(' ');
  const over = day !== undefined && day !== '-' && day < '2026-11-22';
  return {
    identifier,
    kind,
    programme: programme === '-' ? null : programme,
    part: part === '-' ? null : part,
    actionTypes: action === '-' ? [] : [action],
    deadlines:
      day === undefined || day === '-'
        ? []
        : [{ at: `${day}T16:00:00.000Z`, zone: 'Europe/Brussels', stage: null }],
    status: over ? 'closed' : day === '-' && kind === 'pilot' ? 'standing' : 'open',
  } as unknown as Asked['card'];
}

/**
 * Labelled by hand from the rules of `data/rules` and the field's documents, before the program was asked. Past work is
 * `projects/co-ordinated`. Organisations and calls are invented; two topics are real.
 */
const pairs: readonly [
  what: string,
  call: string,
  organisation: string,
  past: string,
  expected: Advice,
  why: string,
][] = [
  ['01', 'topic HORIZON CL4 RIA 2027-04-13', 'IT/ITC4C REC', '30/9', 'go', 'has led before, a Member State'],
  [
    '02',
    'topic HORIZON CL4 RIA 2027-04-13',
    'IT/ITC4C PRC sme',
    '0/0',
    'only-with-coordinator',
    'a newcomer may join, and should not lead',
  ],
  [
    '03',
    'topic HORIZON CL4 IA 2027-04-13',
    'IT/ITC4C PRC sme',
    '4/0',
    'only-with-coordinator',
    'took part four times, never led',
  ],
  [
    '04',
    'topic HORIZON CL4 IA 2027-04-13',
    'IT/ITC4C PRC large',
    '12/3',
    'go',
    'a firm may lead an innovation action',
  ],
  [
    '05',
    'topic HORIZON CL4 IA 2027-04-13',
    'CN HES',
    '9/2',
    'not-eligible',
    'established in China: no role in innovation actions',
  ],
  [
    '06',
    'topic HORIZON CL5 RIA 2027-04-13',
    'RU REC',
    '0/0',
    'not-eligible',
    'established in Russia: no role at all',
  ],
  [
    '07',
    'topic HORIZON CL5 IA 2027-04-13',
    'BY PRC sme',
    '0/0',
    'not-eligible',
    'Belarus is barred though its income would allow funding',
  ],
  [
    '08',
    'topic HORIZON CL4 RIA 2026-12-08',
    'IT/ITC4C REC',
    '30/9',
    'too-late',
    '16 days left: no time for a consortium',
  ],
  ['09', 'topic HORIZON CL4 RIA 2026-12-13', 'IT/ITC4C REC', '30/9', 'go', '21 days left is the limit'],
  ['10', 'topic HORIZON CL4 RIA 2026-09-15', 'IT/ITC4C REC', '30/9', 'too-late', 'closed'],
  [
    '11',
    'topic HORIZON CL5 RIA 2027-04-13',
    'NO REC',
    '20/5',
    'go',
    'Norway is associated; a Member State is for the partners to bring',
  ],
  [
    '12',
    'topic HORIZON CL6 RIA 2027-04-13',
    'CH HES',
    '20/0',
    'only-with-coordinator',
    'Switzerland is associated; never led',
  ],
  [
    '13',
    'topic HORIZON CL4 RIA 2027-04-13',
    'GB PRC sme',
    '0/0',
    'only-with-coordinator',
    'the United Kingdom is associated; a newcomer',
  ],
  ['14', 'topic HORIZON CL4 RIA 2027-04-13', 'DE/DE91 HES', '80/22', 'go', 'has led often'],
  [
    '15',
    'topic HORIZON CL2 CSA 2027-04-13',
    'FR/FR10 OTH',
    '6/1',
    'go',
    'one entity of a Member State will do, and it has led',
  ],
  [
    '16',
    'topic HORIZON CL2 CSA 2027-04-13',
    'US HES',
    '3/0',
    'only-as-partner',
    'support actions fund Member States and associated countries alone: associated partner',
  ],
  [
    '17',
    'topic HORIZON CL4 IA 2027-04-13',
    '? PRC sme',
    '2/0',
    'unclear',
    'without a country nothing can be decided',
  ],
  [
    '18',
    'topic HORIZON ERC - 2027-04-13',
    'IT/ITC4C HES',
    '9/3',
    'unclear',
    'the ERC has rules of its own, which are not held',
  ],
  [
    '19',
    'topic HORIZON EIC IA 2027-04-13',
    'IT/ITC4C PRC sme',
    '1/0',
    'unclear',
    'the EIC has rules of its own',
  ],
  [
    '20',
    'topic HORIZON JU-CBE IA 2027-04-13',
    'IT/ITC4C PRC sme',
    '1/0',
    'unclear',
    'so have the joint undertakings',
  ],
  [
    '21',
    'window VINNOVATE - - -',
    'IT/ITC4C PRC sme',
    '0/0',
    'go',
    'a Lombard small firm; the partner region is for it to find',
  ],
  [
    '22',
    'window VINNOVATE - - -',
    'IT/ITC4C PRC large',
    '0/0',
    'go',
    'large: it needs a Lombard small firm beside it, which can be found',
  ],
  ['23', 'window VINNOVATE - - -', 'BE/BE23 REC', '40/9', 'go', 'an institute of a participating region'],
  ['24', 'cascade - - - 2027-01-20', 'IT/ITC4C PRC sme', '0/0', 'go', 'one firm applies alone'],
  [
    '25',
    'cascade - - - 2026-11-30',
    'IT/ITC4C PRC sme',
    '0/0',
    'go',
    'eight days do for a form of one applicant',
  ],
  ['26', 'cascade - - - 2027-01-20', 'RU PRC sme', '0/0', 'not-eligible', 'nobody in Russia is supported'],
  [
    '27',
    'cascade - - - 2026-11-23',
    'IT/ITC4C PRC sme',
    '0/0',
    'too-late',
    'one day is too short for any form',
  ],
  [
    '28',
    'pilot VANGUARD - - -',
    'IT/ITC4C PRC sme',
    '0/0',
    'unclear',
    'a standing theme: nothing is applied for',
  ],
  [
    '29',
    'topic HORIZON CL4 IA 2027-02-02 HORIZON-CL4-2027-01-MAT-PROD-03',
    'IT/ITC4C PRC sme',
    '5/1',
    'go',
    'a real topic; it has led',
  ],
  [
    '30',
    'topic HORIZON CL4 RIA 2027-04-13',
    'HU/HU11 HES',
    '8/0',
    'only-with-coordinator',
    'a Member State; whether a trust maintains it is for a person to see',
  ],
];

describe('should they?', () => {
  const advised = (calls: string, who: string, past: string): ReturnType<typeof decide> => {
    const [projects = 0, coordinated = 0] = past.split('/').map(Number);
    return decide({
      book,
      card: call(calls),
      organisation: organisation(who),
      pastWork: { projects, coordinated },
      asOf,
    });
  };

  it('A-21: agrees with the labels in at least 27 of 30 pairs', () => {
    const wrong = pairs.flatMap(([what, calls, who, past, expected, why]) => {
      const { advice, because } = advised(calls, who, past);
      return advice === expected
        ? []
        : [`${what} ${calls} | ${who}: ${advice} (${because}), not ${expected}: ${why}`];
    });
    expect(pairs).toHaveLength(30);
    expect(wrong).toEqual([]);
  });

  it('names the rule, what was found and its source where the rules decide', () => {
    const { rules, advice } = advised('topic HORIZON CL4 IA 2027-04-13', 'CN HES', '9/2');
    expect(advice).toBe('not-eligible');
    expect(rules[0]).toMatchObject({ result: 'fail', hard: true, source: { date: '2025-12-11' } });
    expect(rules[0]?.text.it).not.toBe('');
  });

  it('A-23: says of VInnovate that another region, another Member State and, in Lombardy, a small firm are needed', () => {
    const needed = (who: string): string[] =>
      advised('window VINNOVATE - - -', who, '0/0')
        .mustHaves.filter(({ result }) => result !== 'pass')
        .map(({ id }) => id);
    expect(needed('IT/ITC4C PRC sme')).toEqual(
      expect.arrayContaining(['two-organisations', 'two-regions', 'two-member-states']),
    );
    expect(needed('IT/ITC4C PRC sme')).not.toContain('lombard-sme');
    expect(needed('IT/ITC4C PRC large')).toEqual(expect.arrayContaining(['one-sme', 'lombard-sme']));
  });
});
