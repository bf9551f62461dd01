import { Table } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

import classes from './wide-table.module.css';

interface WideTableProps {
  /** what the table lists, for who reads with the ears */
  readonly caption: string;
  /** a picture made of cells, which says nothing row by row: it stays as it is on a telephone */
  readonly matrix?: boolean;
  readonly children: ReactNode;
}

/**
 * A table that scrolls sideways inside itself where it is wider than the page; the keyboard reaches it. On a telephone
 * its rows stand below each other, each figure under the heading of its column.
 */
export function WideTable({ caption, matrix = false, children }: WideTableProps) {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (matrix || table.current === null) return;
    const rows = table.current;
    const label = (): void => nameCells(rows);
    label();
    const watch = new MutationObserver(label);
    watch.observe(rows, { childList: true, characterData: true, subtree: true });
    return () => watch.disconnect();
  }, [matrix]);
  return (
    <div tabIndex={0} role="region" aria-label={caption} style={{ overflowX: 'auto' }}>
      <Table
        ref={table}
        verticalSpacing="xs"
        highlightOnHover
        {...(matrix ? {} : { className: classes['rows'] ?? '' })}
      >
        {children}
      </Table>
    </div>
  );
}

/** Each cell is told its column's heading, for the style sheet to write above it. */
function nameCells(table: HTMLTableElement): void {
  const headings = Array.from(table.tHead?.rows[0]?.cells ?? [], ({ textContent }) => textContent);
  for (const { cells } of [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])].flatMap(({ rows }) => [
    ...rows,
  ]))
    for (const cell of cells) cell.dataset['heading'] = headings[cell.cellIndex] ?? '';
}
