import type { Membership, StatedEvidence, StatedRecord } from './organisation.store.js';

/** The column of each field of what is stated of organisations. */
export const recordColumns = {
  id: 'id',
  organisationId: 'organisation_id',
  clusterId: 'cluster_id',
  source: 'source',
  legalName: 'legal_name',
  foldedName: 'folded_name',
  shortName: 'short_name',
  country: 'country',
  city: 'city',
  nuts: 'nuts',
  type: 'type',
  sme: 'sme',
  employees: 'employees',
  url: 'url',
  site: 'site',
  languages: 'languages',
  extra: 'extra',
  observedOn: 'observed_on',
  importRunId: 'import_run_id',
} as const satisfies Record<keyof StatedRecord, string>;

export const membershipColumns = {
  id: 'id',
  clusterId: 'cluster_id',
  organisationId: 'organisation_id',
  category: 'category',
  since: 'since',
  until: 'until',
  importRunId: 'import_run_id',
} as const satisfies Record<keyof Membership, string>;

export const evidenceColumns = {
  id: 'id',
  organisationId: 'organisation_id',
  projectId: 'project_id',
  clusterId: 'cluster_id',
  kind: 'kind',
  source: 'source',
  title: 'title',
  text: 'text',
  language: 'language',
  date: 'date',
  state: 'state',
  competenceKind: 'competence_kind',
  trlFrom: 'trl_from',
  trlTo: 'trl_to',
  importRunId: 'import_run_id',
} as const satisfies Record<keyof StatedEvidence, string>;
