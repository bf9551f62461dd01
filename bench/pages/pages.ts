import { read, type Visitor } from './visitor.js';

/** One page: who opens it, and what it asks for, together. */
export interface Page {
  readonly name: string;
  readonly as: 'officer' | 'editor';
  readonly asks: readonly string[];
}

/** The pages that are measured: those somebody opens again and again, with what the built pages ask for. */
export async function pagesFor(officer: Visitor): Promise<readonly Page[]> {
  const { call, member } = await identifiers(officer);
  const page =
    (as: Page['as']) =>
    (name: string, ...asks: string[]): Page => ({ name, as, asks: asks.map((path) => `/api/v1${path}`) });
  const staff = page('officer');
  const firm = page('editor');
  return [
    staff('radar', '/insights/radar?lang=it&limit=50&sort=fit'),
    staff('call of the radar', `/insights/radar/${call}?lang=it`),
    staff('for us as a cluster', '/insights/radar?lang=it&limit=1&sort=fit'),
    staff('coverage', '/insights/coverage?lang=it'),
    staff('cell of the coverage', '/insights/coverage/cell?lang=it&ecosystem=nutrition&part=I3'),
    staff('members', '/insights/members?lang=it&limit=50'),
    staff('member', `/insights/members/${member}?lang=it`),
    staff('organisation', `/organisations/${member}`),
    staff('newsletter', '/insights/newsletter?lang=it&within=180&limit=6'),
    staff('imports', '/imports', '/column-maps'),
    staff('calls added by hand', '/hand-calls'),
    staff('boards', '/consortia', '/outcomes'),
    staff('requests of the cluster', '/introductions'),
    firm('for you', '/for-you'),
    firm('opportunities', '/opportunities?limit=20'),
    firm('opportunities found', '/opportunities?limit=20&search=sensors'),
    firm(
      'opportunity',
      `/opportunities/${call}`,
      `/opportunities/${call}/decision`,
      `/opportunities/${call}/suggestions?limit=10`,
      '/saved-opportunities',
    ),
    firm('saved', '/saved-opportunities'),
    firm('own profile', '/own-profile', '/own-profile/exclusions'),
    firm('own requests', '/introductions'),
  ];
}

async function identifiers(officer: Visitor): Promise<{ readonly call: string; readonly member: string }> {
  const first = async (path: string): Promise<string> => {
    const { items } = await read<{ items: { id: string }[] }>(
      officer,
      `/api/v1/insights/${path}?limit=1&lang=it`,
    );
    if (items[0] === undefined) throw new Error(`${path}: nothing is listed`);
    return items[0].id;
  };
  return { call: await first('radar'), member: await first('members') };
}
