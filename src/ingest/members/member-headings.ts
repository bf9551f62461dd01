import type { MemberField } from './member-row.js';

/** Headings of one field by `headingKey`, the surest first. */
export interface FieldHeadings {
  readonly english: readonly string[];
  readonly italian: readonly string[];
}

/** What people call our columns. A heading in both languages (`cap`, `nuts`) stands under English. */
export const memberHeadings: Readonly<Record<MemberField, FieldHeadings>> = {
  legalName: {
    english: [
      'legalname', 'organisationname', 'organizationname', 'nameoforganisation', 'companyname', 'legalentity',
      'organisation', 'organization', 'company', 'membername', 'member', 'partner', 'name',
    ],
    italian: [
      'ragionesociale', 'denominazione', 'denominazionesociale', 'denominazioneragionesociale',
      'ragionesocialedenominazione', 'nomeazienda', 'nomeimpresa', 'nomeente', 'nomeorganizzazione', 'nomesocieta',
      'nomesocio', 'azienda', 'impresa', 'ente', 'societa', 'organizzazione', 'socio', 'soci', 'associato', 'membro',
      'nome',
    ],
  },
  shortName: {
    english: ['shortname', 'acronym', 'organisationshortname'],
    italian: ['acronimo', 'nomebreve', 'denominazionebreve', 'abbreviazione'],
  },
  pic: {
    english: [
      'pic', 'piccode', 'picnumber', 'picno', 'participantidentificationcode', 'participantid', 'pic9digits',
      'organisationpic',
    ],
    italian: ['codicepic', 'numeropic'],
  },
  vatNumber: {
    english: ['vatnumber', 'vat', 'vatno', 'vatid', 'vatcode', 'vatregistrationnumber', 'taxid'],
    italian: [
      'partitaiva', 'piva', 'partiva', 'codiceiva', 'numeropartitaiva', 'numeroiva', 'partitaivacodicefiscale',
      'codicefiscalepartitaiva', 'pivacf', 'cfpiva', 'pivacodicefiscale', 'codicefiscalepiva', 'ivacomunitaria',
    ],
  },
  taxCode: {
    english: ['taxcode', 'fiscalcode'],
    italian: ['codicefiscale', 'codfiscale', 'codfisc', 'cf', 'codicefiscaleazienda', 'codicefiscaleimpresa', 'codicefiscaleente', 'codicefiscalesocieta'],
  },
  country: {
    english: ['country', 'countrycode', 'isocountry', 'countryname', 'nation', 'countryofestablishment'],
    italian: ['nazione', 'paese', 'codicepaese', 'codicenazione', 'statoestero', 'stato', 'nazionesede'],
  },
  city: {
    english: ['city', 'town', 'municipality', 'place'],
    italian: [
      'comune', 'citta', 'localita', 'comunesede', 'comunesedelegale', 'cittasede', 'cittasedelegale',
      'sedelegalecomune', 'sedelegalecitta', 'comunediresidenza',
    ],
  },
  province: {
    english: ['province', 'provincecode'],
    italian: ['provincia', 'prov', 'sigla', 'siglaprovincia', 'provinciasigla', 'provinciasede', 'provsedelegale', 'pr'],
  },
  region: { english: ['region'], italian: ['regione'] },
  postalCode: {
    english: ['postcode', 'postalcode', 'zip', 'zipcode'],
    italian: ['cap', 'codicepostale', 'codiceavviamentopostale'],
  },
  nuts: {
    english: ['nuts', 'nutscode', 'nuts3', 'nuts2', 'nuts3code', 'nuts2code', 'nutsregion'],
    italian: ['codicenuts', 'codicenuts3', 'codicenuts2'],
  },
  type: {
    english: ['type', 'organisationtype', 'organizationtype', 'typeoforganisation', 'activitytype', 'legaltype'],
    italian: ['tipo', 'tipologia', 'tipoorganizzazione', 'tipologiaorganizzazione', 'tipoente', 'tipologiaente', 'tiposoggetto', 'tipologiasoggetto'],
  },
  sme: {
    english: ['sme', 'issme', 'smestatus', 'companysize'],
    italian: ['pmi', 'pmisino', 'mpmi', 'qualificapmi', 'dimensione', 'dimensioneimpresa', 'dimensioneaziendale', 'classedimensionale'],
  },
  employees: {
    english: ['employees', 'numberofemployees', 'headcount', 'staff', 'fte', 'staffheadcount'],
    italian: ['dipendenti', 'addetti', 'numerodipendenti', 'numeroaddetti', 'ndipendenti', 'naddetti', 'organico', 'ula', 'totaleaddetti', 'totaledipendenti'],
  },
  url: {
    english: ['url', 'website', 'web', 'homepage', 'webpage', 'www', 'internet', 'organisationurl', 'webaddress'],
    italian: ['sitoweb', 'sito', 'sitointernet', 'indirizzoweb', 'paginaweb', 'sitoaziendale'],
  },
  site: {
    english: ['site', 'sites', 'operatingsite', 'operationalsite', 'plant', 'plants'],
    italian: ['sedeoperativa', 'sedioperative', 'unitalocale', 'unitalocali', 'stabilimento', 'stabilimenti'],
  },
  languages: { english: ['languages', 'language', 'workinglanguages'], italian: ['lingue', 'lingua', 'linguedilavoro'] },
  ecosystems: {
    english: ['ecosystems', 'ecosystem', 'innovationecosystem', 'innovationecosystems'],
    italian: ['ecosistemi', 'ecosistema', 'ecosistemidellinnovazione', 'ecosistemadiriferimento', 'ecosistemidiriferimento'],
  },
  ateco: {
    english: ['nace', 'nacecode', 'nacecodes', 'nacerev2'],
    italian: ['ateco', 'codiceateco', 'atecoprimario', 'atecosecondario', 'codiceatecoprimario', 'codiceatecosecondario', 'codiciateco', 'ateco2007', 'ateco2025', 'attivitaateco', 'codiceattivita', 'codicenace'],
  },
  description: {
    english: ['description', 'profile', 'about', 'companyprofile', 'organisationprofile', 'shortdescription', 'activity', 'activities', 'mainactivity', 'corebusiness'],
    italian: ['descrizione', 'attivita', 'descrizioneattivita', 'attivitasvolta', 'attivitaprincipale', 'profilo', 'profiloaziendale', 'presentazione', 'descrizioneazienda', 'brevedescrizione', 'oggettosociale'],
  },
  competences: {
    english: ['competences', 'competence', 'competencies', 'competency', 'expertise', 'skills', 'capabilities', 'technologies', 'keywords', 'specialisation', 'specialisations', 'specialization', 'offer', 'products', 'services', 'keycompetences'],
    italian: ['competenze', 'competenza', 'areedicompetenza', 'competenzechiave', 'specializzazione', 'specializzazioni', 'knowhow', 'tecnologie', 'parolechiave', 'offerta', 'prodotti', 'servizi', 'prodottieservizi'],
  },
  category: {
    english: ['category', 'membercategory', 'membertype', 'membershiptype', 'membershipcategory', 'membership'],
    italian: ['categoria', 'categoriasocio', 'tipologiasocio', 'tiposocio', 'qualificasocio', 'tipodiadesione', 'tipoadesione'],
  },
  since: {
    english: ['since', 'membersince', 'joined', 'joiningdate', 'joindate', 'startdate', 'memberfrom', 'from'],
    italian: ['dal', 'sociodal', 'dataadesione', 'datadiadesione', 'dataiscrizione', 'iscrittodal', 'adesione', 'annoadesione', 'annodiadesione', 'datainizio', 'inizio', 'decorrenza', 'dataingresso'],
  },
  until: {
    english: ['until', 'memberuntil', 'left', 'enddate', 'leavingdate', 'to'],
    italian: ['al', 'finoal', 'sociofinoal', 'datarecesso', 'recesso', 'datafine', 'fine', 'datauscita', 'cessazione', 'datacessazione', 'datadicessazione', 'scadenza'],
  },
}; // prettier-ignore

/** Headings that need a second look at their values: `Stato` may be a country or "active", a size a word or a headcount. */
export const doubtfulHeadings: ReadonlySet<string> = new Set([
  'stato', 'sigla', 'socio', 'member',
  'companysize', 'dimensione', 'dimensioneimpresa', 'dimensioneaziendale', 'classedimensionale',
]); // prettier-ignore

const personal =
  /^(e?mail|emai|pec$|posta(elettronica|certificata)|indirizzo(e?mail|pec)|tel$|tel\d|telefon|telephone|cell$|cellular|mobile|phone|fax|referent|contatt|contact|cognome|surname|lastname|familyname|firstname|givenname|nome(e)?cognome|cognome(e)?nome|nominativ|nomereferente|nomecontatto|nomelegale|fullname|personname|codicefiscale|codfiscal|codfisc|cf$|taxcode$|legalerappresentante|rappresentante|legalrepresentative|representative|president|chair|direttor|director|amministrator|titolare|ceo$|cto$|datadinascita|luogodinascita|dateofbirth|birth|skype|linkedin|ruolo|carica$|jobtitle|position$|qualifica$|responsabil|delegat|firmatari|person)/;
const personalWithin =
  /(email|telefono|cellulare|referente|codicefiscale|contatto|contactperson|cognome|rappresentante)/;

/** Whether a heading names something about a person: name, mail, telephone, tax code, post held. */
export function isPersonalHeading(key: string): boolean {
  return personal.test(key) || personalWithin.test(key);
}
