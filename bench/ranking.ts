/**
 * Speed and memory of the scoring core over the open data, single-threaded: building and opening a segment, one call
 * with reasons, every portal record in one run, one organisation over every record.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import {
  learnBoilerplate,
  openCorpus,
  openSegment,
  prepareCall,
  prepareCalls,
  rankOpportunities,
  rankOrganisations,
  scoreBlock,
} from '../src/ranking/index.js';
import type { CallSectionKind, Corpus, OpportunityText } from '../src/ranking/index.js';
import { percentile } from './bench.js';
import type { Bench, Figure } from './bench.js';
import { openEvidenceOf, readPastProjects, statedFacts, toDocument } from '../src/evaluation/index.js';
import type { PastProject } from '../src/evaluation/index.js';
import { sharedData } from './shared-data.js';

const asOf = '2026-07-24';

type Report = (figure: Figure) => void;

export const bench: Bench = async (report) => {
  const cordisFolder = sharedData('cordis-horizon-europe');
  const portalFolder = sharedData('funding-tenders-portal');
  if (cordisFolder === null || portalFolder === null) {
    return { skipped: 'the open data are not there (TESSERA_SHARED)' };
  }
  const { projects } = await readPastProjects(cordisFolder);
  const calls = await readPortal(`${portalFolder}/topics-open-forthcoming-2026.jsonl.gz`);
  const corpus = buildAndOpen(projects, calls, report);
  rankOne(corpus, calls, report);
  rankAll(corpus, calls, report);
  rankForMembers(corpus, calls, report);
  report({
    name: 'memory of the process, with the texts read',
    value: process.memoryUsage().rss / 1e6,
    unit: 'MB',
  });
};

function buildAndOpen(
  projects: readonly PastProject[],
  calls: readonly OpportunityText[],
  report: Report,
): Corpus {
  const facts = statedFacts(projects);
  let at = performance.now();
  const bytes = openEvidenceOf(projects.map(toDocument), facts);
  const size = `${projects.length} documents, ${facts.size} organisations`;
  report({ name: `segment of ${size}, built`, value: (performance.now() - at) / 1000, unit: 's' });
  report({ name: 'the same, size', value: bytes.length / 1e6, unit: 'MB' });
  at = performance.now();
  const segment = openSegment(bytes);
  report({ name: 'the same, opened and verified', value: performance.now() - at, unit: 'ms' });
  at = performance.now();
  const boilerplate = learnBoilerplate(calls);
  report({
    name: `boiler-plate of ${calls.length} calls`,
    value: (performance.now() - at) / 1000,
    unit: 's',
  });
  return openCorpus([segment], { boilerplate });
}

function rankOne(corpus: Corpus, calls: readonly OpportunityText[], report: Report): void {
  const asked = calls.filter(({ sections }) => sections.length > 0).slice(0, 400);
  const time = (seeds: readonly string[]): number[] =>
    asked.map((text) => {
      const at = performance.now();
      rankOrganisations(corpus, prepareCall(corpus, text, { asOf }), { seeds, limit: 200, explain: 20 });
      return performance.now() - at;
    });
  time([]);
  const plain = time([]);
  report({ name: 'one call, reasons for 20, median', value: percentile(plain, 0.5), unit: 'ms' });
  report({ name: 'one call, reasons for 20, p99', value: percentile(plain, 0.99), unit: 'ms' });
  const seeds = [0, 1, 2].map((ordinal) => corpus.organisationId(ordinal * 1000));
  report({
    name: 'one call, 3 seeds, reasons for 20, p99',
    value: percentile(time(seeds), 0.99),
    unit: 'ms',
  });
}

function rankAll(corpus: Corpus, calls: readonly OpportunityText[], report: Report): void {
  const at = performance.now();
  const lists = scoreBlock(corpus, prepareCalls(corpus, calls, { asOf }), { limit: 300 });
  const pairs = lists.reduce((sum, { organisations }) => sum + organisations.length, 0);
  report({
    name: `all ${calls.length} calls, 300 places each`,
    value: (performance.now() - at) / 1000,
    unit: 's',
  });
  report({ name: 'the same, places filled', value: pairs, unit: '' });
}

function rankForMembers(corpus: Corpus, calls: readonly OpportunityText[], report: Report): void {
  const prepared = prepareCalls(corpus, calls, { asOf });
  const ids = Array.from({ length: Math.ceil(corpus.organisationCount / 100) }, (_, at) =>
    corpus.organisationId(at * 100),
  );
  let at = performance.now();
  rankOpportunities(corpus, prepared, ids[0] ?? '', { explain: 0 });
  report({
    name: 'calls prepared for the other direction',
    value: (performance.now() - at) / 1000,
    unit: 's',
  });
  const times = ids.map((id) => {
    at = performance.now();
    rankOpportunities(corpus, prepared, id, { limit: 100, explain: 20 });
    return performance.now() - at;
  });
  report({ name: 'one organisation over all calls, median', value: percentile(times, 0.5), unit: 'ms' });
  report({ name: 'one organisation over all calls, p99', value: percentile(times, 0.99), unit: 'ms' });
}

interface PortalLine {
  readonly record: {
    readonly metadata: Readonly<Record<string, readonly string[] | undefined>>;
  };
}

/** The portal's records with their text, roughly as the service reads them. */
async function readPortal(path: string): Promise<OpportunityText[]> {
  const calls: OpportunityText[] = [];
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    const { metadata } = (JSON.parse(line) as PortalLine).record;
    const id = metadata.identifier?.[0];
    if (id === undefined) continue;
    calls.push({
      id,
      title: metadata.title?.[0] ?? '',
      keywords: [],
      sections: sectionsOf(metadata.descriptionByte?.[0] ?? ''),
    });
  }
  return calls;
}

function sectionsOf(html: string): OpportunityText['sections'] {
  return html
    .split(/<p class="topicdescriptionkind">/)
    .slice(1)
    .map((part) => {
      const [heading = '', ...rest] = part.split('</p>');
      const kind: CallSectionKind = /outcome/i.test(heading)
        ? 'outcome'
        : /scope/i.test(heading)
          ? 'scope'
          : 'other';
      const text = rest
        .join('\n')
        .replace(/<[^>]*>/g, ' ')
        .replace(/&nbsp;/g, ' ');
      return { kind, text, language: 'en' as const };
    });
}
