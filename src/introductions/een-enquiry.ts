import type { IntroductionView } from './show-introduction.js';

/**
 * A request as an adviser of the Enterprise Europe Network asks for one: what kind of co-operation, what is unclear, who
 * we are. Plain text, of what the asker may see.
 */
export function eenEnquiry(view: IntroductionView, now: Date): string {
  const { introduction, sender, recipient, parts, deadline } = view;
  const words = introduction.language === 'it' ? italian : english;
  const of = (...keys: readonly string[]): string =>
    parts
      .filter(({ key }) => keys.includes(key))
      .map(({ text }) => `- ${text}`)
      .join('\n') || words.notStated;
  const who = [sender.name, sender.pic && `PIC ${sender.pic}`, sender.country, sender.region, sender.type];
  const section = (title: string, text: string): string => `${title}\n${text}\n`;
  return [
    section(words.title, now.toISOString().slice(0, 10)),
    section(words.kind, `${words.kinds[introduction.purpose]}: ${introduction.role}`),
    section(words.about, introduction.subject),
    section(words.deadline, deadline?.toISOString().slice(0, 10) ?? words.notStated),
    section(words.unclear, of('questions')),
    section(words.we, who.filter((one) => one !== null && one !== '').join(', ') || words.notStated),
    section(words.bring, of('bring', 'evidence')),
    section(words.effort, of('effort', 'availability')),
    section(words.other, recipient.name ?? words.notStated),
  ].join('\n');
}

const english = {
  title: 'Enquiry for an adviser of the Enterprise Europe Network',
  kind: 'Kind of co-operation',
  kinds: { partner: 'partner sought', join: 'wishes to join a proposal', introduce: 'introduction sought' },
  about: 'About',
  deadline: 'Deadline',
  unclear: 'What is unclear',
  we: 'Who we are',
  bring: 'What we bring',
  effort: 'Effort and availability',
  other: 'Who was asked',
  notStated: 'not stated',
};

const italian: typeof english = {
  title: 'Richiesta per un consulente della rete Enterprise Europe Network',
  kind: 'Tipo di cooperazione',
  kinds: {
    partner: 'ricerca di un partner',
    join: 'desidera entrare in una proposta',
    introduce: 'ricerca di un contatto',
  },
  about: 'Oggetto',
  deadline: 'Scadenza',
  unclear: 'Che cosa non è chiaro',
  we: 'Chi siamo',
  bring: 'Che cosa portiamo',
  effort: 'Impegno e disponibilità',
  other: 'A chi è stato chiesto',
  notStated: 'non indicato',
};
