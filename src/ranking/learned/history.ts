import { documentTypes, holderRoles } from '../corpus-document.js';
import type { Corpus } from '../corpus.js';
import { notStated, yearsBetween } from '../index/calendar.js';
import type { Day } from '../index/calendar.js';

const project = documentTypes.indexOf('project');
const coordinator = holderRoles.indexOf('coordinator');

/** What each organisation did before a day, by ordinal; a consortium is a project with two holders or more. */
export interface History {
  readonly projects: Float64Array;
  readonly consortia: Float64Array;
  readonly coordinated: Float64Array;
  /** years since the newest consortium started; 9 where there is none */
  readonly last: Float64Array;
  /** mean number of holders of its consortia; 0 without one */
  readonly size: Float64Array;
}

const longAgo = 9;

/** @param admitted by document, 1 where it counts on that day */
export function historyOf(corpus: Corpus, admitted: Uint8Array, asOf: Day): History {
  const empty = (): Float64Array => new Float64Array(corpus.organisationCount);
  const history = {
    projects: empty(),
    consortia: empty(),
    coordinated: empty(),
    last: empty().fill(longAgo),
    size: empty(),
  };
  corpus.segments.forEach(({ arrays, documentCount }, place) => {
    const { holderStarts, holderOrganisations, holderRoles: roles, documentDays } = arrays;
    for (let local = 0; local < documentCount; local += 1) {
      if (arrays.documentTypes[local] !== project || admitted[corpus.documentBase[place]! + local] === 0)
        continue;
      const holders = holderStarts[local + 1]! - holderStarts[local]!;
      const day = documentDays[local]!;
      const years = day === notStated ? longAgo : yearsBetween(day, asOf);
      for (let at = holderStarts[local]!; at < holderStarts[local + 1]!; at += 1) {
        const ordinal = corpus.organisations.ordinal(place, holderOrganisations[at]!);
        history.projects[ordinal]! += 1;
        if (holders < 2) continue;
        history.consortia[ordinal]! += 1;
        history.coordinated[ordinal]! += Number(roles[at] === coordinator);
        history.last[ordinal] = Math.min(history.last[ordinal]!, years);
        history.size[ordinal]! += holders;
      }
    }
  });
  history.size.forEach(
    (sum, ordinal) => (history.size[ordinal] = sum / Math.max(1, history.consortia[ordinal]!)),
  );
  return history;
}
