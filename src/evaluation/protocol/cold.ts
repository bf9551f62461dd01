import { createHash } from 'node:crypto';
import type { CorpusDocument } from '../../ranking/index.js';
import { toDocument } from '../read/past-project.js';
import type { PastProject, StatedFacts } from '../read/past-project.js';

/** First bytes of the SHA-1 below this are masked: 51 of 256, a fifth. */
const maskedBelow = 51;

/** Most words of a profile. */
const profileWords = 120;

/** Whether `cold` takes an organisation's participations away. */
export function isMasked(organisation: string): boolean {
  return createHash('sha1').update(organisation).digest().readUInt8(0) < maskedBelow;
}

/**
 * The evidence of `cold`: projects without their masked participants, and one profile for each of those, made of the
 * keywords and title of its earliest project, by start, then by id.
 */
export function coldDocuments(
  train: readonly PastProject[],
  facts: ReadonlyMap<string, StatedFacts>,
): CorpusDocument[] {
  const earliest = new Map<string, PastProject>();
  const projects = train.map((project): CorpusDocument => {
    for (const { organisation } of project.participants) {
      if (!isMasked(organisation)) continue;
      const known = earliest.get(organisation);
      if (known === undefined || isEarlier(project, known)) earliest.set(organisation, project);
    }
    const document = toDocument(project);
    return { ...document, holders: document.holders.filter(({ organisation }) => !isMasked(organisation)) };
  });
  const profiles = [...earliest].map(([organisation, project]) =>
    profileOf(organisation, facts.get(organisation)?.name ?? '', project),
  );
  return [...projects, ...profiles];
}

const isEarlier = (a: PastProject, b: PastProject): boolean =>
  a.startDate < b.startDate || (a.startDate === b.startDate && a.id < b.id);

function profileOf(organisation: string, name: string, project: PastProject): CorpusDocument {
  const words = `${project.keywords.join(', ')}. ${project.title}`.split(/\s+/).slice(0, profileWords);
  return {
    id: `profile:${organisation}`,
    version: 1,
    type: 'profile',
    title: name,
    keywords: [],
    body: words.join(' '),
    language: 'en',
    date: null,
    state: 'open',
    concepts: [],
    // rule 4: it was written for that call
    topic: project.topic === '' ? null : project.topic,
    holders: [{ organisation, role: 'owner', share: null }],
  };
}
