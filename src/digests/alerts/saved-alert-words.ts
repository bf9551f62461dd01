/** The words around what happened to what somebody saved. */
export interface SavedAlertWords {
  readonly subject: (title: string) => string;
  readonly subjectMany: (calls: number) => string;
  readonly greeting: (name: string) => string;
  readonly opening: (calls: number) => string;
  readonly labels: Readonly<Record<'statedStatus' | 'opensOn' | 'deadlines' | 'budget', string>>;
  readonly fromTo: (before: string, now: string) => string;
  readonly notStated: string;
  readonly states: Readonly<Record<string, string>>;
  readonly left: string;
  readonly daysLeft: (days: number, deadline: string) => string;
  readonly at: (day: string, time: string, place: string) => string;
  readonly perProject: (amount: string) => string;
  readonly inAll: (amount: string) => string;
  readonly open: string;
  readonly indicative: string;
  readonly why: string;
  readonly saved: string;
  readonly stop: string;
}

const en: SavedAlertWords = {
  subject: (title) => `Saved by you: ${title}`,
  subjectMany: (calls) => `News of ${calls} calls that you saved`,
  greeting: (name) => `Dear ${name},`,
  opening: (calls) =>
    calls === 1
      ? 'There is news of a call that you saved.'
      : `There is news of ${calls} calls that you saved.`,
  labels: { statedStatus: 'Status', opensOn: 'Opens on', deadlines: 'Deadline', budget: 'Budget' },
  fromTo: (before, now) => `${now}; before: ${before}`,
  notStated: 'not stated',
  states: { forthcoming: 'forthcoming', open: 'open', closed: 'closed', withdrawn: 'withdrawn' },
  left: 'Time left',
  daysLeft: (days, deadline) =>
    `${days === 0 ? 'it closes today' : days === 1 ? '1 day' : `${days} days`} (${deadline})`,
  at: (day, time, place) => `${day}, ${time} ${place} time`,
  perProject: (amount) => `${amount} per project`,
  inAll: (amount) => `${amount} in all`,
  open: 'Look at it',
  indicative: 'The call documents decide; the source may be some hours old.',
  why: 'You get this because you saved these calls in Tessera: changes as they come, and two reminders of a deadline.',
  saved: 'What you saved',
  stop: 'Stop these mails',
};

const it: SavedAlertWords = {
  subject: (title) => `Tra i bandi salvati: ${title}`,
  subjectMany: (calls) => `Novità su ${calls} bandi che ha salvato`,
  greeting: (name) => `Gentile ${name},`,
  opening: (calls) =>
    calls === 1
      ? 'ci sono novità su un bando che ha salvato.'
      : `ci sono novità su ${calls} bandi che ha salvato.`,
  labels: { statedStatus: 'Stato', opensOn: 'Apertura', deadlines: 'Scadenza', budget: 'Contributo' },
  fromTo: (before, now) => `${now}; prima: ${before}`,
  notStated: 'non indicato',
  states: { forthcoming: 'in arrivo', open: 'aperto', closed: 'chiuso', withdrawn: 'ritirato' },
  left: 'Tempo rimasto',
  daysLeft: (days, deadline) =>
    `${days === 0 ? 'scade oggi' : days === 1 ? '1 giorno' : `${days} giorni`}, fino al ${deadline}`,
  at: (day, time, place) => `${day}, ore ${time} (ora di ${place})`,
  perProject: (amount) => `${amount} per progetto`,
  inAll: (amount) => `${amount} in totale`,
  open: 'Vedi il bando',
  indicative: 'Fanno fede i documenti del bando; la fonte può risalire ad alcune ore fa.',
  why: 'Riceve questo messaggio perché ha salvato questi bandi in Tessera: le novità quando arrivano e due promemoria della scadenza.',
  saved: 'I bandi salvati',
  stop: 'Non ricevere più questi messaggi',
};

export const savedAlertWords = (language: 'en' | 'it'): SavedAlertWords => (language === 'it' ? it : en);
