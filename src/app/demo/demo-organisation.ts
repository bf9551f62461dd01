import { organisationTypes, type OrganisationFacts } from '../../organisations/index.js';
import type { DemoNames } from './demo-names.js';
import { demoLanguages, readText, readTrl, type DemoLanguage, type DemoText } from './demo-text.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';

export const competenceKinds = ['offer', 'equipment', 'test-site', 'data', 'end-user-site'] as const;
export type CompetenceKind = (typeof competenceKinds)[number];

/** An invented organisation. Without memberships it is known only from (invented) open project data. */
export interface DemoOrganisation extends OrganisationFacts {
  /** names it within the set: `rigentra` */
  readonly id: string;
  /** from 100000001 to 100000999, which no real participant can have */
  readonly pic: string | null;
  readonly memberships: readonly DemoMembership[];
  readonly profile: DemoText | null;
  readonly competences: readonly DemoCompetence[];
  readonly source: string;
  readonly asOf: string;
}

export interface DemoMembership {
  /** slug of the cluster */
  readonly cluster: string;
  readonly category: string;
  readonly since: string;
}

export interface DemoCompetence {
  /** at most 300 characters */
  readonly statement: string;
  readonly kind: CompetenceKind;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  readonly state: 'confirmed' | 'unconfirmed';
  readonly language: DemoLanguage;
}

/** The organisations of one file of `organisations/`, all invented. */
export function readOrganisations(file: YamlValue, names: DemoNames): readonly DemoOrganisation[] {
  const head = file.fields(['asOf', 'source', 'invented', 'organisations']);
  if (!head.need('invented').flag()) head.need('invented').fail('these organisations are invented: say true');
  const origin = { source: head.need('source').text(), asOf: head.need('asOf').date() };
  return head.need('organisations').list((item) => ({ ...readOrganisation(item, names), ...origin }));
}

function readOrganisation(item: YamlValue, names: DemoNames): Omit<DemoOrganisation, 'source' | 'asOf'> {
  const of = item.fields([
    'id',
    'legalName',
    'shortName',
    'pic',
    'country',
    'city',
    'nuts',
    'type',
    'sme',
    'employees',
    'url',
    'site',
    'languages',
    'memberships',
    'profile',
    'competences',
  ]);
  const text = (value: YamlValue): string => value.text();
  return {
    id: names.give('organisation', of.need('id'), of.need('id').textLike(/^[a-z]+$/, 'rigentra')),
    legalName: names.give('legal name', of.need('legalName')),
    shortName: of.optional('shortName', text),
    pic: of.optional('pic', (value) =>
      names.give('PIC', value, value.textLike(/^100000\d{3}$/, "'100000101'")),
    ),
    country: of.need('country').textLike(/^[A-Z]{2}$/, 'IT'),
    city: of.need('city').text(),
    nuts: of.need('nuts').textLike(/^[A-Z]{2}[0-9A-Z]{3}$/, 'ITC46'),
    type: of.need('type').oneOf(organisationTypes),
    sme: of.optional('sme', (value) => value.flag()),
    employees: of.optional('employees', (value) => value.wholeNumber(1, 100_000)),
    url: of.optional('url', (value) => value.textLike(/^https:\/\/[a-z]+\.example$/, 'https://name.example')),
    site: of.optional('site', text),
    languages: of.need('languages').list((value) => value.textLike(/^[a-z]{2}$/, 'it')),
    memberships: of.optional('memberships', (value) => value.list((one) => readMembership(one, names))) ?? [],
    profile: of.optional('profile', readText),
    competences: of.optional('competences', (value) => value.list(readCompetence)) ?? [],
  };
}

function readMembership(item: YamlValue, names: DemoNames): DemoMembership {
  const of = item.fields(['cluster', 'category', 'since']);
  return {
    cluster: names.known('cluster', of.need('cluster')),
    category: of.need('category').oneOf(['founder', 'adherent']),
    since: of.need('since').date(),
  };
}

function readCompetence(item: YamlValue): DemoCompetence {
  const of = item.fields(['statement', 'kind', 'trl', 'state', 'language']);
  const statement = of.need('statement').text();
  if (statement.length > 300) of.need('statement').fail(`${statement.length} characters; 300 at most`);
  const trl = of.optional('trl', readTrl);
  return {
    statement,
    kind: of.need('kind').oneOf(competenceKinds),
    trlFrom: trl?.from ?? null,
    trlTo: trl?.to ?? null,
    state: of.need('state').oneOf(['confirmed', 'unconfirmed']),
    language: of.need('language').oneOf(demoLanguages),
  };
}
