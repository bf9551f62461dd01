import type { Cluster } from '../../accounts/index.js';
import {
  foldLegalName,
  type Membership,
  type NewOrganisation,
  type OrganisationId,
  type StatedEvidence,
  type StatedRecord,
} from '../../organisations/index.js';
import { stableId } from '../../platform/ids/uuid.js';
import type { DemoCluster } from './demo-cluster.js';
import type { DemoOrganisation } from './demo-organisation.js';
import type { DemoSet } from './demo-set.js';

/** What the set is called as a source of facts. */
export const source = 'demo';

/** Framework of the invented projects. */
export const demoFramework = 'DEMO';

export const organisationId = (name: string): OrganisationId =>
  stableId('demo-organisation', name) as OrganisationId;
export const clusterId = (slug: string): Cluster['id'] => stableId('cluster', slug) as Cluster['id'];
export const projectId = (grantId: string): string => stableId('project', demoFramework, grantId);

/** Whoever took part in a project stands in open data. */
export const listedNames = (set: DemoSet): Set<string> =>
  new Set(set.projects.flatMap(({ participants }) => participants.map(({ organisation }) => organisation)));

/** The clusters' own associations: real, so they have the id that an import of open data would give them. */
const ownOrganisationId = ({ pic, slug }: DemoCluster): OrganisationId =>
  stableId('organisation', pic ?? `cluster:${slug}`) as OrganisationId;

export function toCluster(cluster: DemoCluster): Cluster {
  const { memberCount } = cluster;
  return {
    id: clusterId(cluster.slug),
    slug: cluster.slug,
    nameEn: cluster.nameEn,
    nameIt: cluster.nameIt,
    ecosystems: cluster.ecosystems,
    technologyAreas: cluster.technologyAreas,
    networks: cluster.networks,
    pilots: cluster.pilots,
    memberCount: memberCount?.total ?? null,
    memberCountSource: memberCount ? `${cluster.source} (${memberCount.date})` : cluster.memberCountNote,
    city: cluster.headquarters.city,
    nuts: cluster.headquarters.nuts,
    url: cluster.url,
    organisationId: ownOrganisationId(cluster),
  };
}

export const ownOrganisations = (set: DemoSet): NewOrganisation[] =>
  set.clusters.map((cluster) => ({
    id: ownOrganisationId(cluster),
    pic: cluster.pic,
    vatNumber: null,
    listed: true,
    invented: false,
  }));

export function inventedOrganisations(set: DemoSet): NewOrganisation[] {
  const listed = listedNames(set);
  return set.organisations.map(({ id, pic, memberships }) => ({
    id: organisationId(id),
    pic,
    vatNumber: null,
    listed: listed.has(id) || memberships.length === 0,
    invented: true,
  }));
}

/** What open data would say, where it stands there, and what each of its clusters was told. */
export function toRecords(organisation: DemoOrganisation, listed: ReadonlySet<string>): StatedRecord[] {
  const { id, memberships } = organisation;
  const clusters: (string | null)[] = memberships.map(({ cluster }) => clusterId(cluster));
  if (listed.has(id) || memberships.length === 0) clusters.push(null);
  return clusters.map((cluster) => ({
    id: stableId('demo-record', id, cluster ?? 'open'),
    organisationId: organisationId(id),
    clusterId: cluster,
    source,
    legalName: organisation.legalName,
    foldedName: foldLegalName(organisation.legalName),
    shortName: organisation.shortName,
    country: organisation.country,
    city: organisation.city,
    nuts: organisation.nuts,
    type: organisation.type,
    sme: organisation.sme,
    employees: cluster === null ? null : organisation.employees,
    url: organisation.url,
    site: organisation.site,
    languages: organisation.languages,
    extra: {},
    observedOn: organisation.asOf,
    importRunId: null,
  }));
}

export function toOwnRecord(cluster: DemoCluster): StatedRecord {
  return {
    id: stableId('demo-record', cluster.slug, 'open'),
    organisationId: ownOrganisationId(cluster),
    clusterId: null,
    source,
    legalName: cluster.legalName ?? cluster.nameIt,
    foldedName: foldLegalName(cluster.legalName ?? cluster.nameIt),
    shortName: cluster.shortName,
    country: cluster.headquarters.country,
    city: cluster.headquarters.city,
    nuts: cluster.headquarters.nuts,
    type: 'OTH',
    sme: null,
    employees: null,
    url: cluster.url,
    site: null,
    languages: [],
    extra: {},
    observedOn: cluster.asOf,
    importRunId: null,
  };
}

export const toMemberships = ({ id, memberships }: DemoOrganisation): Membership[] =>
  memberships.map(({ cluster, category, since }) => ({
    id: stableId('membership', clusterId(cluster), organisationId(id)),
    clusterId: clusterId(cluster),
    organisationId: organisationId(id),
    category,
    since,
    until: null,
    importRunId: null,
  }));

/** A profile and the competence lines, told to each cluster; of a non-member they are open. */
export function toEvidence(organisation: DemoOrganisation): StatedEvidence[] {
  const clusters = organisation.memberships.map(({ cluster }) => clusterId(cluster) as string);
  return (clusters.length > 0 ? clusters : [null]).flatMap((cluster) => {
    const common = {
      organisationId: organisationId(organisation.id),
      projectId: null,
      clusterId: cluster,
      source,
      title: null,
      date: organisation.asOf,
      importRunId: null,
    };
    const id = (what: string): string => stableId('demo-evidence', organisation.id, cluster ?? 'open', what);
    const open = cluster === null;
    const profile: StatedEvidence[] =
      organisation.profile === null
        ? []
        : [
            {
              ...common,
              id: id('profile'),
              kind: 'profile',
              text: organisation.profile.text,
              language: organisation.profile.language,
              state: open ? 'open' : 'confirmed',
              competenceKind: null,
              trlFrom: null,
              trlTo: null,
            },
          ];
    const competences = organisation.competences.map((competence): StatedEvidence => ({
      ...common,
      id: id(competence.statement),
      kind: 'competence',
      text: competence.statement,
      language: competence.language,
      state: open ? 'open' : competence.state,
      competenceKind: competence.kind,
      trlFrom: competence.trlFrom,
      trlTo: competence.trlTo,
    }));
    return [...profile, ...competences];
  });
}

export function toOwnProfile(cluster: DemoCluster): StatedEvidence {
  return {
    id: stableId('demo-evidence', cluster.slug, 'open', 'profile'),
    organisationId: ownOrganisationId(cluster),
    projectId: null,
    clusterId: null,
    kind: 'profile',
    source,
    title: null,
    text: cluster.profile.text,
    language: cluster.profile.language,
    date: cluster.asOf,
    state: 'open',
    competenceKind: null,
    trlFrom: null,
    trlTo: null,
    importRunId: null,
  };
}
