import { organisationTypes, participationRoles } from '../../organisations/index.js';
import type { OrganisationType, ParticipationRole } from '../../organisations/index.js';
import type { Columns } from '../reading/csv-table.js';
import type { RowProblems } from '../reading/source-problem.js';
import {
  readBoolean,
  readCountry,
  readMoney,
  readNuts,
  readText,
  readUrl,
  readVatNumber,
} from './cell-values.js';
import type { ParticipationRow } from './cordis-rows.js';
import { readGrantId } from './project-row.js';

/** Columns of `organization.csv`. Street, post code and contact form are not read at all. */
export const participationColumns = {
  projectId: { names: ['projectID'], required: true },
  organisationId: { names: ['organisationID'], required: true },
  name: { names: ['name'], required: true },
  vatNumber: { names: ['vatNumber'] },
  shortName: { names: ['shortName'] },
  type: { names: ['activityType'] },
  sme: { names: ['SME'] },
  city: { names: ['city'] },
  country: { names: ['country'] },
  nuts: { names: ['nutsCode'] },
  url: { names: ['organizationURL'] },
  role: { names: ['role'] },
  order: { names: ['order'] },
  contribution: { names: ['ecContribution'] },
  ended: { names: ['endOfParticipation', 'terminated'] },
} satisfies Columns<string>;

type Cells = Readonly<Record<keyof typeof participationColumns, string>>;

const roles: ReadonlyMap<string, ParticipationRole> = new Map([
  ...participationRoles.map((role) => [role.toLowerCase(), role] as const),
  // older programmes
  ['internationalpartner', 'associatedPartner'],
  ['partner', 'associatedPartner'],
]);

/** @returns the participation; null where project or organisation cannot be told */
export function toParticipationRow(cells: Cells, problems: RowProblems): ParticipationRow | null {
  const grantId = readGrantId(cells.projectId, 'projectID', problems);
  const pic = readPic(cells.organisationId, problems);
  const { name } = cells;
  if (name === '')
    problems.refuse('missing-value', 'name', null, 'an organisation without a name; row left out');
  if (grantId === null || pic === null || problems.refused) return null;
  return {
    grantId,
    pic,
    vatNumber: readVatNumber(cells.vatNumber, 'vatNumber', problems),
    name,
    shortName: readText(cells.shortName, 'shortName', problems),
    type: readType(cells.type, problems),
    sme: readBoolean(cells.sme, 'SME', problems),
    city: readText(cells.city, 'city', problems),
    country: readCountry(cells.country, 'country', problems),
    nuts: readNuts(cells.nuts, 'nutsCode', problems),
    url: readUrl(cells.url, 'organizationURL', problems),
    role: readRole(cells.role, problems),
    position: /^\d{1,6}$/.test(cells.order) ? Number(cells.order) : null,
    contributionEur: readMoney(cells.contribution, 'ecContribution', problems),
    ended: readBoolean(cells.ended, 'endOfParticipation', problems) ?? false,
  };
}

/** One organisation is one organisationID; a row without cannot be told from others of the same name. */
function readPic(text: string, problems: RowProblems): string | null {
  if (/^\d{9}$/.test(text)) return text;
  const message = 'not an organisation number of nine digits; row left out';
  problems.refuse(text === '' ? 'missing-value' : 'not-a-pic', 'organisationID', text || null, message);
  return null;
}

function readType(text: string, problems: RowProblems): OrganisationType | null {
  if (text === '') return null;
  const type = organisationTypes.find((known) => known === text.toUpperCase());
  if (type === undefined)
    problems.note('unknown-type', 'activityType', text, 'an unknown activity type; left out');
  return type ?? null;
}

function readRole(text: string, problems: RowProblems): ParticipationRole {
  const role = roles.get(text.toLowerCase());
  if (role !== undefined) return role;
  problems.note('unknown-role', 'role', text || null, 'an unknown role; read as participant');
  return 'participant';
}
