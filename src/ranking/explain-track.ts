import { group, pointerTo } from './tree.js';
import type { ExplanationNode, FactNode, GroupNode, SeedNode } from './explanation.js';
import type { TrackShares, TrackSignals } from './fusion.js';
import type { PastWork } from './signals/activity.js';
import { programmeWork } from './signals/programme.js';
import { sharedWork } from './signals/proximity.js';
import type { SharedWork } from './signals/proximity.js';
import type { Setting } from './standing.js';

/** Shared projects named for one seed. */
const mostShared = 5;

export interface TrackParts {
  readonly track: TrackSignals;
  readonly past: PastWork;
  /** what each signal makes of the score */
  readonly shares: TrackShares;
}

/** What past work added to the score: links to the seeds, how much was done, how lately, and where. */
export function explainTrack(
  setting: Setting,
  ordinal: number,
  { track, past, shares }: TrackParts,
): GroupNode {
  const parts: ExplanationNode[] = [];
  if (track.proximity !== null)
    parts.push(proximityNode(setting, ordinal, shares.proximity * track.proximity));
  parts.push(
    group('experience', [
      fact('experience', 'projects', past.projects, shares.experience * track.experience),
      fact('experience', 'coordinated', past.coordinated, 0),
    ]),
    group('activity', [fact('activity', 'last-start', past.lastStart, shares.activity * track.activity)]),
  );
  if (track.programme !== null) {
    const { projects } = programmeWork(setting.corpus, setting.call, ordinal, setting.admitted);
    parts.push(
      group('programme', [fact('programme', 'same-programme', projects, shares.programme * track.programme)]),
    );
  }
  return group('track', parts);
}

const fact = (signal: FactNode['signal'], name: string, stated: number | null, value: number): FactNode => ({
  kind: 'fact',
  signal,
  fact: name,
  value,
  stated,
});

/** One part per seed it worked with, by the walk's own mass; what came through third organisations is the rest. */
function proximityNode(setting: Setting, ordinal: number, value: number): GroupNode {
  const { corpus, seeds, walked, admitted } = setting;
  const total = walked?.[ordinal] ?? 0;
  if (total === 0) return group('proximity', []);
  const shared = sharedWork(corpus, seeds, ordinal, admitted);
  const direct = shared.reduce((sum, { mass }) => sum + mass, 0);
  const nodes: ExplanationNode[] = shared.map((work) => seedNode(setting, work, (work.mass / total) * value));
  nodes.push({ kind: 'group', signal: 'rest', value: Math.max(0, (1 - direct / total) * value), parts: [] });
  return group('proximity', nodes);
}

function seedNode({ corpus }: Setting, { seed, documents }: SharedWork, value: number): SeedNode {
  const newest = [...documents]
    .sort((a, b) => dayOfDocument(b) - dayOfDocument(a) || a - b)
    .slice(0, mostShared);
  return {
    kind: 'seed',
    signal: 'proximity',
    value,
    organisation: corpus.organisationId(seed),
    shared: newest.map((document) => pointerTo(corpus, document)),
  };

  function dayOfDocument(document: number): number {
    const { segment, local } = corpus.locate(document);
    return corpus.segments[segment]!.arrays.documentDays[local] ?? 0;
  }
}
