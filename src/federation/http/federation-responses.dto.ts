import type { Cluster } from '../../accounts/index.js';
import type { Agreement } from '../agreement.store.js';
import type { ClusterSharingView, OwnSharing } from '../decide-sharing.js';
import type { GivenFigures } from '../figures/read-figures.js';
import type { CountTable } from '../figures/suppress.js';
import type { Sharing } from '../sharing-level.js';
import type {
  AgreementResponse,
  CountTableResponse,
  FederationResponse,
  GivenFiguresResponse,
  NamedClusterResponse,
  OwnSharingResponse,
  SharingResponse,
} from './federation.dto.js';

const toNamed = ({ slug, nameEn, nameIt }: Cluster): NamedClusterResponse => ({ slug, nameEn, nameIt });

const toSharing = ({ level, withheld }: Sharing): SharingResponse => ({ level, withheld: [...withheld] });

/** What leaves, field by field. */
export function toFederationResponse(
  view: ClusterSharingView,
  agreements: readonly Agreement[],
  clusters: readonly Cluster[],
  today: string,
): FederationResponse {
  const { nothing, counts, masked, full } = view.leaving;
  return {
    cluster: toNamed(view.cluster),
    sharing: toSharing(view),
    members: view.members.map(({ organisation, name, ...said }) => ({
      ...toSharing(said),
      organisation,
      name,
    })),
    leaving: { nothing, counts, masked, full },
    agreements: agreements.flatMap((agreement) =>
      toAgreement(agreement, { own: view.cluster.id, clusters, today }),
    ),
    others: clusters.filter(({ id }) => id !== view.cluster.id).map(toNamed),
  };
}

interface Reader {
  readonly own: string;
  readonly clusters: readonly Cluster[];
  readonly today: string;
}

function toAgreement(agreement: Agreement, { own, clusters, today }: Reader): AgreementResponse[] {
  const theirs = agreement.clusterId === own ? agreement.otherId : agreement.clusterId;
  const other = clusters.find(({ id }) => (id as string) === theirs);
  if (!other) return [];
  const { id, kind, fromOn, untilOn, clusterId } = agreement;
  return [
    {
      id,
      kind: kind === 'parent' && clusterId !== own ? 'daughter' : kind,
      with: toNamed(other),
      from: fromOn,
      until: untilOn,
      state: stateOf(agreement, own, today),
    },
  ];
}

function stateOf(agreement: Agreement, own: string, today: string): string {
  const { endedAt, acceptedAt, proposedBy, untilOn, inForce } = agreement;
  if (endedAt || (untilOn !== null && untilOn < today)) return 'over';
  if (!acceptedAt) return proposedBy === own ? 'proposed' : 'to-accept';
  return inForce ? 'in-force' : 'not-yet';
}

const toTable = ({ total, cells }: CountTable): CountTableResponse => ({
  total,
  cells: cells.map(({ label, count }) => ({ label, count })),
});

export const toGivenFigures = (given: GivenFigures): GivenFiguresResponse => ({
  cluster: toNamed(given.cluster),
  as: given.as,
  byKind: toTable(given.byKind),
  byRegion: toTable(given.byRegion),
  bySize: toTable(given.bySize),
});

export function toOwnSharingResponse({ choice, effective, shown }: OwnSharing): OwnSharingResponse {
  return {
    choice: toSharing(choice),
    effective: toSharing(effective),
    shown: shown && {
      name: shown.name,
      url: shown.url,
      country: shown.country,
      region: shown.region,
      type: shown.type,
      sizeBand: shown.sizeBand,
      roles: [...shown.roles],
      statements: shown.statements.map(({ kind, text, year }) => ({ kind, text, year })),
    },
  };
}
