import { readDeliveryReport } from './delivery-report.js';

const id = '0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000';
const ours = `bounces+${id}@tessera.example`;

/** A report as mail servers write it (RFC 3464); invented. */
const report = (fields: string, original = `Message-ID: <${id}@tessera.example>`): string =>
  [
    'From: MAILER-DAEMON@mx.member.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.member.example',
    '',
    'Final-Recipient: rfc822; nobody@member.example',
    fields,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    original,
    '--b--',
  ].join('\r\n');

describe('a delivery report', () => {
  it.each([
    ['Action: failed\r\nStatus: 5.1.1', 'hard', '5.1.1'],
    ['Action: failed\r\nStatus: 5.7.26', 'policy', '5.7.26'],
    ['Action: failed\r\nStatus: 4.2.2', 'soft', '4.2.2'],
    ['action: FAILED\r\nSTATUS: 5.2.2 (mailbox full)', 'soft', '5.2.2'],
    ['Action: failed', 'hard', null],
  ])('says what failed: %j', (fields, kind, status) => {
    expect(readDeliveryReport(ours, report(fields))).toEqual({ delivery: id, kind, status });
  });

  it('is about the mail whose own address it came to, whatever it quotes', () => {
    const other = 'Message-ID: <0190aaaa-bbbb-7ccc-8ddd-eeeeffff9999@tessera.example>';
    const failed = 'Action: failed\r\nStatus: 5.1.1';
    expect(readDeliveryReport(ours, report(failed, other))?.delivery).toBe(id);
    expect(readDeliveryReport('bounces@tessera.example', report(failed))?.delivery).toBe(id);
    expect(
      readDeliveryReport('bounces@tessera.example', report(failed, 'Message-ID: <x@y.example>')),
    ).toBeNull();
  });

  it('is none where a mail is late, was relayed, or somebody is away', () => {
    expect(readDeliveryReport(ours, report('Action: delayed\r\nStatus: 4.4.1'))).toBeNull();
    expect(readDeliveryReport(ours, report('Action: relayed\r\nStatus: 2.1.5'))).toBeNull();
    const away = 'Auto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nI am away until Monday.';
    expect(readDeliveryReport(ours, away)).toBeNull();
  });

  it('is a complaint where it says abuse (RFC 5965)', () => {
    const complaint = 'Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1';
    expect(readDeliveryReport(ours, complaint)).toEqual({ delivery: id, kind: 'complaint', status: null });
  });

  it('is read in little time, however long it is and whatever is in it', () => {
    const hostile = `Status: ${'5.'.repeat(100_000)}\r\nAction: ${'failed'.repeat(50_000)}\r\n${'Message-ID: <'.repeat(50_000)}`;
    expect(readDeliveryReport('bounces@tessera.example', hostile)).toBeNull();
  });
});
