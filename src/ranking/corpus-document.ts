/** What a dated text about an organisation is. Project evidence is the project itself, shared by its participants. */
export const documentTypes = ['profile', 'competence', 'project', 'result'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** `open` = published open data, `confirmed` = the organisation vouches for it, `unconfirmed` = written about it. */
export const documentStates = ['open', 'confirmed', 'unconfirmed'] as const;
export type DocumentState = (typeof documentStates)[number];

/** How an organisation holds a document: the owner of a profile or competence, or its part in a project. */
export const holderRoles = [
  'owner',
  'coordinator',
  'participant',
  'associatedPartner',
  'thirdParty',
] as const;
export type HolderRole = (typeof holderRoles)[number];

/** CORDIS activity types. */
export const activityTypes = ['HES', 'REC', 'PRC', 'PUB', 'OTH'] as const;
export type ActivityType = (typeof activityTypes)[number];

export type TextLanguage = 'en' | 'it';

/** One organisation's hold on a document. */
export interface Holder {
  /** `CorpusOrganisation.id` */
  readonly organisation: string;
  readonly role: HolderRole;
  /** part of the project's funding, in [0, 1]; null where not stated */
  readonly share: number | null;
}

/**
 * One dated text: the unit that ranking reads. A project is one document, whoever took part in it.
 *
 * The text is read once, when the segment is built, and never stored in it.
 */
export interface CorpusDocument {
  /** unique over all segments of a request; where two segments hold the same id, the later segment wins */
  readonly id: string;
  /** version of the row it came from, a whole number from 0 to 2^32 - 1 */
  readonly version: number;
  readonly type: DocumentType;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly body: string;
  /** null: guessed from the text, field by field */
  readonly language: TextLanguage | null;
  /** calendar date `2024-09-01`: start of a project, date of a text; null where not stated (counts, never ages) */
  readonly date: string | null;
  readonly state: DocumentState;
  /** EuroSciVoc paths of codes, `/25/75/469`; ancestors are added here */
  readonly concepts: readonly string[];
  /** identifier of the call it was written for; compared without letter case */
  readonly topic: string | null;
  /** technology readiness it speaks of, 1 to 9; null where not stated */
  readonly trlFrom?: number | null;
  readonly trlTo?: number | null;
  readonly holders: readonly Holder[];
}

/** The facts of an organisation that ranking filters and orders by. */
export interface CorpusOrganisation {
  readonly id: string;
  /** what breaks ties, ascending by code unit: the PIC where known, else the id */
  readonly key: string;
  /** ISO 3166-1 alpha-2; null where not stated */
  readonly country: string | null;
  /** NUTS code of two to five characters; null where not stated */
  readonly nuts: string | null;
  readonly type: ActivityType | null;
  readonly sme: boolean | null;
  /** present in open data */
  readonly listed: boolean;
}
