import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { Picture } from './picture.js';
import classes from './pictures.module.css';

export interface Bar {
  readonly id: string;
  readonly name: string;
  /** its length; null: it is not told, and the text says why */
  readonly value: number | null;
  /** what stands beside it: "12", "fewer than 5", "38 %" */
  readonly text: string;
}

interface BarsProps {
  readonly title: string;
  /** what the bars are: "Stage" */
  readonly rowTitle: string;
  readonly items: readonly Bar[];
  readonly fileName: string;
  /** what a bar as wide as the picture stands for; absent: the longest */
  readonly most?: number;
}

const row = 42;

/** One bar under each name, as wide as its share of the most; the figure stands beside the name, so that nobody measures. */
export function Bars({ title, rowTitle, items, fileName, most }: BarsProps) {
  const { t } = useTranslation();
  const longest = most ?? Math.max(1e-9, ...items.map(({ value }) => value ?? 0));
  return (
    <Picture
      title={title}
      fileName={fileName}
      height={() => items.length * row + 4}
      table={
        <>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{rowTitle}</Table.Th>
              <Table.Th>{t('picture.how')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ id, name, text }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{text}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </>
      }
    >
      {(width) =>
        items.map(({ id, name, value, text }, index) => (
          <g key={id} transform={`translate(0 ${index * row})`}>
            <text x={0} y={14} className={classes['label']}>
              {name}
            </text>
            <text x={width} y={14} textAnchor="end" className={classes['label']} fontWeight={650}>
              {text}
            </text>
            <rect x={0} y={20} width={width} height={12} rx={3} className={classes['track']} />
            <rect
              x={0}
              y={20}
              width={(width * (value ?? 0)) / longest}
              height={12}
              rx={3}
              className={classes['mark']}
            />
          </g>
        ))
      }
    </Picture>
  );
}
