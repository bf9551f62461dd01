import { Group, Stack, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { CsvButton } from '../export/csv-button.js';
import classes from './pictures.module.css';

/** How much there is: nothing, little, some, much. The text of the cell says it too. */
export type MatrixLevel = 0 | 1 | 2 | 3;

export interface MatrixCell {
  readonly level: MatrixLevel;
  /** what the cell says: "strong", "3 members" */
  readonly text: string;
  /** the list behind the cell: an address of these pages */
  readonly href?: string;
  /** shows elsewhere what is behind the cell; `pressed`: it is shown now */
  readonly press?: { readonly onPress: () => void; readonly pressed: boolean };
}

interface MatrixProps {
  /** "Coverage: ecosystem by programme part" */
  readonly title: string;
  /** what the rows are: "Ecosystem" */
  readonly rowTitle: string;
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly cell: (row: string, column: string) => MatrixCell;
  readonly fileName: string;
}

/** A table whose cells are shaded by how much there is, and say it; nothing has a dashed frame. A table already, so its own twin. */
export function Matrix({ title, rowTitle, columns, rows, cell, fileName }: MatrixProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Group justify="flex-end" className="no-print">
        <CsvButton
          name={fileName}
          header={[rowTitle, ...columns.map(({ name }) => name)]}
          rows={() => rows.map((row) => [row.name, ...columns.map(({ id }) => cell(row.id, id).text)])}
        />
      </Group>
      <div tabIndex={0} role="region" aria-label={title} style={{ overflowX: 'auto' }}>
        <table className={classes['matrix']}>
          <caption className={classes['small']}>{`${title} · ${t('picture.shading')}`}</caption>
          <thead>
            <tr>
              <th scope="col">{rowTitle}</th>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {columns.map(({ id }) => (
                  <Shaded key={id} {...cell(row.id, id)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Stack>
  );
}

function Shaded({ level, text, href, press }: MatrixCell): ReactNode {
  return (
    <td className={`${classes['cell']} ${classes[`level${level}`]}`}>
      {press !== undefined && (
        <UnstyledButton className={classes['press']} aria-pressed={press.pressed} onClick={press.onPress}>
          {text}
        </UnstyledButton>
      )}
      {press === undefined && (href === undefined ? text : <Link to={href}>{text}</Link>)}
    </td>
  );
}
