import type { CoverageCell } from './coverage.js';
import type { Coverage, CoverageAxis, CoverageList } from './read-coverage.js';
import type {
  CoverageAxisResponse,
  CoverageFiguresResponse,
  CoverageListResponse,
  CoverageResponse,
} from './coverage.dto.js';

const toAxis = ({ code, name, count }: CoverageAxis): CoverageAxisResponse => ({ code, name, count });

const toFigures = ({ members, calls, cover }: CoverageCell): CoverageFiguresResponse => ({
  members: members.length,
  calls: calls.length,
  cover,
});

export function toCoverageResponse(coverage: Coverage): CoverageResponse {
  const { cluster, run, runs, members, ecosystems, parts, cells, before } = coverage;
  return {
    cluster: cluster.slug,
    countedAt: run?.finishedAt ?? null,
    members,
    ecosystems: ecosystems.map(toAxis),
    parts: parts.map(toAxis),
    cells: cells.map((cell, at) => {
      const then = before?.cells[at];
      return {
        ecosystem: cell.ecosystem,
        part: cell.part,
        ...toFigures(cell),
        missingTypes: [...cell.missingTypes],
        before: then ? toFigures(then) : null,
      };
    }),
    runs: runs.map(({ id, asOf }) => ({ id, asOf })),
    compared: before && { id: before.run.id, asOf: before.run.asOf },
  };
}

export function toCoverageListResponse(list: CoverageList): CoverageListResponse {
  return {
    ecosystem: toAxis(list.ecosystem),
    part: toAxis(list.part),
    cover: list.cell.cover,
    missingTypes: [...list.cell.missingTypes],
    members: list.members.map(({ member, calls }) => ({
      id: member.id,
      name: member.name,
      type: member.type,
      calls,
      invented: member.invented,
    })),
    calls: list.calls.map(({ call, members }) => ({
      id: call.id,
      identifier: call.identifier,
      title: call.title,
      members,
    })),
  };
}
