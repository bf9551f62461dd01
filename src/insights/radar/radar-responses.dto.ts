import { toSourceStamp } from '../../sources/index.js';
import type { ProgrammePartName } from '../programme-part.js';
import { partCodeOf, type RadarFilter, type RadarRow } from './radar.js';
import type { Radar, RadarCall } from './read-radar.js';
import type {
  RadarCallResponse,
  RadarPartResponse,
  RadarResponse,
  RadarRowResponse,
  RadarTableQuery,
} from './radar.dto.js';

export function toRadarFilter(query: RadarTableQuery): RadarFilter {
  const { kind, part, cover, status, action, within, search } = query;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(part === undefined ? {} : { part }),
    ...(cover === undefined ? {} : { cover }),
    ...(status === undefined ? {} : { status }),
    ...(action === undefined ? {} : { actionType: action }),
    ...(within === undefined ? {} : { withinDays: within }),
    ...(search === undefined ? {} : { search }),
  };
}

export function toRadarRow(row: RadarRow): RadarRowResponse {
  const { call, deadlines, strong, good, sisters, cover, missingTypes, budgetEur } = row;
  return {
    id: call.id,
    kind: call.kind,
    identifier: call.identifier,
    title: call.title,
    part: partCodeOf(call),
    actionTypes: [...call.actionTypes],
    status: call.status,
    deadlines: deadlines.map(({ at, day, daysLeft, stage }) => ({ at, day, daysLeft, stage })),
    budgetEur,
    budgetShared: call.budget?.shared ?? false,
    strong,
    good,
    sisters: { count: sisters.count },
    cover,
    missingTypes: [...missingTypes],
    partnerSearches: call.partnerSearches,
    invented: call.invented,
    source: call.source,
  };
}

/** @param shown the rows of the page @param found all that pass the filters */
export function toRadarResponse(
  radar: Radar,
  { shown, found }: { readonly shown: readonly RadarRow[]; readonly found: readonly RadarRow[] },
  nameOf: (row: RadarRow) => ProgrammePartName | null,
): RadarResponse {
  const last = shown.at(-1);
  const more = last !== undefined && found.at(-1) !== last;
  const { organisationId } = radar.cluster;
  return {
    cluster: radar.cluster.slug,
    association: organisationId === null ? null : { id: organisationId },
    countedAt: radar.run?.finishedAt ?? null,
    members: radar.members,
    items: shown.map(toRadarRow),
    total: found.length,
    all: radar.rows.length,
    parts: toParts(radar.rows, nameOf),
    actions: [...new Set(radar.rows.flatMap(({ call }) => call.actionTypes))].sort(),
    next: more ? last.call.id : null,
    sources: radar.sources.map(toSourceStamp),
  };
}

export function toRadarCallResponse({ row, members, run }: RadarCall): RadarCallResponse {
  return {
    ...toRadarRow(row),
    members: members.map(({ member, fit }) => ({
      id: member.id,
      name: member.name,
      type: member.type,
      sme: member.sme,
      city: member.city,
      fit: fit.fit.band,
      trackRecord: fit.trackRecord.band,
      invented: member.invented,
    })),
    countedAt: run?.finishedAt ?? null,
  };
}

function toParts(
  rows: readonly RadarRow[],
  nameOf: (row: RadarRow) => ProgrammePartName | null,
): RadarPartResponse[] {
  const parts = new Map<string, RadarPartResponse>();
  for (const row of rows) {
    const code = partCodeOf(row.call);
    const empty = { code, name: nameOf(row)?.name ?? null, calls: 0, strong: 0, thin: 0, none: 0 };
    const part = parts.get(code) ?? empty;
    parts.set(code, part);
    part.calls += 1;
    part[row.cover] += 1;
  }
  return [...parts.values()].sort((a, b) => b.calls - a.calls || Number(a.code > b.code) - 0.5);
}
