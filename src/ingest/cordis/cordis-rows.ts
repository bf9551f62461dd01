import type { OrganisationType, ParticipationRole } from '../../organisations/index.js';

/** A funded project as CORDIS states it; `null` is "not stated". */
export interface ProjectRow {
  /** `HORIZON`, `H2020`, `FP7` */
  readonly framework: string;
  /** grant agreement number: the key everywhere (never the record number `rcn`) */
  readonly grantId: string;
  readonly acronym: string;
  readonly title: string;
  readonly objective: string | null;
  readonly keywords: readonly string[];
  /** `SIGNED`, `CLOSED`, `TERMINATED` */
  readonly status: string | null;
  /** calendar dates */
  readonly startDate: string | null;
  readonly endDate: string | null;
  /** topic identifier; its letter case can differ from the portal's */
  readonly topic: string | null;
  readonly callIdentifier: string | null;
  /** `HORIZON-RIA`, `HORIZON-ERC`, … as given */
  readonly fundingScheme: string | null;
  /** `HORIZON.2.4` */
  readonly legalBasis: string | null;
  /** null where CORDIS writes 0: lump sums and ERC grants declare no cost */
  readonly totalCostEur: number | null;
  readonly maxContributionEur: number | null;
  /** the day CORDIS last changed the record */
  readonly updatedOn: string | null;
}

/** One organisation in one project in one role. The same one can stand twice: left and come back. */
export interface ParticipationRow {
  readonly grantId: string;
  /** CORDIS' organisationID: nine digits, commonly the PIC */
  readonly pic: string;
  /** with its country's letters; null where empty or a placeholder */
  readonly vatNumber: string | null;
  /** as given: it cannot be told whether it is a sole trader's own name */
  readonly name: string;
  readonly shortName: string | null;
  readonly type: OrganisationType | null;
  /** as declared by the participant at that time */
  readonly sme: boolean | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2 */
  readonly country: string | null;
  /** two to five characters, of any vintage, as given */
  readonly nuts: string | null;
  readonly url: string | null;
  readonly role: ParticipationRole;
  /** place in the project's list; display only */
  readonly position: number | null;
  readonly contributionEur: number | null;
  /** it left before the end */
  readonly ended: boolean;
}

/** A EuroSciVoc class. */
export interface ConceptRow {
  /** path of notations with a leading slash, `/23/47/299` */
  readonly code: string;
  readonly label: string;
  /** the path in words with a leading slash; its labels can contain commas */
  readonly path: string | null;
}

/** A class that CORDIS gave a project; ancestors are not repeated. */
export interface ProjectConceptRow {
  readonly grantId: string;
  readonly concept: ConceptRow;
}

/** What a project produced. Publications are left out: they carry their authors' names. */
export interface ResultRow {
  readonly grantId: string;
  readonly resultId: string;
  readonly kind: 'report-summary' | 'deliverable' | 'ipr';
  /** `R`, `DMP`, `PATENT`, … as given */
  readonly subtype: string | null;
  readonly title: string;
  /** null where there is nothing but a placeholder */
  readonly text: string | null;
}

/** The title of a topic that funded a project, and its keywords where the export has them. */
export interface TopicTitleRow {
  readonly topic: string;
  readonly title: string;
  readonly keywords: readonly string[];
}
