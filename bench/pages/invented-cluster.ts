/**
 * An invented cluster: 800 members and 560 calls, which with the demonstration set's make 600 and some.
 *
 * Every statement is made of the same few words, so that each call fits very many members: harder on the pages than real
 * data, where a call fits a few.
 */
export const members = 800;
export const calls = 560;

const doings = [
  'Design',
  'Testing',
  'Production',
  'Simulation',
  'Recycling',
  'Inspection',
  'Automation',
  'Repair',
];
const things = [
  'battery modules',
  'titanium parts',
  'fibre-optic sensors',
  'composite panels',
  'food packaging',
  'irrigation systems',
  'gearboxes',
  'hydrogen tanks',
  'medical implants',
  'robotic grippers',
  'textile waste',
  'wind turbine blades',
  'satellite components',
  'building facades',
  'plastic moulds',
];
const ends = [
  'with low energy use',
  'for small series',
  'in harsh environments',
  'by machine learning',
  'on pilot lines',
  'for circular economy',
  'at TRL 6',
];
const towns = ['Milano', 'Bergamo', 'Brescia', 'Como', 'Lecco', 'Varese', 'Pavia', 'Mantova', 'Cremona'];

const of = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
/** Invented statements, each of another make. */
const statement = (at: number): string =>
  `${of(doings, at)} of ${of(things, at * 7 + 3)} ${of(ends, at * 5 + 1)}`;
export const nameOf = (at: number): string => `Ditta Inventata ${String(at).padStart(3, '0')} S.r.l.`;

/** A member file as a cluster hands it in. */
export function memberFile(): string {
  const rows = Array.from({ length: members }, (_, at) => {
    const competences = [0, 1, 2].map((line) => statement(at * 3 + line)).join(';');
    const type = of(['PRC', 'PRC', 'PRC', 'REC', 'HES', 'PUB'], at);
    const description = `We work on ${of(things, at)} and ${of(things, at + 4)} for customers in Europe.`;
    return [nameOf(at), 'IT', of(towns, at), type, String(10 + (at % 200)), description, competences]
      .map((cell) => `"${cell}"`)
      .join(',');
  });
  return ['legalName,country,city,type,employees,description,competences', ...rows].join('\n');
}

/** Calls as the file of pilots and windows has them. */
export function callFile(): string {
  const entries = Array.from({ length: calls }, (_, at) =>
    [
      `  - id: bench-${at}`,
      '    kind: window',
      `    title: ${JSON.stringify(`${of(things, at)} ${of(ends, at * 3)} ${at}`)}`,
      `    programme: ${of(['I3', 'VINNOVATE', 'EUROCLUSTERS', 'CASCADE'], at)}`,
      `    deadlines: [{ date: 2030-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')} }]`,
      `    summary: ${JSON.stringify(`Proposals improve ${of(things, at)}. Results include ${statement(at)}.`)}`,
      `    needs: [${[0, 1, 2].map((line) => JSON.stringify(statement(at * 2 + line))).join(', ')}]`,
    ].join('\n'),
  );
  return ['asOf: 2026-11-21', 'opportunities:', ...entries].join('\n');
}
