import { participationRoles, type ParticipationRole } from '../../organisations/index.js';
import type { DemoNames } from './demo-names.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';

/** An invented past project, in the shape of open project data. */
export interface DemoProject {
  /** nine digits from 900000001 on, which no real agreement has */
  readonly grantId: string;
  readonly acronym: string;
  readonly title: string;
  /** `RIA`, `IA`, `CSA` */
  readonly scheme: string;
  readonly topic: string | null;
  readonly startDate: string;
  readonly endDate: string;
  /** EuroSciVoc codes */
  readonly concepts: readonly string[];
  readonly keywords: readonly string[];
  /** in English */
  readonly objective: string;
  readonly participants: readonly DemoParticipant[];
  readonly source: string;
  readonly asOf: string;
}

export interface DemoParticipant {
  /** id of an organisation of the set */
  readonly organisation: string;
  readonly role: ParticipationRole;
}

/** The projects of `projects.yaml`, all invented. */
export function readProjects(file: YamlValue, names: DemoNames): readonly DemoProject[] {
  const head = file.fields(['asOf', 'source', 'invented', 'projects']);
  if (!head.need('invented').flag()) head.need('invented').fail('these projects are invented: say true');
  const origin = { source: head.need('source').text(), asOf: head.need('asOf').date() };
  return head.need('projects').list((item) => ({ ...readProject(item, names), ...origin }));
}

function readProject(item: YamlValue, names: DemoNames): Omit<DemoProject, 'source' | 'asOf'> {
  const of = item.fields([
    'grantId',
    'acronym',
    'title',
    'scheme',
    'topic',
    'startDate',
    'endDate',
    'concepts',
    'keywords',
    'objective',
    'participants',
  ]);
  const [startDate, endDate] = [of.need('startDate').date(), of.need('endDate').date()];
  if (endDate <= startDate) of.need('endDate').fail(`${endDate} is not after the start, ${startDate}`);
  const acronym = names.give('acronym', of.need('acronym'));
  const participants = of.need('participants').list((one) => readParticipant(one, acronym, names));
  if (participants.filter(({ role }) => role === 'coordinator').length !== 1)
    of.need('participants').fail('a project has one coordinator');
  return {
    grantId: names.give(
      'grant',
      of.need('grantId'),
      of.need('grantId').textLike(/^900000\d{3}$/, "'900000001'"),
    ),
    acronym,
    title: of.need('title').text(),
    scheme: of.need('scheme').oneOf(['RIA', 'IA', 'CSA']),
    topic: of.optional('topic', (value) => value.text()),
    startDate,
    endDate,
    concepts: of.need('concepts').list((value) => value.textLike(/^(\/\d+)+$/, '/25/75/469')),
    keywords: of.need('keywords').list((value) => value.text()),
    objective: of.need('objective').text(),
    participants,
  };
}

function readParticipant(item: YamlValue, acronym: string, names: DemoNames): DemoParticipant {
  const of = item.fields(['organisation', 'role']);
  const organisation = of.need('organisation');
  return {
    organisation: names.give(
      `participant of ${acronym}`,
      organisation,
      names.known('organisation', organisation),
    ),
    role: of.need('role').oneOf(participationRoles),
  };
}
