import { toMemberNoteResponse } from '../../organisations/index.js';
import { deadlinesAhead } from '../../opportunities/index.js';
import { memberStates } from './member-state.js';
import type { MemberRow } from './members.js';
import type { MemberPageResponse, MemberRowResponse, MembersResponse } from './members.dto.js';
import type { MemberPage } from './read-member.js';
import type { Members } from './read-members.js';

export function toMemberRow(row: MemberRow): MemberRowResponse {
  const { member, state, strong, good, contacts, invitedAt, confirmedAt, next } = row;
  return {
    id: member.id,
    name: member.name,
    type: member.type,
    sme: member.sme,
    city: member.city,
    country: member.country,
    category: member.category,
    state,
    invitedAt,
    confirmedAt,
    saidOn: member.saidOn,
    texts: member.texts,
    confirmed: member.confirmed,
    strong,
    good,
    contacts,
    nextStep: next === null ? null : toMemberNoteResponse(next),
    invented: member.invented,
  };
}

/** @param shown the rows of the page @param found all that pass the filters */
export function toMembersResponse(
  { cluster, run, rows }: Members,
  { shown, found }: { readonly shown: readonly MemberRow[]; readonly found: readonly MemberRow[] },
): MembersResponse {
  const last = shown.at(-1);
  return {
    cluster: cluster.slug,
    countedAt: run?.finishedAt ?? null,
    items: shown.map(toMemberRow),
    total: found.length,
    states: Object.fromEntries(
      memberStates.map((state) => [state, rows.filter((row) => row.state === state).length]),
    ),
    next: last !== undefined && found.at(-1) !== last ? last.member.id : null,
  };
}

export function toMemberPageResponse(
  page: MemberPage,
  asOf: Date,
  ecosystemName: (code: string) => string,
): MemberPageResponse {
  return {
    ...toMemberRow(page.row),
    people: page.contacts.map(({ id, name, email, source, invitedAt, confirmedAt }) => ({
      id,
      name,
      email,
      source,
      invitedAt,
      confirmedAt,
    })),
    notes: page.notes.map(toMemberNoteResponse),
    ecosystems: page.ecosystems.map(({ code, words }) => ({
      code,
      name: ecosystemName(code),
      words: [...words],
    })),
    evidence: page.texts.map(({ id, kind, title, text, state, source, date }) => ({
      id,
      kind,
      title,
      text,
      state,
      source,
      date,
    })),
    calls: page.calls.map(({ call, fit }) => ({
      id: call.id,
      identifier: call.identifier,
      title: call.title,
      kind: call.kind,
      deadlines: deadlinesAhead(call.deadlines, asOf).map(({ at, day, daysLeft, stage }) => ({
        at,
        day,
        daysLeft,
        stage,
      })),
      fit: fit.fit.band,
      trackRecord: fit.trackRecord.band,
      invented: call.invented,
    })),
    countedAt: page.run?.finishedAt ?? null,
  };
}
