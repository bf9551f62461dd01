import type {
  OrganisationId,
  ProjectResult,
  StatedProject,
  StatedRecord,
} from '../../organisations/index.js';
import { foldLegalName } from '../../organisations/index.js';
import { stableId } from '../../platform/ids/uuid.js';
import type { ProjectRow, ResultRow } from './cordis-rows.js';
import type { CordisOrganisation } from './organisation-facts.js';

/** The name that open data of CORDIS carries in every table. */
export const cordis = 'cordis';

export function toProject(row: ProjectRow, observedOn: string): StatedProject {
  return {
    id: stableId('project', row.framework, row.grantId),
    framework: row.framework,
    grantId: row.grantId,
    acronym: row.acronym,
    title: row.title,
    objective: row.objective,
    keywords: row.keywords,
    status: row.status,
    startDate: row.startDate,
    endDate: row.endDate,
    topic: row.topic,
    fundingScheme: row.fundingScheme,
    legalBasis: row.legalBasis,
    totalCostEur: row.totalCostEur,
    maxContributionEur: row.maxContributionEur,
    invented: false,
    observedOn,
  };
}

/** What CORDIS says of an organisation, as an open record. */
export function toRecord(
  organisationId: OrganisationId,
  stated: CordisOrganisation,
  importRunId: string,
): StatedRecord {
  return {
    id: stableId('organisation-record', cordis, organisationId),
    organisationId,
    clusterId: null,
    source: cordis,
    legalName: stated.name,
    foldedName: foldLegalName(stated.name),
    shortName: stated.shortName,
    country: stated.country,
    city: stated.city,
    nuts: stated.nuts,
    type: stated.type,
    sme: stated.sme,
    employees: null,
    url: stated.url,
    site: null,
    languages: [],
    extra: {},
    observedOn: stated.observedOn,
    importRunId,
  };
}

/**
 * Whether a result says what the participants can do: deliverables with a text and rights do; data management plans and
 * report summaries (whose text is on the web only) do not.
 */
export function isEvidence({ kind, subtype, text }: ResultRow): boolean {
  if (kind === 'ipr') return true;
  return kind === 'deliverable' && text !== null && subtype !== 'DMP';
}

export function toResult(row: ResultRow, projectId: string, importRunId: string): ProjectResult {
  return {
    id: stableId('result', cordis, row.resultId),
    projectId,
    source: cordis,
    title: row.title,
    text: row.text ?? row.title,
    language: 'en',
    importRunId,
  };
}
