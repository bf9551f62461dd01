import type { ActivityType, CorpusDocument, Holder, HolderRole } from '../../ranking/index.js';

/** One project of the open data with its participants, the first row of each (protocol, rule 1). */
export interface PastProject {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  readonly keywords: readonly string[];
  /** calendar date */
  readonly startDate: string;
  /** identifier of the call it was written for, as given */
  readonly topic: string;
  readonly fundingScheme: string;
  readonly legalBasis: string;
  /** EuroSciVoc paths of codes: evidence of a train project, forbidden in a query */
  readonly concepts: readonly string[];
  readonly participants: readonly PastParticipant[];
}

export interface PastParticipant {
  /** `organisationID` */
  readonly organisation: string;
  readonly role: HolderRole;
  readonly facts: StatedFacts;
}

/** What the row of a participation says of the organisation; null is not stated. */
export interface StatedFacts {
  readonly name: string;
  readonly country: string | null;
  readonly nuts: string | null;
  readonly type: ActivityType | null;
  readonly sme: boolean | null;
}

/** A project as the evidence its participants share. */
export function toDocument(project: PastProject): CorpusDocument {
  return {
    id: project.id,
    version: 1,
    type: 'project',
    title: project.title,
    keywords: project.keywords,
    body: project.objective,
    language: 'en',
    date: project.startDate,
    state: 'open',
    concepts: project.concepts,
    topic: project.topic === '' ? null : project.topic,
    holders: project.participants.map(({ organisation, role }): Holder => ({
      organisation,
      role,
      share: null,
    })),
  };
}
