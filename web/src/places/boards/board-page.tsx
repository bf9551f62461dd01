import { Grid, Stack } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';

import { BoardFrame, type OnBoard } from './board-frame.js';
import { BoardHistory } from './board-history.js';
import { CallTextPanel } from './call-text-panel.js';
import { CoverageSection } from './coverage-section.js';
import { NeedList } from './need-list.js';
import { SeatColumns } from './seat-columns.js';

const GuestLinks = lazy(async () => ({ default: (await import('./guest-links.js')).GuestLinks }));

/** A board: the call on the left, who covers what on the right. */
export function BoardPage() {
  return <BoardFrame shown="board">{(on) => <Contents {...on} />}</BoardFrame>;
}

function Contents(on: OnBoard) {
  const { board } = on;
  const [shownNeed, setShownNeed] = useState<string | null>(null);
  const cites = board.needs.find(({ id }) => id === shownNeed)?.cites ?? [];
  return (
    <Grid>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <CallTextPanel board={board} marked={cites} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack gap="lg">
          <CoverageSection board={board} />
          <SeatColumns {...on} />
          {on.mayChange && (
            <Suspense>
              <GuestLinks {...on} />
            </Suspense>
          )}
          <NeedList {...on} shown={shownNeed} onShow={setShownNeed} />
          <BoardHistory board={board} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
