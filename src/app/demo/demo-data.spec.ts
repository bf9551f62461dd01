import { gunzipSync } from 'node:zlib';
import { sharedBytes } from '../../../test/support/shared-data.js';
import { loadTaxonomy } from '../../taxonomy/index.js';
import { demoFiles } from './demo-files.js';
import type { DemoOrganisation } from './demo-organisation.js';
import { parseDemoSet } from './demo-set.js';

/** The real files of `data/demo/`: what makes the first list of a first start look right. */
const set = parseDemoSet(demoFiles());
const taxonomy = loadTaxonomy();

const slugs = ['afil', 'catal', 'clm', 'lac', 'le2c', 'lgca', 'llsc', 'scc', 'tav'];
const members = set.organisations.filter(({ memberships }) => memberships.length > 0);
const outsiders = set.organisations.filter(({ memberships }) => memberships.length === 0);
const isThin = ({ profile }: DemoOrganisation): boolean => profile !== null && words(profile.text) <= 25;

function words(text: string): number {
  return text.trim().split(/\s+/).length;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}

/** The ids of those for which a claim does not hold, so that a failure names them. */
function failing<T>(items: readonly T[], id: (item: T) => string, holds: (item: T) => boolean): string[] {
  return items.filter((item) => !holds(item)).map(id);
}

describe('the clusters of the demonstration set', () => {
  it('are the nine of Lombardy, in ecosystems the taxonomy knows', () => {
    expect(set.clusters.map(({ slug }) => slug).sort()).toEqual(slugs);
    const known = taxonomy.ecosystems.terms.map(({ code }) => code);
    expect(known).toEqual(expect.arrayContaining(set.clusters.flatMap(({ ecosystems }) => [...ecosystems])));
  });

  it('state the published member counts, and none for the three that publish none', () => {
    const counts = Object.fromEntries(
      set.clusters.map(({ slug, memberCount }) => [slug, memberCount?.total ?? null]),
    );
    expect(counts).toEqual({
      afil: 143,
      catal: null,
      clm: null,
      lac: 114,
      le2c: 140,
      lgca: null,
      llsc: 114,
      scc: 88,
      tav: 31,
    });
  });

  it('have counts whose parts add up where all parts are published', () => {
    for (const { memberCount } of set.clusters) {
      if (memberCount === null || memberCount.companies === null) continue;
      const { total, companies, research, other } = memberCount;
      expect(companies + (research ?? 0) + (other ?? 0)).toBe(total);
    }
  });
});

describe('the organisations of the demonstration set', () => {
  it('are about eighty, of six countries and more, in credible proportions', () => {
    expect(set.organisations.length).toBeGreaterThanOrEqual(80);
    expect(new Set(set.organisations.map(({ country }) => country)).size).toBeGreaterThanOrEqual(6);
    expect(share(set.organisations, ({ type }) => type === 'PRC')).toBeCloseTo(0.63, 1);
    expect(share(set.organisations, ({ type }) => type === 'REC' || type === 'HES')).toBeGreaterThan(0.2);
    const firms = set.organisations.filter(({ type }) => type === 'PRC');
    expect(share(firms, ({ sme }) => sme === true)).toBeGreaterThan(0.7);
  });

  it('give every cluster four members or more, AFIL fourteen, and ten firms two clusters', () => {
    const counts = slugs.map(
      (slug) => members.filter((one) => one.memberships.some(({ cluster }) => cluster === slug)).length,
    );
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4);
    expect(counts[slugs.indexOf('afil')]).toBe(14);
    expect(members.filter(({ memberships }) => memberships.length > 1)).toHaveLength(10);
  });

  it('have profiles of members alone, half of them in Italian, some of them thin', () => {
    expect(
      failing(
        members,
        ({ id }) => id,
        ({ profile }) => profile !== null,
      ),
    ).toEqual([]);
    expect(
      failing(
        outsiders,
        ({ id }) => id,
        ({ profile, competences }) => profile === null && competences.length === 0,
      ),
    ).toEqual([]);
    const italian = share(members, ({ profile }) => profile?.language === 'it');
    expect(italian).toBeGreaterThan(0.4);
    expect(italian).toBeLessThan(0.6);
    expect(members.filter(isThin).length).toBeGreaterThanOrEqual(10);
  });

  it('have profiles of 60 to 140 words, or of 12 to 25', () => {
    const fits = ({ profile }: DemoOrganisation): boolean => {
      const count = profile === null ? 60 : words(profile.text);
      return (count >= 60 && count <= 140) || (count >= 12 && count <= 25);
    };
    expect(failing(set.organisations, ({ id }) => id, fits)).toEqual([]);
  });

  it('have no PIC stated for most members, and a web site of their own under .example', () => {
    expect(share(members, ({ pic }) => pic === null)).toBeGreaterThan(0.5);
    expect(
      failing(
        set.organisations,
        ({ id }) => id,
        ({ id, url }) => url === `https://${id}.example`,
      ),
    ).toEqual([]);
  });

  it('stand in their country, in a region of level 3 of today, and in the town of that province', () => {
    const inPlace = ({ country, city, nuts }: DemoOrganisation): boolean =>
      taxonomy.nuts.country(nuts ?? '') === country &&
      taxonomy.nutsName(nuts ?? '') !== undefined &&
      taxonomy.nuts.recode(nuts ?? '').codes.join() === nuts &&
      (country !== 'IT' || taxonomy.placeOf({ country, city })?.nuts === nuts);
    expect(failing(set.organisations, ({ id, city, nuts }) => `${id} ${city} ${nuts}`, inPlace)).toEqual([]);
  });
});

describe('the projects of the demonstration set', () => {
  const countryOf = new Map(set.organisations.map(({ id, country }) => [id, country]));

  it('have four to nine partners of three countries or more, as a collaborative project must', () => {
    const sound = failing(
      set.projects,
      ({ acronym }) => acronym,
      ({ participants }) =>
        participants.length >= 4 &&
        participants.length <= 9 &&
        new Set(participants.map(({ organisation }) => countryOf.get(organisation))).size >= 3,
    );
    expect(sound).toEqual([]);
  });

  it('are past projects of 2021 to 2025 with objectives of 90 to 160 words', () => {
    const past = failing(
      set.projects,
      ({ acronym }) => acronym,
      ({ startDate, endDate, objective }) =>
        startDate >= '2021' && endDate < '2026' && words(objective) >= 90 && words(objective) <= 160,
    );
    expect(past).toEqual([]);
  });

  it('are what every outsider is known by, while some members have none', () => {
    const active = new Set(
      set.projects.flatMap(({ participants }) => participants.map((one) => one.organisation)),
    );
    expect(
      failing(
        outsiders,
        ({ id }) => id,
        ({ id }) => active.has(id),
      ),
    ).toEqual([]);
    expect(members.filter(({ id }) => !active.has(id)).length).toBeGreaterThanOrEqual(4);
  });

  it('let a member of AFIL introduce ten outsiders and more', () => {
    const afil = new Set(
      members
        .filter(({ memberships }) => memberships.some(({ cluster }) => cluster === 'afil'))
        .map(({ id }) => id),
    );
    const met = set.projects
      .map(({ participants }) => participants.map(({ organisation }) => organisation))
      .filter((partners) => partners.some((one) => afil.has(one)))
      .flat();
    expect(outsiders.filter(({ id }) => met.includes(id)).length).toBeGreaterThanOrEqual(10);
  });
});

describe('the topics of the demonstration set', () => {
  const brussels = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', timeStyle: 'short' });

  it('are some forty, of all parts the clusters look at, in parts the taxonomy knows', () => {
    expect(set.topics.length).toBeGreaterThanOrEqual(40);
    const parts = new Set(set.topics.map(({ part }) => part));
    expect([...parts].sort()).toEqual(['CL2', 'CL3', 'CL4', 'CL5', 'CL6', 'HLTH', 'MISS']);
  });

  it('close at 17:00 in Brussels, in 2027, most of them from April on', () => {
    const last = set.topics.map(({ deadlines }) => deadlines.at(-1)?.at ?? '');
    expect(
      set.topics.flatMap(({ deadlines }) => deadlines.map(({ at }) => brussels.format(new Date(at)))),
    ).toEqual(set.topics.flatMap(({ deadlines }) => deadlines.map(() => '17:00')));
    expect(last.filter((at) => !at.startsWith('2027'))).toEqual([]);
    expect(share(last, (at) => at >= '2027-04')).toBeGreaterThan(0.7);
  });

  it('have an outcome of two to four sentences and a scope of four to seven', () => {
    const sentences = (text: string): number => text.split(/[.?!](?: |$)/).filter((one) => one !== '').length;
    const lengths = set.topics.map(({ identifier, sections }) => ({
      identifier,
      outcome: sentences(sections[0]?.text ?? ''),
      scope: sentences(sections[1]?.text ?? ''),
    }));
    expect(
      lengths.filter(({ outcome, scope }) => outcome < 2 || outcome > 4 || scope < 4 || scope > 7),
    ).toEqual([]);
  });
});

const openOrganisations = sharedBytes('cordis-horizon-europe/organization.csv.gz');
const workProgramme = sharedBytes('../domain/wp-2026-2027-topics.csv');
const officialTexts = sharedBytes('funding-tenders-portal/topics-open-forthcoming-2026.jsonl.gz');

(openOrganisations ? describe : describe.skip)('beside open data', () => {
  it('no invented name or PIC is that of a real participant', () => {
    const text = gunzipSync(openOrganisations ?? '').toString('utf8');
    const rows = text.matchAll(/^\d+,\d*,\w*,(\d{9}),[^,]*,("[^"]*"|[^,]*)/gm);
    const names = new Map(Array.from(rows, ([, pic, name]) => [pic ?? '', (name ?? '').toLowerCase()]));
    const real = [...names.keys(), ...names.values()].join('\n');
    expect(names.size).toBeGreaterThan(20_000);
    const taken = ({ id, pic }: DemoOrganisation): boolean =>
      real.includes(id) || (pic !== null && real.includes(pic));
    expect(set.organisations.filter(taken).map(({ id }) => id)).toEqual([]);
  });
});

(workProgramme ? describe : describe.skip)('beside the work programme', () => {
  it('identifier, title, call, opening and deadlines are the facts', () => {
    const rows = (workProgramme ?? Buffer.of()).toString('utf8').toLowerCase();
    for (const { identifier, title, callIdentifier, opensOn, deadlines } of set.topics) {
      const row = rows.split('\n').find((line) => line.includes(`,${identifier.toLowerCase()},`)) ?? '';
      expect(row).toContain(title.toLowerCase().replaceAll('"', '""'));
      expect(row).toContain(`,${callIdentifier?.toLowerCase()},`);
      expect(row).toContain([opensOn, ...deadlines.map(({ at }) => at.slice(0, 10))].join(','));
    }
  });
});

(officialTexts ? describe : describe.skip)('beside the official texts', () => {
  it('the summaries are our own words: no run of seven words is theirs', () => {
    const records = gunzipSync(officialTexts ?? '')
      .toString('utf8')
      .split('\n');
    const ofOurTopics = records.filter((record) =>
      set.topics.some(({ identifier }) => record.includes(identifier)),
    );
    const theirs = new Set(ofOurTopics.flatMap((record) => runs(record.replace(/<[^>]+>/g, ' '))));
    expect(ofOurTopics.length).toBeGreaterThan(0);
    const copied = set.topics.flatMap(({ identifier, sections }) =>
      runs(sections.map(({ text }) => text).join(' '))
        .filter((run) => theirs.has(run))
        .map((run) => `${identifier}: ${run}`),
    );
    expect(copied).toEqual([]);
  });
});

/** Every run of seven words, in lower case. */
function runs(text: string): string[] {
  const all = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return all.slice(6).map((_word, at) => all.slice(at, at + 7).join(' '));
}
