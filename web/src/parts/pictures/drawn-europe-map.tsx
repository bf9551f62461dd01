import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../format/use-format.js';
import { useRegions } from '../region/use-regions.js';
import { countryPaths, outline } from './europe-outline.js';
import type { EuropeMapProps } from './europe-map.js';
import { groupByRegion, type RegionGroup } from './group-by-region.js';
import { Picture } from './picture.js';
import classes from './pictures.module.css';
import { isShown, project } from './project.js';

/** Wider than this the map says no more. */
const widest = 760;

/** The map itself; EuropeMap loads it. */
export function DrawnEuropeMap({ title, items, fileName }: EuropeMapProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const regions = useRegions();
  const groups = groupByRegion(items);
  const drawn = groups.filter(({ point }) => point !== null && isShown(project(point)));
  const outside = groups.length - drawn.length;
  const here = new Set(groups.map(({ country }) => isoOf(country)));
  return (
    <Picture
      title={title}
      fileName={fileName}
      height={(width) => (outline.height / outline.width) * Math.min(width, widest)}
      note={outside > 0 ? t('picture.outside', { count: outside }) : null}
      table={
        <>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('picture.region')}</Table.Th>
              <Table.Th>{t('picture.country')}</Table.Th>
              <Table.Th>{t('picture.how')}</Table.Th>
              <Table.Th>{t('picture.who')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map(({ place, country, names }) => (
              <Table.Tr key={place}>
                <Table.Th scope="row">{place === '' ? t('notStated') : placeName(place)}</Table.Th>
                <Table.Td>{format.country(country)}</Table.Td>
                <Table.Td>{format.number(names.length)}</Table.Td>
                <Table.Td>{names.join('; ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </>
      }
    >
      {(width) => (
        <g transform={`translate(${Math.max(0, (width - widest) / 2)} 0)`}>
          <g transform={`scale(${Math.min(width, widest) / outline.width})`}>
            {Object.entries(countryPaths).map(([code, path]) => (
              <path
                key={code}
                d={path}
                className={here.has(code) ? classes['countryHere'] : classes['country']}
              />
            ))}
          </g>
          {drawn.map((group) => (
            <Circle
              key={group.place}
              name={placeName(group.place)}
              group={group}
              scale={Math.min(width, widest) / outline.width}
            />
          ))}
        </g>
      )}
    </Picture>
  );

  function placeName(place: string): string {
    return place.length === 2 ? format.country(place) : regions.nameOf(place);
  }
}

const isoOf = (country: string | null): string => ({ EL: 'GR', UK: 'GB' })[country ?? ''] ?? country ?? '';

/** The area of a circle grows with how many are there. */
function Circle({
  name,
  group: { point, names },
  scale,
}: {
  /** of the place */
  readonly name: string;
  readonly group: RegionGroup;
  readonly scale: number;
}) {
  if (point === null) return null;
  const inOutline = project(point);
  const [x, y] = [inOutline.x * scale, inOutline.y * scale];
  const radius = 5 + 3 * Math.sqrt(names.length);
  const label = `${name}: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' …' : ''}`;
  return (
    <g tabIndex={0} role="img" aria-label={label} className={classes['point']}>
      <title>{label}</title>
      <circle cx={x} cy={y} r={radius} />
      <text x={x} y={y + 3.5}>
        {names.length}
      </text>
    </g>
  );
}
