import { Parser } from 'htmlparser2';

import { letterHtml } from '../../src/platform/mail/letter-html.js';
import { serviceBrand, type Letter } from '../../src/platform/mail/letter.js';
import { MessageBuilder } from '../../src/platform/mail/message.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';

/** What tries to leave its place: a header, a line, an attribute, an address. */
const pieces = [
  '\r\nBcc: all@victim.example',
  '\nSubject: other',
  '\r\n\r\n<script>alert(1)</script>',
  '\u2028Bcc: x@victim.example',
  '\u0000',
  '"><img src=x onerror=alert(1)>',
  "' onclick='alert(1)",
  ',second@victim.example',
  '<boss@victim.example>',
  '=?utf-8?Q?=0D=0ABcc:_x@victim.example?=',
  '{{subject}}',
  '[[end]]',
  '\u202Eexe.pdf',
  'Ada Bianchi',
  'ünïcödé',
  ' '.repeat(300),
  'x'.repeat(1_200),
  '.\r\n.\r\nQUIT',
];

const expected = new Set([
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'auto-submitted',
  'content-language',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'precedence',
  'feedback-id',
]);

const to = 'reader@member.example';

/** An element or attribute that our layout does not use: it came with a text. */
function bringsMarkup(html: string): boolean {
  let found = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      found ||=
        ['script', 'img'].includes(name) || Object.keys(attributes).some((one) => one.startsWith('on'));
    },
  });
  parser.end(html);
  return found;
}

async function proveWhereItGoes({ seed, progress }: ProofContext, n: number): Promise<Finding> {
  const random = randomFrom(seed);
  const builder = new MessageBuilder({ from: 'tessera@tessera.example', bounces: null, dkim: null });
  const text = (): string =>
    Array.from(
      { length: 1 + Math.floor(random() * 4) },
      () => pieces[Math.floor(random() * pieces.length)],
    ).join('');
  let [strayRecipients, strayHeaders, markup] = [0, 0, 0];
  let worst = 'none';
  for (let at = 0; at < n; at += 1) {
    if (at % 10_000 === 0) progress(`${at} of ${n}`);
    const [name, subject, words] = [text(), text(), text()];
    const letter: Letter = {
      subject,
      preheader: words,
      greeting: name,
      blocks: [
        { kind: 'paragraph', text: words },
        { kind: 'title', text: words, language: 'en', url: 'https://call.example/1' },
        { kind: 'quotation', label: name, text: words, language: null },
        { kind: 'facts', facts: [[name, words]] },
      ],
      why: words,
      footerLinks: [],
      unsubscribe: null,
    };
    const html = await letterHtml(letter, serviceBrand, 'en');
    const id = '00000000-0000-4000-8000-000000000001';
    const mail = {
      id,
      to: { name, address: to },
      senderName: name,
      replyTo: null,
      subject,
      text: words,
      html,
    };
    const { raw, envelope } = await builder.build(
      { ...mail, language: 'en', unsubscribe: 'https://tessera.example/u' },
      new Date(0),
    );
    const [head = ''] = raw.toString('latin1').split('\r\n\r\n', 1);
    const names = head.split('\r\n').flatMap((line) => /^([^\s:]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
    if (envelope.to.length !== 1 || envelope.to[0] !== to) strayRecipients += 1;
    if (names.length !== new Set(names).size || names.some((one) => !expected.has(one))) {
      strayHeaders += 1;
      worst = JSON.stringify({ name, subject }).slice(0, 200);
    }
    if (bringsMarkup(html)) {
      markup += 1;
      worst = JSON.stringify({ words }).slice(0, 200);
    }
  }
  return {
    n,
    result: { strayRecipients, headerLinesAdded: strayHeaders, markupLetThrough: markup },
    worst,
    pass: strayRecipients + strayHeaders + markup === 0,
  };
}

export const proof: Proof = {
  id: 'S-11',
  invariant: 'mail goes where we say: no name, subject or text adds a recipient, a header line or markup',
  quick: (context) => proveWhereItGoes(context, 1_000),
  full: (context) => proveWhereItGoes(context, 100_000),
};
