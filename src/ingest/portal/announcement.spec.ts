import { announcementOf } from './announcement.js';

/** In the documented shape; people and firms invented. */
const announcement = (metadata: Record<string, readonly string[]> = {}): Record<string, never> =>
  ({
    reference: 'CANARY-reference',
    url: 'https://canary.example/person/CANARY',
    title: 'CANARY-title',
    summary: 'CANARY-summary',
    content: 'Write to CANARY canary@canary.example +39 02 0000000',
    metadata: {
      type: ['ANNOUNCEMENT'],
      announcementId: ['4711'],
      announcementType: ['OFFER'],
      pic: ['900000001'],
      topics: ['HORIZON-CL4-2027-09-ABC-01', 'horizon-cl4-2027-09-abc-02'],
      name: ['CANARY-name'],
      firstName: ['CANARY-first'],
      lastName: ['CANARY-last'],
      email: ['canary@canary.example'],
      country: ['20000922'],
      organisationType: ['CANARY-type'],
      expertise: ['CANARY-expertise'],
      announcementSummary: ['CANARY-text'],
      title: ['CANARY'],
      ...metadata,
    },
  }) as unknown as Record<string, never>;

describe('an announcement of a partner search', () => {
  it('is an organisation and topics, and nothing else of the record', () => {
    const read = announcementOf(announcement());
    expect(read).toEqual({
      key: '4711',
      pic: '900000001',
      topics: ['horizon-cl4-2027-09-abc-01', 'horizon-cl4-2027-09-abc-02'],
    });
    expect(JSON.stringify(read)).not.toMatch(/canary/i);
  });

  it('has no key that could name somebody', () => {
    const read = announcementOf(announcement({ announcementId: ['CANARY Rossi, Maria'] }));
    expect(JSON.stringify(read)).not.toMatch(/canary|rossi/i);
  });

  it('reads topics that come as one list inside a text', () => {
    expect(announcementOf(announcement({ topics: ['["A-1","B-2"]'] }))?.topics).toEqual(['a-1', 'b-2']);
  });

  it.each<[string, Record<string, readonly string[]>]>([
    ['a person', { type: ['PERSON'] }],
    ['an organisation', { type: ['ORGANISATION'] }],
    ['without an organisation behind it', { pic: [] }],
    ['of a person whose number is no identification code', { pic: ['EU-login-12345'] }],
    ['for no topic', { topics: [] }],
  ])('is none: %s', (_name, metadata) => expect(announcementOf(announcement(metadata))).toBeNull());

  it.each([null, 'x', [], {}, { metadata: 'x' }])('is none: %j', (value) =>
    expect(announcementOf(value as never)).toBeNull(),
  );
});
