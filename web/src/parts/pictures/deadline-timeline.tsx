import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { Deadline } from '../deadline/deadline.js';
import { daysLeft } from '../deadline/days-left.js';
import { localeOf, useFormat } from '../format/use-format.js';
import { Picture } from './picture.js';
import classes from './pictures.module.css';

/** Something that ends on a day. */
export interface TimelineItem {
  readonly id: string;
  readonly name: string;
  /** ISO date or moment */
  readonly date: string;
  /** where it can be read: an address of these pages */
  readonly href?: string;
}

interface DeadlineTimelineProps {
  readonly title: string;
  readonly items: readonly TimelineItem[];
  readonly fileName: string;
  readonly now?: Date;
}

const row = 26;
const top = 28;
/** Fewer days than this are marked as late, by a hollow mark and by words. */
const late = 21;

/** Deadlines in order along the months, from today to the last one; what is over is left out. */
export function DeadlineTimeline({ title, items, fileName, now = new Date() }: DeadlineTimelineProps) {
  const { t } = useTranslation();
  const shown = items
    .map((item) => ({ ...item, left: daysLeft(new Date(item.date), now) }))
    .filter(({ left }) => left >= 0)
    .sort((a, b) => a.left - b.left || Number(a.name > b.name) - Number(a.name < b.name));
  const last = Math.max(31, ...shown.map(({ left }) => left));
  return (
    <Picture
      title={title}
      fileName={fileName}
      height={() => top + shown.length * row + 8}
      table={
        <>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('picture.what')}</Table.Th>
              <Table.Th>{t('picture.deadline')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ id, name, date, href }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">{href === undefined ? name : <a href={href}>{name}</a>}</Table.Th>
                <Table.Td>
                  <Deadline date={date} now={now} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </>
      }
    >
      {(width) => (
        <>
          <Months width={width} days={last} now={now} height={top + shown.length * row} />
          {shown.map((item, index) => (
            <Line
              key={item.id}
              item={item}
              x={placeOf(item.left, last, width)}
              y={top + index * row + 14}
              width={width}
            />
          ))}
        </>
      )}
    </Picture>
  );
}

const margin = 12;
const placeOf = (days: number, last: number, width: number): number =>
  margin + (days / last) * (width - 2 * margin);

interface MonthsProps {
  readonly width: number;
  readonly days: number;
  readonly now: Date;
  readonly height: number;
}

/** A line for each first of a month, with its name where there is room. */
function Months({ width, days, now, height }: MonthsProps) {
  const { t, i18n } = useTranslation();
  const month = new Intl.DateTimeFormat(localeOf(i18n.language), { month: 'short', year: '2-digit' });
  const firsts = Array.from(
    { length: Math.ceil(days / 28) + 1 },
    (_, ahead) => new Date(now.getFullYear(), now.getMonth() + ahead + 1, 1),
  ).filter((first) => daysLeft(first, now) <= days);
  const every = Math.max(1, Math.ceil(firsts.length / Math.max(1, Math.floor(width / 64))));
  const today = placeOf(0, days, width);
  return (
    <>
      <line x1={today} x2={today} y1={4} y2={height} className={classes['today']} />
      <text x={today + 5} y={13} className={classes['small']}>
        {t('picture.today')}
      </text>
      {firsts.map((first, index) => {
        const x = placeOf(daysLeft(first, now), days, width);
        const named = index % every === 0 && x > today + 56 && x < width - 40;
        return (
          <g key={first.toISOString()}>
            <line x1={x} x2={x} y1={named ? 4 : 18} y2={height} className={classes['axis']} />
            {named && (
              <text x={x + 4} y={13} className={classes['small']}>
                {month.format(first)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

interface LineProps {
  readonly item: TimelineItem & { readonly left: number };
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function Line({ item: { name, date, left, href }, x, y, width }: LineProps) {
  const format = useFormat();
  const { t } = useTranslation();
  const words = left < late ? t('deadline.late', { count: left }) : t('deadline.left', { count: left });
  const label = `${name}: ${format.date(date)}, ${words}`;
  const onTheLeft = x > width / 2;
  const room = Math.max(8, Math.floor(((onTheLeft ? x : width - x) - 24) / 6.6));
  const shown = name.length > room ? `${name.slice(0, room - 1)}…` : name;
  const content = (
    <>
      <title>{label}</title>
      <circle cx={x} cy={y - 4} r={5} className={left < late ? classes['markLate'] : classes['mark']} />
      <text
        x={x + (onTheLeft ? -11 : 11)}
        y={y}
        textAnchor={onTheLeft ? 'end' : 'start'}
        className={classes['label']}
      >
        {shown}
      </text>
    </>
  );
  return href === undefined ? (
    <g role="img" aria-label={label}>
      {content}
    </g>
  ) : (
    <a href={href} aria-label={label}>
      {content}
    </a>
  );
}
