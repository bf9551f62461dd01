import type { DemoNames } from './demo-names.js';
import { readText, type DemoText } from './demo-text.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';

/** What is published about a cluster; null: not published. */
export interface DemoCluster {
  /** `afil`; never renamed */
  readonly slug: string;
  readonly shortName: string;
  readonly nameEn: string;
  readonly nameIt: string;
  /** the name in open data, where the cluster stands there */
  readonly legalName: string | null;
  readonly pic: string | null;
  /** codes of the S3 ecosystems, see `data/taxonomy/ecosystems.yaml` */
  readonly ecosystems: readonly string[];
  readonly technologyAreas: readonly string[];
  readonly networks: readonly string[] | null;
  readonly memberCount: MemberCount | null;
  readonly memberCountNote: string | null;
  readonly headquarters: Headquarters;
  readonly url: string;
  /** keys of `data/pilots/` */
  readonly pilots: readonly string[];
  readonly profile: DemoText;
  readonly source: string;
  readonly asOf: string;
}

export interface MemberCount {
  readonly total: number;
  readonly companies: number | null;
  readonly research: number | null;
  readonly other: number | null;
  /** the year the figure is of, or a date */
  readonly date: string;
}

export interface Headquarters {
  readonly address: string;
  readonly postCode: string | null;
  readonly city: string;
  readonly nuts: string;
  readonly country: string;
}

/** The nine clusters of `clusters.yaml`. */
export function readClusters(file: YamlValue, names: DemoNames): readonly DemoCluster[] {
  const head = file.fields(['asOf', 'source', 'invented', 'clusters']);
  if (head.need('invented').flag()) head.need('invented').fail('the clusters are real: say false');
  const origin = { source: head.need('source').text(), asOf: head.need('asOf').date() };
  return head.need('clusters').list((item) => ({ ...readCluster(item, names), ...origin }));
}

function readCluster(item: YamlValue, names: DemoNames): Omit<DemoCluster, 'source' | 'asOf'> {
  const of = item.fields([
    'slug',
    'shortName',
    'name',
    'legalName',
    'pic',
    'ecosystems',
    'technologyAreas',
    'networks',
    'memberCount',
    'memberCountNote',
    'headquarters',
    'url',
    'pilots',
    'profile',
  ]);
  const name = of.need('name').fields(['en', 'it']);
  return {
    slug: names.give('cluster', of.need('slug'), of.need('slug').textLike(/^[a-z0-9]+$/, 'afil')),
    shortName: of.need('shortName').text(),
    nameEn: name.need('en').text(),
    nameIt: name.need('it').text(),
    legalName: of.optional('legalName', (value) => value.text()),
    pic: of.optional('pic', (value) => names.give('PIC', value, value.textLike(/^\d{9}$/, "'933772732'"))),
    ecosystems: texts(of.need('ecosystems')),
    technologyAreas: texts(of.need('technologyAreas')),
    networks: of.optional('networks', texts),
    memberCount: of.optional('memberCount', readMemberCount),
    memberCountNote: of.optional('memberCountNote', (value) => value.text()),
    headquarters: readHeadquarters(of.need('headquarters')),
    url: of.need('url').textLike(/^https?:\/\//, 'https://www.afil.it/'),
    pilots: texts(of.need('pilots')),
    profile: readText(of.need('profile')),
  };
}

function readMemberCount(value: YamlValue): MemberCount {
  const of = value.fields(['total', 'companies', 'research', 'other', 'date']);
  // a cluster without members is no cluster: 0 would be "not published" in disguise
  const count = (one: YamlValue): number => one.wholeNumber(1, 100_000);
  return {
    total: count(of.need('total')),
    companies: of.optional('companies', count),
    research: of.optional('research', count),
    other: of.optional('other', count),
    date: of.need('date').textLike(/^\d{4}(-\d{2}-\d{2})?$/, "'2024'"),
  };
}

function readHeadquarters(value: YamlValue): Headquarters {
  const of = value.fields(['address', 'postCode', 'city', 'nuts', 'country']);
  return {
    address: of.need('address').text(),
    postCode: of.optional('postCode', (one) => one.text()),
    city: of.need('city').text(),
    nuts: of.need('nuts').textLike(/^[A-Z]{2}[0-9A-Z]{3}$/, 'ITC4C'),
    country: of.need('country').textLike(/^[A-Z]{2}$/, 'IT'),
  };
}

const texts = (value: YamlValue): readonly string[] => value.list((item) => item.text());
