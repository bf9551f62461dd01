import type { LetterPart, Purpose } from './introduction.js';
import type { OwnProject, OwnStatement } from './own-record.read-model.js';

/** What a first draft of a request is made from. */
export interface DraftFrom {
  readonly purpose: Purpose;
  readonly language: 'en' | 'it';
  readonly subject: string;
  readonly opportunity: string | null;
  readonly role: string;
  readonly statements: readonly OwnStatement[];
  /** none across clusters: a project's name is found by one search */
  readonly projects: readonly OwnProject[];
  /** what the seat is to cover */
  readonly needs: readonly string[];
  /** whom to be introduced to, and what the two did together */
  readonly about: { readonly name: string; readonly project: OwnProject | null } | null;
}

/**
 * A first draft: every sentence says where it comes from, or that it is a form of words to be looked at
 * (source `words`). Nothing is said of the record that the record does not say.
 */
export function draftLetter(from: DraftFrom): LetterPart[] {
  const words = from.language === 'it' ? italian : english;
  const call = from.opportunity === null ? 'words' : `call:${from.opportunity}`;
  const bring = from.statements.map((one): LetterPart => ({
    key: 'bring',
    text: one.text + trl(one),
    source: `evidence:${one.id}`,
  }));
  const projects = from.projects.map((one): LetterPart => ({
    key: 'evidence',
    text: `${one.acronym}${one.year === null ? '' : ` (${one.year})`}: ${one.title}`,
    source: `project:${one.id}`,
  }));
  const asked = from.about
    ? words.introduce(from.about.name, from.about.project?.acronym ?? null, from.subject)
    : words[from.purpose === 'join' ? 'join' : 'partner'](from.subject, from.role);
  return [
    ...bring,
    { key: 'role', text: asked, source: call },
    ...from.needs.map((text): LetterPart => ({ key: 'role', text, source: 'need' })),
    ...projects,
    { key: 'availability', text: words.availability, source: 'words' },
    { key: 'questions', text: words.questions, source: 'words' },
  ];
}

const trl = ({ trlFrom, trlTo }: OwnStatement): string => {
  if (trlFrom === null && trlTo === null) return '';
  return ` (TRL ${[...new Set([trlFrom, trlTo].filter((one) => one !== null))].join('–')})`;
};

const english = {
  partner: (subject: string, role: string) => `We look for a partner for “${subject}”, as ${role}.`,
  join: (subject: string, role: string) =>
    `We would like to join your proposal for “${subject}”, as ${role}.`,
  introduce: (name: string, project: string | null, subject: string) =>
    project === null
      ? `Would you introduce us to ${name}, about “${subject}”?`
      : `You worked with ${name} in ${project}. Would you introduce us, about “${subject}”?`,
  availability: 'We can talk in the next ten working days.',
  questions: 'Does this fit your plans, and who would be the person to talk to?',
};

const italian: typeof english = {
  partner: (subject, role) => `Cerchiamo un partner per «${subject}», come ${role}.`,
  join: (subject, role) => `Vorremmo entrare nella Vostra proposta per «${subject}», come ${role}.`,
  introduce: (name, project, subject) =>
    project === null
      ? `Potreste presentarci a ${name}, a proposito di «${subject}»?`
      : `Avete lavorato con ${name} nel progetto ${project}. Potreste presentarci, a proposito di «${subject}»?`,
  availability: 'Siamo disponibili per un colloquio nei prossimi dieci giorni lavorativi.',
  questions: 'Rientra nei Vostri programmi, e con chi potremmo parlarne?',
};
