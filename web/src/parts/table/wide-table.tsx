import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface WideTableProps {
  /** what the table lists, for who reads with the ears */
  readonly caption: string;
  readonly children: ReactNode;
}

/** A table that scrolls sideways inside itself where it is wider than the page; the keyboard reaches it. */
export function WideTable({ caption, children }: WideTableProps) {
  return (
    <div tabIndex={0} role="region" aria-label={caption} style={{ overflowX: 'auto' }}>
      <Table verticalSpacing="xs" highlightOnHover>
        {children}
      </Table>
    </div>
  );
}
