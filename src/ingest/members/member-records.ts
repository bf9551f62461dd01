import {
  foldLegalName,
  type KnownMember,
  type Membership,
  type OrganisationId,
  type StatedEvidence,
  type StatedRecord,
} from '../../organisations/index.js';
import { stableId } from '../../platform/ids/uuid.js';
import type { MemberStatement } from './member-changes.js';
import type { KnownOrganisation } from './member-import-plan.js';

/** What member files are called as a source of facts. */
export const memberSource = 'members';

/** Under which names what we know of it, but have no column for, stands among the unknown columns of a file. */
const ecosystemsKey = 'ecosystems';
const atecoKey = 'ATECO';

/** Where and when a statement is written down. */
export interface StatementContext {
  readonly clusterId: string;
  readonly runId: string;
  /** calendar date */
  readonly today: string;
  readonly languageOf: (text: string) => 'en' | 'it' | null;
}

/** An organisation as the plan knows it; `rowKeys` from earlier imports. */
export function toKnownOrganisation(known: KnownMember, rowKeys: readonly string[]): KnownOrganisation {
  return {
    organisationId: known.id,
    pic: known.pic,
    vatNumber: known.vatNumber,
    names: known.names,
    rowKeys,
    isMember: known.membership !== null || known.record !== null,
    isHidden: !known.listed && known.membership === null && known.record === null,
    confirmed: known.evidence.flatMap(({ kind, state, text }) =>
      kind === 'competence' && isSettled(state) ? [text] : [],
    ),
    statement: known.record === null ? null : toStatement(known, known.record),
  };
}

function toStatement(known: KnownMember, record: StatedRecord): MemberStatement {
  const { [ecosystemsKey]: ecosystems, [atecoKey]: ateco, ...extra } = record.extra;
  const texts = (kind: StatedEvidence['kind']): readonly StatedEvidence[] =>
    known.evidence.filter((evidence) => evidence.kind === kind);
  const profile = texts('profile').find(({ state }) => !isSettled(state)) ?? texts('profile')[0];
  return {
    facts: {
      legalName: record.legalName,
      shortName: record.shortName,
      country: record.country,
      city: record.city,
      nuts: record.nuts,
      type: record.type,
      sme: record.sme,
      employees: record.employees,
      url: record.url,
      site: record.site,
      languages: record.languages,
    },
    category: known.membership?.category ?? null,
    since: known.membership?.since ?? null,
    until: known.membership?.until ?? null,
    description: profile?.text ?? null,
    competences: texts('competence').map(({ text }) => text),
    ateco: ateco === undefined ? [] : ateco.split('; '),
    ecosystems: ecosystems === undefined ? [] : ecosystems.split('; '),
    extra,
  };
}

/** The organisation has said whether it is right. */
export const isSettled = (state: StatedEvidence['state']): boolean =>
  state === 'confirmed' || state === 'rejected';

export function toRecord(
  id: OrganisationId,
  statement: MemberStatement,
  standing: StatedRecord | null,
  context: StatementContext,
): StatedRecord {
  const { facts, ateco, ecosystems, extra } = statement;
  return {
    id: standing?.id ?? stableId('member-record', context.clusterId, id),
    organisationId: id,
    clusterId: context.clusterId,
    source: memberSource,
    ...facts,
    foldedName: foldLegalName(facts.legalName),
    extra: {
      ...extra,
      ...(ateco.length === 0 ? {} : { [atecoKey]: ateco.join('; ') }),
      ...(ecosystems.length === 0 ? {} : { [ecosystemsKey]: ecosystems.join('; ') }),
    },
    observedOn: context.today,
    importRunId: context.runId,
  };
}

/** What a file leaves open stays as the membership had it. */
export function toMembership(
  id: OrganisationId,
  statement: MemberStatement,
  standing: Membership | null,
  context: StatementContext,
): Membership {
  return {
    id: standing?.id ?? stableId('membership', context.clusterId, id),
    clusterId: context.clusterId,
    organisationId: id,
    category: statement.category ?? standing?.category ?? null,
    since: statement.since ?? standing?.since ?? null,
    until: statement.until ?? standing?.until ?? null,
    importRunId: context.runId,
  };
}

/**
 * The profile and competence lines of a statement. A line that stands stays as it is, with its date; what the
 * organisation itself confirmed or rejected stays so, whatever the file says. All else is unconfirmed: others wrote it.
 */
export function toEvidence(
  id: OrganisationId,
  statement: MemberStatement,
  standing: readonly StatedEvidence[],
  context: StatementContext,
): StatedEvidence[] {
  const texts = [
    ...(statement.description === null ? [] : [{ kind: 'profile' as const, text: statement.description }]),
    ...statement.competences.map((text) => ({ kind: 'competence' as const, text })),
  ];
  const settled = standing.filter(({ state }) => isSettled(state));
  const kept = texts.map(({ kind, text }) => {
    const same = standing.find((evidence) => evidence.kind === kind && evidence.text === text);
    if (same !== undefined) return same;
    const profile = standing.find((evidence) => evidence.kind === 'profile' && !isSettled(evidence.state));
    const own = kind === 'profile' ? profile?.id : undefined;
    return newEvidence(
      own ?? stableId(`member-${kind}`, context.clusterId, id, text),
      id,
      { kind, text },
      context,
    );
  });
  return [...new Map([...settled, ...kept].map((evidence) => [evidence.id, evidence])).values()];
}

function newEvidence(
  id: string,
  organisationId: OrganisationId,
  { kind, text }: { readonly kind: 'profile' | 'competence'; readonly text: string },
  context: StatementContext,
): StatedEvidence {
  return {
    id,
    organisationId,
    projectId: null,
    clusterId: context.clusterId,
    kind,
    source: memberSource,
    title: null,
    text,
    language: context.languageOf(text),
    date: context.today,
    state: 'unconfirmed',
    competenceKind: null,
    trlFrom: null,
    trlTo: null,
    importRunId: context.runId,
  };
}
