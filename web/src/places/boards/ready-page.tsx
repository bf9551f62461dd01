import { Stack } from '@mantine/core';

import { QueryState } from '../../parts/states/query-state.js';
import { BoardFrame, type OnBoard } from './board-frame.js';
import { HandoverSection } from './handover-section.js';
import { NeedTexts } from './need-texts.js';
import { OutcomeSection } from './outcome-section.js';
import { ReadinessSection } from './readiness-section.js';
import { useOutcome, useReadiness } from './use-agreeing.js';

/** From ready to what came of it: what is missing, agree, hand over, and say what became of it. */
export function ReadyPage() {
  return <BoardFrame shown="ready">{(on) => <Contents {...on} />}</BoardFrame>;
}

/** From when on there is something to say of what became of it. */
const over: readonly OnBoard['board']['state'][] = ['agreed', 'submitted', 'funded', 'not-funded'];

function Contents(on: OnBoard) {
  const { board, mayChange } = on;
  const readiness = useReadiness(board);
  const outcome = useOutcome(board);
  return (
    <Stack gap="lg">
      {over.includes(board.state) && (
        <QueryState query={outcome}>{(data) => <OutcomeSection {...on} outcome={data} />}</QueryState>
      )}
      <QueryState query={readiness}>{(data) => <ReadinessSection {...on} readiness={data} />}</QueryState>
      {mayChange && <HandoverSection board={board} />}
      {mayChange && <NeedTexts board={board} />}
    </Stack>
  );
}
