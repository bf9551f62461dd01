import type { OpportunityRecord, TextSection } from '../../opportunities/index.js';
import { detectLanguage } from '../../taxonomy/index.js';
import { brussels, brusselsInstant } from '../reading/brussels-time.js';

/** What can be added by hand: topics come from the portal. */
export const handKinds = ['pilot', 'demo-case', 'window', 'cascade'] as const;
export type HandKind = (typeof handKinds)[number];

export const handProgrammes = [
  'VANGUARD',
  'VINNOVATE',
  'I3',
  'EUROCLUSTERS',
  'CASCADE',
  'INTERREG',
  'REGIONAL',
] as const;

/** The Initiative's method, as `data/pilots/vanguard.yaml` names its steps. */
export const handPhases = ['learn', 'connect', 'demonstrate', 'commercialise'] as const;

/** A pilot, demo-case, window or cascade call as an officer states it; null and empty: not stated. */
export interface HandCall {
  readonly kind: HandKind;
  readonly title: string;
  /** NUTS codes of any level */
  readonly regions: readonly string[];
  readonly phase: string | null;
  /** what is looked for, one each */
  readonly needs: readonly string[];
  readonly programme: string | null;
  readonly summary: string | null;
  /** calendar date; it closes at 17:00 Brussels time */
  readonly deadline: string | null;
  readonly budgetEur: number | null;
  readonly url: string | null;
}

/** Whose word it is: the cluster that added it, the only one that may change it. */
export interface HandCallOrigin {
  /** short name of the cluster */
  readonly cluster: string;
  /** never changes */
  readonly identifier: string;
  readonly withdrawn: boolean;
  /** ISO instant */
  readonly observedAt: string;
}

/** As the source `by-hand` says it. */
export function toHandRecord(call: HandCall, origin: HandCallOrigin): OpportunityRecord {
  const section = (kind: TextSection['kind'], text: string): TextSection => ({
    kind,
    heading: null,
    text,
    language: detectLanguage(text),
  });
  return {
    kind: call.kind,
    source: 'by-hand',
    sourceKey: origin.identifier.toLowerCase(),
    identifier: origin.identifier,
    title: call.title,
    programme: call.programme,
    part: null,
    callIdentifier: null,
    callTitle: null,
    actionTypes: [],
    statedStatus: origin.withdrawn ? 'withdrawn' : null,
    opensOn: null,
    deadlines:
      call.deadline === null
        ? []
        : [{ at: brusselsInstant(call.deadline), zone: brussels, stage: 'single' as const }],
    budget:
      call.budgetEur === null
        ? null
        : {
            totalEur: call.budgetEur,
            shared: false,
            perProjectMinEur: null,
            perProjectMaxEur: null,
            expectedGrants: null,
          },
    trlFrom: null,
    trlTo: null,
    keywords: [],
    sections: [
      ...(call.summary === null ? [] : [section('summary', call.summary)]),
      ...call.needs.map((need) => section('need', need)),
    ],
    flags: {
      addedBy: origin.cluster,
      ...(call.phase === null ? {} : { phase: call.phase }),
      ...(call.regions.length === 0 ? {} : { regions: call.regions }),
    },
    url: call.url,
    observedAt: origin.observedAt,
    invented: false,
  };
}

/** The cluster that added it; null of a record that says none. */
export function addedBy({ flags }: OpportunityRecord): string | null {
  const { addedBy: cluster } = flags;
  return typeof cluster === 'string' ? cluster : null;
}

/** What was stated, read back for a form. */
export function fromHandRecord(record: OpportunityRecord): HandCall {
  const { flags, sections, deadlines, budget } = record;
  const { phase, regions } = flags;
  return {
    kind: handKinds.find((kind) => kind === record.kind) ?? 'window',
    title: record.title,
    regions: Array.isArray(regions) ? [...(regions as readonly string[])] : [],
    phase: typeof phase === 'string' ? phase : null,
    needs: sections.filter(({ kind }) => kind === 'need').map(({ text }) => text),
    programme: record.programme,
    summary: sections.find(({ kind }) => kind === 'summary')?.text ?? null,
    // 17:00 in Brussels is the same day in UTC
    deadline: deadlines[0]?.at.slice(0, 10) ?? null,
    budgetEur: budget?.totalEur ?? null,
    url: record.url,
  };
}
