import type { Cluster } from '../cluster.js';
import { kindOf, type TrailKind } from './trail-deeds.js';
import type { TrailEntry } from './trail.read-model.js';

/** Who did something, as far as the reader may know. */
export type TrailActor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'cluster'; readonly cluster: Pick<Cluster, 'nameEn' | 'nameIt'> }
  /** the service itself, or whoever runs it */
  | { readonly kind: 'service' | 'operator' }
  /** outside the reader's own house, or gone */
  | { readonly kind: 'somebody' };

/** What a line leads to. */
export interface TrailLink {
  readonly kind: 'introduction' | 'consortium' | 'seat-offer';
  readonly id: string;
}

export interface TrailLine {
  readonly id: string;
  readonly at: Date;
  readonly kind: TrailKind;
  readonly action: string;
  readonly by: TrailActor;
  /** the organisation that it concerns, where the reader may know its name */
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly link: TrailLink | null;
}

export function toTrailLine(entry: TrailEntry, clusters: ReadonlyMap<string, Cluster>): TrailLine {
  const { id, at, action, organisationId, organisationName } = entry;
  const isNamed = organisationId !== null && organisationName !== null;
  return {
    id,
    at,
    kind: kindOf(action),
    action,
    by: actorOf(entry, clusters),
    organisation: isNamed ? { id: organisationId, name: organisationName } : null,
    link: linkOf(entry),
  };
}

function actorOf(
  { actor, actorName, role, subject, clusterId }: TrailEntry,
  clusters: ReadonlyMap<string, Cluster>,
): TrailActor {
  if (actorName !== null) return { kind: 'person', id: actor, name: actorName };
  const reader = clusters.get(String(subject['by']));
  if (reader) return { kind: 'cluster', cluster: reader };
  const own = clusters.get(clusterId ?? '');
  if ((role === 'officer' || role === 'manager') && own) return { kind: 'cluster', cluster: own };
  if (role === 'operator') return { kind: 'operator' };
  return { kind: actor === 'system' ? 'service' : 'somebody' };
}

function linkOf({ subject }: TrailEntry): TrailLink | null {
  const { introduction, offer, consortium } = subject;
  if (typeof introduction === 'string') return { kind: 'introduction', id: introduction };
  if (typeof offer === 'string') return { kind: 'seat-offer', id: offer };
  return typeof consortium === 'string' ? { kind: 'consortium', id: consortium } : null;
}
