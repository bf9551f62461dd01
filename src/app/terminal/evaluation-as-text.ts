import type { Evaluation, TaskFigures } from '../../evaluation/index.js';

type TaskCalibration = NonNullable<TaskFigures['calibration']>;

const columns = ['nDCG@10', 'nDCG@20', 'recall@10', 'recall@50', 'recall@100', 'MRR', 'success@10'] as const;
type Row = Readonly<Record<(typeof columns)[number] | 'queries', number>>;

/** A table a person can read; the JSON holds more. */
export function evaluationAsText(found: Evaluation): string {
  const lines = [
    `${found.trainProjects} projects before ${found.cut}, ${found.pool} organisations, model ${found.model}`,
    ['task'.padEnd(28), 'queries'.padStart(8), ...columns.map((name) => name.padStart(11))].join(''),
  ];
  for (const [name, figures] of Object.entries(found.baselines)) {
    const { call, half, 'idea+coordinator': withCoordinator, ...idea } = figures;
    const byTask = { idea, 'idea+coordinator': withCoordinator, half, call };
    for (const [task, row] of Object.entries(byTask)) {
      if (row?.queries !== undefined) lines.push(line(`${name}, ${task}`, row as Row));
    }
  }
  for (const [name, figures] of Object.entries(found.tasks)) {
    lines.push(line(name, figures));
    if (figures.oneProject !== undefined) lines.push(line(`${name}, one project`, figures.oneProject));
    if (figures.calibration !== undefined) lines.push(...calibrationAsText(figures.calibration));
    if (figures['maskedRecall@100'] !== undefined) {
      const others = figures['othersRecall@100'] ?? 0;
      lines.push(`  recall@100: masked ${short(figures['maskedRecall@100'])}, others ${short(others)}`);
    }
  }
  return [...lines, `${found.seconds} s`].join('\n');
}

/** How far chances are off, and how often what each band holds came true. */
function calibrationAsText({ all, newcomers }: TaskCalibration): string[] {
  return Object.entries({ all, newcomers }).map(([name, { error, bands }]) => {
    const often = Object.entries(bands)
      .filter(([, { places }]) => places > 0)
      .map(([band, { places, frequency }]) => `${band} ${short(frequency)} of ${places}`);
    return `  ${name}: calibration error ${short(error)}; came true: ${often.join(', ')}`;
  });
}

const line = (name: string, row: Row): string =>
  [
    name.padEnd(28),
    String(row.queries).padStart(8),
    ...columns.map((column) => short(row[column]).padStart(11)),
  ].join('');

const short = (value: number): string => value.toFixed(4);
