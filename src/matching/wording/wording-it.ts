import type { FairKind } from '../../ranking/index.js';
import type { ReasonEvidence } from '../suggestions/suggestion.js';
import { listed, type LeftOut, type Wording } from './wording.js';

const kinds = {
  profile: 'il suo profilo',
  competence: 'una sua competenza',
  project: 'il progetto',
  result: 'un risultato',
} as const;

const inKinds = {
  profile: 'nel suo profilo',
  competence: 'in una sua competenza',
  project: 'nel progetto',
  result: 'in un risultato',
} as const;

const named = (kind: string, { title, date }: ReasonEvidence): string => {
  const source = title ? `${kind} «${title}»` : kind;
  return date === null ? source : `${source} (${date.slice(0, 4)})`;
};

const raisedFor: Readonly<Record<FairKind, string>> = {
  sme: "le piccole e medie imprese mantengono la loro quota dell'elenco",
  company: "le imprese mantengono la loro quota dell'elenco",
  newcomer: "chi è nuovo mantiene la sua quota dell'elenco",
  leader: 'tra le prime tre ce ne è una che ha già coordinato',
};

export const wordingIt: Wording = {
  bands: { strong: 'forte', good: 'buona', possible: 'possibile', unknown: 'si sa troppo poco' },
  tooLittle: {
    organisation: (name) =>
      `Di ${name} si sa troppo poco per dire quanto corrisponda: bastano due o tre frasi su ciò che produce o sa fare.`,
    question: () =>
      'Il testo dice troppo poco per capire chi corrisponda: bastano una o due frasi su ciò che serve.',
  },
  figures: (name, fit, trackRecord) =>
    `${name}: corrispondenza delle competenze ${fit}, dell'esperienza ${trackRecord}.`,
  asks: (quote) => `Il bando chiede: «${quote}»`,
  says: (evidence, quote) =>
    evidence.type === 'project'
      ? `Ha partecipato al progetto${evidence.title ? ` «${evidence.title}»` : ''}${yearOf(evidence)}: «${quote}»`
      : `Risponde ${named(inKinds[evidence.type], evidence)}: «${quote}»`,
  concerns: (evidence, terms) =>
    terms.length === 0
      ? `${capital(named(kinds[evidence.type], evidence))} riguarda lo stesso tema.`
      : `${capital(named(kinds[evidence.type], evidence))} riguarda anch'esso: ${listed(terms, 'e')}.`,
  bridges: (pairs) => `Lo stesso con altre parole: ${pairs.join(', ')}.`,
  unconfirmed: 'Non lo ha ancora confermato.',
  signals: {
    proximity: 'Ha lavorato con i partner già presenti, o con i loro partner.',
    experience: 'Ha partecipato a progetti europei.',
    activity: 'Ha avviato di recente un progetto europeo.',
    facts: 'È del tipo richiesto.',
    meaning: 'Per un modello linguistico quanto ne risulta è vicino nel significato a ciò che si chiede.',
  },
  missing: (labels) => `Nulla di quanto ci risulta documenta: ${listed(labels, 'e')}.`,
  raised: (kinds, scoreRank) =>
    `Per punteggio sarebbe al posto ${scoreRank}; sta più in alto perché ${listed(
      kinds.map((kind) => raisedFor[kind]),
      'e',
    )}. Quanto si sa di essa non cambia.`,
  companion: ({ name, led, adds }) =>
    `È nuova ai progetti europei: ${name}, che ha coordinato ${led === 1 ? 'un consorzio' : `${led} consorzi`}, potrebbe guidare${adds.length === 0 ? '' : ` e aggiunge: ${listed(adds, 'e')}`}.`,
  place: (rank, total) => `È al posto ${rank} su ${total}.`,
  noPlace: "Non compare nell'elenco.",
  nothingAnswers: 'Nulla di quanto ci risulta risponde a questo bando.',
  short: (points, places) => `Le mancano ${points} punti per essere tra le prime ${places}.`,
  leftOut: ({ by, asked }) => leftOut[by](asked),
  change: (change, points) => {
    const rise = `Il punteggio salirebbe di ${points} punti`;
    switch (change.kind) {
      case 'say':
        return `${rise} con una competenza confermata su ${listed(change.words, 'e')}, se la possiede.`;
      case 'confirm':
        return `${rise} se confermasse ${change.evidence === null ? 'quanto è scritto su di essa' : `«${change.evidence}»`}.`;
      case 'readiness':
        return `${rise} se ${change.evidence === null ? 'il suo lavoro' : `«${change.evidence}»`} fosse al livello di maturità richiesto dal bando.`;
      case 'state-role':
        return `${rise} se dichiarasse di essere ciò che chiede il ruolo «${change.role}».`;
    }
  },
};

/** Why it is not suggested; `asked` says what the list was narrowed to. */
const leftOut: Readonly<Record<LeftOut['by'], (asked: string | null) => string>> = {
  seed: () => 'Non è proposta perché fa già parte del consorzio.',
  exclude: () => 'Non è proposta perché è stata segnata come non adatta.',
  among: () => "Non è proposta perché l'elenco comprende solo soci.",
  countries: (asked) => `Non è proposta perché l'elenco è limitato a ${asked ?? 'altri Paesi'}.`,
  regions: (asked) => `Non è proposta perché l'elenco è limitato alle regioni ${asked ?? 'indicate'}.`,
  types: (asked) =>
    `Non è proposta perché sono richieste solo organizzazioni di tipo ${asked ?? 'indicato'}.`,
  sme: () => "Non è proposta per la dimensione: l'elenco ne chiede un'altra, o non è dichiarata.",
  experience: () =>
    "Non è proposta per i progetti a cui ha partecipato finora: l'elenco chiede altro, o non sono dichiarati.",
  trl: (asked) =>
    `Non è proposta perché nulla di quanto ci risulta dichiara il livello di maturità ${asked ?? 'richiesto'}.`,
  cluster: () => "Non è proposta perché l'elenco è limitato ai soci di un cluster.",
  invented: () => 'Non è proposta perché è inventata, a scopo dimostrativo.',
};

const yearOf = ({ date }: ReasonEvidence): string => (date === null ? '' : ` (${date.slice(0, 4)})`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
