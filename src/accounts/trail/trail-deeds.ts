/** What lines of the trail are asked for by. */
export const trailKinds = [
  'seen',
  'exports',
  'data',
  'people',
  'profile',
  'requests',
  'consortia',
  'imports',
  'sharing',
  'settings',
] as const;
export type TrailKind = (typeof trailKinds)[number];

export type TrailLanguage = 'en' | 'it';

interface Deed {
  readonly kind: TrailKind;
  readonly en: string;
  readonly it: string;
}

const deed = (kind: TrailKind, en: string, it: string): Deed => ({ kind, en, it });

/**
 * What was done, for those it concerns: action → kind and words. What people do to their own account alone (signing in,
 * passwords, a digest's rhythm) is not here: it is theirs, and stands in the file of their own data.
 */
const deeds: Readonly<Record<string, Deed>> = {
  'organisation.seen': deed('seen', 'looked at the profile', 'ha visto il profilo'),
  'organisation.seen-masked': deed(
    'seen',
    'was shown the masked entry in a list of partners',
    'ha visto la voce mascherata in un elenco di partner',
  ),
  'contact.revealed': deed(
    'seen',
    'identities and contacts were shown to both sides of a request',
    'identità e contatti mostrati a entrambe le parti di una richiesta',
  ),

  'brief.written': deed(
    'exports',
    'took the page for the organisation',
    'ha preso la scheda dell’organizzazione',
  ),
  'members.exported': deed('exports', 'took the table of members', 'ha preso la tabella dei soci'),
  'workbook.written': deed(
    'exports',
    'took the workbook of the cluster',
    'ha preso la cartella di lavoro del cluster',
  ),
  'consortium.handed-over': deed(
    'exports',
    'took the sheet of a consortium, with contacts',
    'ha preso la scheda di un consorzio, con i contatti',
  ),
  'introduction.exported': deed(
    'exports',
    'took a request with its words',
    'ha preso una richiesta con i testi',
  ),
  'introduction.handed-over': deed(
    'exports',
    'made a file of a request for an EEN adviser',
    'ha creato il file di una richiesta per un consulente EEN',
  ),
  'trail.exported': deed('exports', 'took this trail as a table', 'ha preso questo registro come tabella'),
  'processing.exported': deed(
    'exports',
    'took the records of processing',
    'ha preso il registro delle attività di trattamento',
  ),

  'data.taken': deed('data', 'took the file of their own data', 'ha preso il file dei propri dati'),
  'person.erased': deed('data', 'a person was erased', 'una persona è stata cancellata'),
  'organisation.removed': deed('data', 'the organisation was removed', 'l’organizzazione è stata rimossa'),
  'removal.undone': deed('data', 'a removal was taken back', 'una rimozione è stata annullata'),

  'person.invited': deed('people', 'invited somebody', 'ha invitato una persona'),
  'invitation-round.planned': deed('people', 'invited people in waves', 'ha invitato persone a gruppi'),
  'invitation-round.stopped': deed(
    'people',
    'stopped a round of invitations',
    'ha fermato un giro di inviti',
  ),
  'invitation.confirmed': deed('people', 'accepted an invitation', 'ha accettato un invito'),
  'invitation.renewed': deed('people', 'sent an invitation again', 'ha inviato di nuovo un invito'),
  'profile.asked-for': deed(
    'people',
    'somebody asked to look after the profile',
    'una persona ha chiesto di curare il profilo',
  ),
  'profile.ask-approved': deed(
    'people',
    'let somebody in who asked for the profile',
    'ha accolto la richiesta di curare il profilo',
  ),
  'profile.ask-declined': deed(
    'people',
    'did not let somebody in who asked for the profile',
    'non ha accolto la richiesta di curare il profilo',
  ),
  'role.granted': deed('people', 'gave somebody a role', 'ha dato un ruolo a una persona'),
  'role.changed': deed('people', 'changed somebody’s role', 'ha cambiato il ruolo di una persona'),
  'role.ended': deed('people', 'ended somebody’s role', 'ha tolto il ruolo a una persona'),
  'role.mandate': deed(
    'people',
    'changed who speaks for the cluster in a pilot',
    'ha cambiato chi rappresenta il cluster in un pilota',
  ),

  'organisation.merged': deed(
    'imports',
    'joined another entry of the member list to this one',
    'ha unito a questa un’altra voce dell’elenco soci',
  ),
  'organisation.told-apart': deed(
    'imports',
    'said that two entries of the member list are two organisations',
    'ha indicato che due voci dell’elenco soci sono due organizzazioni',
  ),
  'organisation.merge-undone': deed(
    'imports',
    'took back what was said of two entries of the member list',
    'ha annullato quanto indicato su due voci dell’elenco soci',
  ),

  'profile.claimed': deed(
    'profile',
    'confirmed the profile for the first time',
    'ha confermato il profilo per la prima volta',
  ),
  'profile.changed': deed('profile', 'changed the profile', 'ha modificato il profilo'),
  'interview.answered': deed(
    'profile',
    'wrote down what was said in an interview',
    'ha annotato quanto detto in un’intervista',
  ),
  'interview.told': deed(
    'profile',
    'asked for the lines of an interview to be confirmed',
    'ha chiesto conferma delle voci di un’intervista',
  ),
  'idea.kept': deed('profile', 'kept an idea', 'ha conservato un’idea'),
  'idea.removed': deed('profile', 'removed an idea', 'ha rimosso un’idea'),
  'idea.asked': deed(
    'profile',
    'asked the authors of alike ideas whether to go on together',
    'ha chiesto agli autori di idee simili se proseguire insieme',
  ),
  'idea.answered': deed(
    'profile',
    'answered whether to go on with others of the same idea',
    'ha risposto se proseguire con altri che hanno la stessa idea',
  ),
  'exclusion.added': deed(
    'profile',
    'named an organisation to keep apart from',
    'ha indicato un’organizzazione da tenere distinta',
  ),
  'exclusion.removed': deed(
    'profile',
    'no longer keeps apart from an organisation',
    'non tiene più distinta un’organizzazione',
  ),
  'organisation.closing-days': deed('profile', 'said when it is closed', 'ha indicato i giorni di chiusura'),
  'feedback.given': deed('profile', 'said what it thinks of a suggestion', 'ha valutato un suggerimento'),
  'feedback.taken-back': deed('profile', 'took a word on a suggestion back', 'ha ritirato una valutazione'),

  'introduction.sent': deed('requests', 'sent a request', 'ha inviato una richiesta'),
  'introduction.withdrawn': deed('requests', 'withdrew a request', 'ha ritirato una richiesta'),
  'introduction.accepted': deed('requests', 'accepted a request', 'ha accettato una richiesta'),
  'introduction.declined': deed('requests', 'declined a request', 'ha declinato una richiesta'),
  'introduction.more-information': deed(
    'requests',
    'asked back about a request',
    'ha posto una domanda su una richiesta',
  ),
  'introduction.message': deed('requests', 'wrote a message', 'ha scritto un messaggio'),
  'introduction.times-proposed': deed(
    'requests',
    'proposed times to meet',
    'ha proposto orari per un incontro',
  ),
  'introduction.time-chosen': deed('requests', 'chose a time to meet', 'ha scelto l’orario di un incontro'),
  'introduction.words-erased': deed('requests', 'took its own words out', 'ha cancellato i propri testi'),

  'seat.prepared': deed('consortia', 'prepared what a seat needs', 'ha preparato i dati di un posto'),
  'seat.accepted': deed('consortia', 'accepted a seat', 'ha accettato un posto'),
  'seat.declined': deed('consortia', 'declined a seat', 'ha declinato un posto'),
  'seat.withdrawn': deed('consortia', 'gave a seat back', 'ha restituito un posto'),
  'consortium.started': deed('consortia', 'started a board', 'ha avviato un consorzio'),
  'consortium.waived': deed(
    'consortia',
    'went over a point that stands open',
    'ha superato un punto ancora aperto',
  ),
  'consortium.agreed': deed('consortia', 'the consortium was agreed', 'il consorzio è stato concordato'),
  'consortium.checked-again': deed(
    'consortia',
    'checked a consortium again, by the rules in force',
    'ha verificato di nuovo un consorzio, con le regole in vigore',
  ),
  'consortium.outcome': deed(
    'consortia',
    'said what became of a consortium',
    'ha indicato l’esito di un consorzio',
  ),

  'import.applied': deed('imports', 'applied a list of members', 'ha applicato un elenco di soci'),
  'import.undone': deed('imports', 'took a list of members back', 'ha annullato un elenco di soci'),
  'call.added-by-hand': deed('imports', 'added a call by hand', 'ha aggiunto un bando a mano'),
  'call.changed-by-hand': deed(
    'imports',
    'changed a call added by hand',
    'ha modificato un bando aggiunto a mano',
  ),
  'call.withdrawn-by-hand': deed(
    'imports',
    'withdrew a call added by hand, or took that back',
    'ha ritirato un bando aggiunto a mano, o annullato il ritiro',
  ),

  'federation.sharing-chosen': deed(
    'sharing',
    'chose what sister clusters see of the organisation',
    'ha scelto che cosa i cluster partner vedono dell’organizzazione',
  ),
  'federation.sharing-changed': deed(
    'sharing',
    'changed what leaves the cluster',
    'ha cambiato che cosa esce dal cluster',
  ),
  'federation.proposed': deed('sharing', 'proposed an agreement', 'ha proposto un accordo'),
  'federation.accepted': deed('sharing', 'accepted an agreement', 'ha accettato un accordo'),
  'federation.ended': deed('sharing', 'ended an agreement', 'ha concluso un accordo'),

  'fairness.newcomer-share': deed(
    'settings',
    'changed what newcomers keep of lists of partners',
    'ha cambiato la quota minima di nuovi arrivati negli elenchi di partner',
  ),
  'cluster.created': deed('settings', 'took the cluster in', 'ha creato il cluster'),
  'cluster.settings-changed': deed(
    'settings',
    'changed the cluster’s settings',
    'ha cambiato le impostazioni del cluster',
  ),
  'cluster.logo-changed': deed('settings', 'changed the cluster’s logo', 'ha cambiato il logo del cluster'),
  'api-key.made': deed('settings', 'made a key for a program', 'ha creato una chiave per un programma'),
  'api-key.revoked': deed('settings', 'took a key out of use', 'ha disattivato una chiave'),
  'webhook.made': deed('settings', 'made a webhook', 'ha creato un webhook'),
  'webhook.changed': deed('settings', 'changed a webhook', 'ha modificato un webhook'),
  'webhook.removed': deed('settings', 'removed a webhook', 'ha rimosso un webhook'),
  'webhook.secret-renewed': deed(
    'settings',
    'renewed the secret of a webhook',
    'ha rinnovato il segreto di un webhook',
  ),
  'webhook.switched-off': deed(
    'settings',
    'a webhook that failed was switched off',
    'un webhook in errore è stato disattivato',
  ),
  'mail.held': deed('settings', 'stopped mails for a while', 'ha fermato l’invio dei messaggi'),
  'mail.released': deed('settings', 'let mails go again', 'ha riattivato l’invio dei messaggi'),
};

/** Actions of a kind that is shown; what has no words is shown to nobody here. */
export function actionsOf(kinds: readonly TrailKind[]): string[] {
  return Object.entries(deeds).flatMap(([action, { kind }]) => (kinds.includes(kind) ? [action] : []));
}

export const kindOf = (action: string): TrailKind => deeds[action]?.kind ?? 'settings';

export const deedIn = (action: string, language: TrailLanguage): string =>
  deeds[action]?.[language] ?? action;

export const kindWords: Readonly<Record<TrailLanguage, Readonly<Record<TrailKind, string>>>> = {
  en: {
    seen: 'seen',
    exports: 'taken away',
    data: 'personal data',
    people: 'people and roles',
    profile: 'profile',
    requests: 'requests',
    consortia: 'consortia',
    imports: 'imports',
    sharing: 'federation',
    settings: 'settings',
  },
  it: {
    seen: 'consultazioni',
    exports: 'esportazioni',
    data: 'dati personali',
    people: 'persone e ruoli',
    profile: 'profilo',
    requests: 'richieste',
    consortia: 'consorzi',
    imports: 'importazioni',
    sharing: 'federazione',
    settings: 'impostazioni',
  },
};
