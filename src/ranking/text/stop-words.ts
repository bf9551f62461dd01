import type { TextLanguage } from '../corpus-document.js';

/**
 * Words that carry no subject matter. Short on purpose: what calls repeat is learned (`learnBoilerplate`), what
 * evidence repeats is weighed down by its document frequency.
 */
const english = `a about above across after again against all almost also although always am among an and another any
are around as at be became because become been before being below between both but by can cannot could did do does
doing done down due during each either else enough etc even ever every few first for from further had has have having
he her here hers him his how however i if in inside into is it its itself just least less like made mainly make many
may me might more most much must my near need neither no nor not now of off often on once one only or other others our
ours out over own per rather s same second shall she should since so some still such t than that the their theirs them
themselves then there thereby therefore these they this those through throughout thus to together too toward towards
two under until up upon us use used using various very via was we well were what when where whereas whether which while
who whom whose why will with within without would yet you your e g ie eg
de re co non pre post ii iii iv`;

const italian = `a ad agli ai al alla alle allo altra altre altri altro anche ancora avere aveva avevano c che chi ci
ciascun ciascuna ciascuno cio cioe circa coi col come con contro cosi cui da dagli dai dal dalla dalle dallo degli dei
del della delle dello dentro di dove due durante e ecco ed egli era erano essa esse essere essi fa fino fra fu gia gli
ha hai hanno ho i il in inoltre io l la le lei li lo loro lui ma mediante mentre mi mia mie miei mio molta molte molti
molto ne negli nei nel nella nelle nello noi non nonche nostra nostre nostri nostro o ogni oltre oppure per perche piu
poi presso prima propria proprie propri proprio qual quale quali quando quanto quella quelle quelli quello questa queste
questi questo qui se secondo sei senza si sia siamo siano sono sopra sotto sta stata state stati stato su sua sue sugli
sui sul sulla sulle sullo suo suoi tale tali tra tramite tu tutta tutte tutti tutto un una uno verso vi viene vengono
voi al sara saranno puo possono puo e attraverso grazie dall dell all nell sull quell d un`;

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const stopWords: Readonly<Record<TextLanguage, ReadonlySet<string>>> = {
  en: words(english),
  it: words(italian),
};
