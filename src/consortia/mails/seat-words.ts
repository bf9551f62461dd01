import type { Light } from './seat-letters.js';
import type { SeatStep } from './seat-mails.js';

/** What mails about seats say, in one language. */
export interface SeatWords {
  readonly greeting: (name: string) => string;
  readonly subject: Readonly<Record<SeatStep, (title: string) => string>>;
  readonly opening: Readonly<Record<SeatStep, (cluster: string) => string>>;
  readonly toSeat: Readonly<Record<SeatStep, string>>;
  readonly participation: (code: string) => string;
  readonly light: Readonly<Record<Light, string>>;
  readonly months: (count: number) => string;
  readonly call: string;
  readonly deadline: string;
  readonly seat: string;
  readonly effort: string;
  readonly partners: string;
  readonly nobodyYet: string;
  readonly eligibility: string;
  readonly covers: string;
  readonly aid: string;
  readonly takenSubject: (title: string) => string;
  readonly takenPreheader: string;
  readonly taken: (cluster: string) => string;
  readonly keepMe: string;
  readonly toNeeds: string;
  readonly agreedSubject: (title: string) => string;
  readonly agreedPreheader: (count: number) => string;
  readonly agreed: (cluster: string) => string;
  readonly sheet: string;
  readonly country: string;
  readonly contact: string;
  readonly rules: string;
  readonly noRules: string;
  readonly edition: (ruleSet: string, version: string, checkedOn: string) => string;
  readonly waived: string;
  readonly notSigned: string;
  readonly notStated: string;
  readonly why: string;
}

export const seatWords = (language: 'en' | 'it'): SeatWords => (language === 'it' ? italian : english);

const english: SeatWords = {
  greeting: (name) => `Dear ${name},`,
  subject: {
    offered: (title) => `A seat for you: ${title}`,
    confirmed: (title) => `Your seat is confirmed: ${title}`,
    changed: (title) => `Your seat has changed: ${title}`,
  },
  opening: {
    offered: (cluster) => `${cluster} is putting a consortium together and offers your organisation a seat.`,
    confirmed: (cluster) => `${cluster} has confirmed your organisation’s seat in the consortium.`,
    changed: (cluster) =>
      `${cluster} has changed something about your organisation’s seat in the consortium. This is how it stands now.`,
  },
  toSeat: {
    offered: 'See the seat and answer',
    confirmed: 'See the seat',
    changed: 'See what it is now',
  },
  participation: (code) =>
    ({
      coordinator: 'Co-ordinator',
      beneficiary: 'Beneficiary',
      'affiliated-entity': 'Affiliated entity',
      'associated-partner': 'Associated partner',
      subcontractor: 'Subcontractor',
      facilitator: 'Facilitator (cluster)',
    })[code] ?? code,
  light: {
    pass: 'Eligible by the rules held',
    fail: 'Not eligible yet',
    'needs-review': 'Needs review',
  },
  months: (count) => (count === 1 ? '1 person-month' : `${count} person-months`),
  call: 'Call',
  deadline: 'Deadline',
  seat: 'Role',
  effort: 'Effort',
  partners: 'Who is in',
  nobodyYet: 'nobody yet',
  eligibility: 'Eligibility',
  covers: 'To be covered',
  aid: 'The eligibility shown is an aid, not the official check: the text in force decides.',
  takenSubject: (title) => `The seat is taken: ${title}`,
  takenPreheader: 'Thank you for considering it',
  taken: (cluster) =>
    `Thank you for considering the seat that ${cluster} offered your organisation. Somebody else has it now.`,
  keepMe:
    'Not having this seat changes nothing for you: other consortia will find you as before, and needs that fit you are on your page.',
  toNeeds: 'See what else is sought',
  agreedSubject: (title) => `The consortium is agreed: ${title}`,
  agreedPreheader: (count) => `${count} partners, the same sheet for all`,
  agreed: (cluster) =>
    `The consortium that ${cluster} put together is agreed. Every partner gets this same sheet, in the order in which the portal’s Part A asks.`,
  sheet: 'Partners',
  country: 'Country',
  contact: 'Contact',
  rules: 'Checked by',
  noRules: 'no rules are held for this call',
  edition: (ruleSet, version, checkedOn) => `${ruleSet}, edition of ${version}, checked for ${checkedOn}`,
  waived: 'What was waived, by name',
  notSigned: 'This is neither a signature nor a contract: agreements are signed elsewhere.',
  notStated: 'not stated',
  why: 'You get this because your organisation was offered a seat in a consortium, or has one.',
};

const italian: SeatWords = {
  greeting: (name) => `Gentile ${name},`,
  subject: {
    offered: (title) => `Un posto per Voi: ${title}`,
    confirmed: (title) => `Il Vostro posto è confermato: ${title}`,
    changed: (title) => `Il Vostro posto è cambiato: ${title}`,
  },
  opening: {
    offered: (cluster) =>
      `${cluster} sta costruendo un consorzio e offre un posto alla Vostra organizzazione.`,
    confirmed: (cluster) => `${cluster} ha confermato il posto della Vostra organizzazione nel consorzio.`,
    changed: (cluster) =>
      `${cluster} ha modificato qualcosa del posto della Vostra organizzazione nel consorzio. Ecco com’è ora.`,
  },
  toSeat: {
    offered: 'Vedi il posto e rispondi',
    confirmed: 'Vedi il posto',
    changed: 'Vedi com’è ora',
  },
  participation: (code) =>
    ({
      coordinator: 'Coordinatore',
      beneficiary: 'Beneficiario',
      'affiliated-entity': 'Entità affiliata',
      'associated-partner': 'Partner associato',
      subcontractor: 'Subappaltatore',
      facilitator: 'Facilitatore (cluster)',
    })[code] ?? code,
  light: {
    pass: 'Ammissibile secondo le regole note',
    fail: 'Non ancora ammissibile',
    'needs-review': 'Da verificare',
  },
  months: (count) => (count === 1 ? '1 mese-persona' : `${count} mesi-persona`),
  call: 'Bando',
  deadline: 'Scadenza',
  seat: 'Ruolo',
  effort: 'Impegno',
  partners: 'Chi c’è',
  nobodyYet: 'ancora nessuno',
  eligibility: 'Ammissibilità',
  covers: 'Da coprire',
  aid: 'L’ammissibilità indicata è un aiuto, non la verifica ufficiale: decide il testo in vigore.',
  takenSubject: (title) => `Il posto è assegnato: ${title}`,
  takenPreheader: 'Grazie per averlo considerato',
  taken: (cluster) =>
    `grazie per aver considerato il posto che ${cluster} ha offerto alla Vostra organizzazione. Ora lo ha un altro partner.`,
  keepMe:
    'Per Voi non cambia nulla: altri consorzi Vi troveranno come prima, e i fabbisogni adatti a Voi sono sulla Vostra pagina.',
  toNeeds: 'Vedi che cos’altro si cerca',
  agreedSubject: (title) => `Il consorzio è concordato: ${title}`,
  agreedPreheader: (count) => `${count} partner, la stessa scheda per tutti`,
  agreed: (cluster) =>
    `il consorzio costruito da ${cluster} è concordato. Ogni partner riceve questa stessa scheda, nell’ordine richiesto dalla Parte A del portale.`,
  sheet: 'Partner',
  country: 'Paese',
  contact: 'Contatto',
  rules: 'Verificato con',
  noRules: 'per questo bando non è nota alcuna regola',
  edition: (ruleSet, version, checkedOn) =>
    `${ruleSet}, edizione del ${version}, verifica riferita al ${checkedOn}`,
  waived: 'Deroghe, con chi le ha date',
  notSigned: 'Questa non è una firma né un contratto: gli accordi si firmano altrove.',
  notStated: 'non indicato',
  why: 'Riceve questo messaggio perché alla Sua organizzazione è stato offerto un posto in un consorzio, o perché lo ha.',
};
