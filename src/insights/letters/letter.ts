import type { Brief, BriefCall } from '../brief/brief.js';
import { briefWords } from '../brief/brief-words.js';
import { callFacts } from '../brief/call-facts.js';
import { asSentence } from '../excerpt.js';
import type { Language } from '../language.js';

/** A mail an officer sends under their own name: text only, to be edited before it goes. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

interface LetterWords {
  readonly subject: (calls: number, organisation: string) => string;
  readonly greeting: string;
  readonly opening: (calls: number) => string;
  readonly nothing: string;
  readonly theyAsk: string;
  readonly youSay: string;
  readonly fit: (band: string, role: string | null) => string;
  readonly missing: (items: string) => string;
  readonly page: string;
  readonly close: string;
  readonly invented: string;
}

const wordsOf: Readonly<Record<Language, LetterWords>> = {
  en: {
    subject: (calls, organisation) =>
      calls === 1 ? `One call for ${organisation}` : `${calls} calls for ${organisation}`,
    greeting: 'Good morning,',
    opening: (calls) =>
      calls === 1
        ? 'one open or forthcoming call fits what we know of you. Here is why:'
        : `${calls} open or forthcoming calls fit what we know of you. Here they are, with the reason for each:`,
    nothing:
      'no open or forthcoming call fits what we know of you today. Two or three lines on what you can do, with what equipment and how mature it is, would change that: may we add them together?',
    theyAsk: 'They ask',
    youSay: 'You say',
    fit: (band, role) =>
      role === null ? `Competence fit: ${band}` : `Competence fit: ${band}; likely role: ${role}`,
    missing: (items) => `Not yet shown in your record: ${items}`,
    page: 'Page of the call',
    close:
      'Would one of these interest you? A line in reply is enough: we look for partners with you.\n\nKind regards',
    invented: 'INVENTED DATA, for demonstration only.',
  },
  it: {
    subject: (calls, organisation) =>
      calls === 1 ? `Un bando per ${organisation}` : `${calls} bandi per ${organisation}`,
    greeting: 'Buongiorno,',
    opening: (calls) =>
      calls === 1
        ? 'un bando aperto o di prossima apertura corrisponde a quanto sappiamo di Voi. Ecco perché:'
        : `${calls} bandi aperti o di prossima apertura corrispondono a quanto sappiamo di Voi. Eccoli, ciascuno con il motivo:`,
    nothing:
      'oggi nessun bando aperto o di prossima apertura corrisponde a quanto sappiamo di Voi. Due o tre righe su ciò che sapete fare, con quali attrezzature e a quale livello di maturità, cambierebbero la situazione: possiamo aggiungerle insieme?',
    theyAsk: 'Il bando chiede',
    youSay: 'Voi dite',
    fit: (band, role) =>
      role === null
        ? `Affinità di competenze: ${band}`
        : `Affinità di competenze: ${band}; ruolo probabile: ${role}`,
    missing: (items) => `Non ancora documentato nel Vostro profilo: ${items}`,
    page: 'Pagina del bando',
    close:
      'Uno di questi bandi può interessarVi? Basta una riga di risposta: cercheremo i partner insieme a Voi.\n\nCordiali saluti',
    invented: 'DATI INVENTATI, solo a scopo dimostrativo.',
  },
};

/** The calls of a brief as a mail; quotations stay as their sources write them. */
export function letter(brief: Brief, language: Language): Letter {
  const words = wordsOf[language];
  const { calls, organisation } = brief;
  const invented = organisation.invented || calls.some((call) => call.invented);
  const body =
    calls.length === 0
      ? [words.nothing]
      : [words.opening(calls.length), ...calls.map((call, at) => callText(call, at + 1, language))];
  return {
    subject: words.subject(calls.length, organisation.name),
    text: [words.greeting, ...body, words.close, ...(invented ? [words.invented] : [])].join('\n\n'),
  };
}

function callText(call: BriefCall, place: number, language: Language): string {
  const words = wordsOf[language];
  const general = briefWords(language);
  const facts = callFacts(call, general);
  const role = call.role === null ? null : general.roles[call.role].toLowerCase();
  const [reason] = call.reasons;
  const lines = [
    `${place}. ${call.title}`,
    facts.kind,
    [`${general.deadline}: ${facts.deadline}`, facts.remarks, facts.daysLeft]
      .filter((part) => part !== null)
      .join(', '),
    `${general.budget}: ${facts.budget}`,
    words.fit(general.bands[call.fit], role),
    reason ? `${words.theyAsk}: “${asSentence(reason.call.text)}”` : null,
    reason ? `${words.youSay}: “${asSentence(reason.evidence.text)}”` : null,
    call.missing.length > 0 ? words.missing(call.missing.join(', ')) : null,
    call.url === null ? null : `${words.page}: ${call.url}`,
  ];
  return lines.filter((line) => line !== null).join('\n');
}
