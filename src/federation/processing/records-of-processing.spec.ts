import type { Cluster } from '../../accounts/index.js';
import { recordsOfProcessing } from './records-of-processing.js';

const cluster = (name: string): Cluster => ({ nameEn: name, nameIt: `${name} (it)` }) as Cluster;

describe('the records of processing (C-19)', () => {
  const facts = {
    cluster: cluster('Made-up | cluster'),
    periods: [
      { data: 'sessionsEnded', kept: ['30 days'] },
      { data: 'signInLinksEnded', kept: ['1 day'] },
      { data: 'seatWords', kept: ['24 months', '12 months'] },
      { data: 'removalLinksEnded', kept: [] },
    ],
    agreements: [
      {
        id: '1',
        clusterId: 'a',
        otherId: 'b',
        kind: 'sisters' as const,
        fromOn: '2026-01-01',
        untilOn: null,
        proposedBy: 'a',
        proposedAt: new Date(0),
        acceptedAt: new Date(0),
        endedAt: null,
        inForce: true,
        other: cluster('Sister <b>'),
      },
    ],
    day: '2026-11-22',
  };

  it('say the periods that are in force, and who receives what', () => {
    const text = recordsOfProcessing(facts, 'en');
    expect(text).toContain('| sessions, after they ended | 30 days |');
    expect(text).toContain('| links to sign in, after they ended | 1 day |');
    expect(text).toContain('| what was said to offers of seats | 24 months / 12 months |');
    expect(text).toContain('| links in mails by which somebody has themselves removed | until they end |');
    expect(text).toContain('| 2026-01-01 | until one of the two ends it |');
    expect(recordsOfProcessing({ ...facts, agreements: [] }, 'it')).toContain(
      'Nessuno: dal cluster non esce nulla.',
    );
    expect(recordsOfProcessing(facts, 'it')).toContain('| sessioni, dopo la fine | 30 giorni |');
  });

  it('are marked as a model that a lawyer must check', () => {
    expect(recordsOfProcessing(facts, 'en')).toContain('A lawyer or data protection officer must check it');
    expect(recordsOfProcessing(facts, 'it')).toContain('va verificato da un legale');
  });

  it('take a name as text', () => {
    const text = recordsOfProcessing(facts, 'en');
    expect(text).toContain('Made-up \\| cluster');
    expect(text).toContain('Sister \\<b\\>');
  });
});
