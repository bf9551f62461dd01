import { Alert, Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ProblemError } from '../../api/problem.js';
import { hasRole, useMe } from '../../app/session/use-me.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { Said } from '../../parts/states/said.js';
import { BoardMoves } from './board-moves.js';
import { EligibilityLight } from './eligibility-light.js';
import { boardViews, viewAddress, type BoardView } from './board-views.js';
import { useBoard, type Board } from './use-board.js';
import { notReady } from './agreeing-deeds.js';
import { useDeeds, type Deeds } from './use-deeds.js';

/** What every view of a board is handed. */
export interface OnBoard {
  readonly board: Board;
  readonly deeds: Deeds;
  /** false for who only reads: managers */
  readonly mayChange: boolean;
}

interface BoardFrameProps {
  readonly shown: BoardView;
  readonly children: (on: OnBoard) => ReactNode;
}

/** What stands around every view of a board: title, state, light, the other views, and what was refused. */
export function BoardFrame({ shown, children }: BoardFrameProps) {
  const { t } = useTranslation('boards');
  const { id = '' } = useParams({ strict: false });
  const board = useBoard(id);
  const deeds = useDeeds(id);
  const mayChange = hasRole(useMe(), ['officer']);
  if (board.data === undefined)
    return (
      <Page title={t('one')}>
        {board.isError ? (
          <ProblemState error={board.error} onRetry={() => void board.refetch()} />
        ) : (
          <LoadingState lines={5} />
        )}
      </Page>
    );
  const on = { board: board.data, deeds, mayChange };
  return (
    <Page
      title={board.data.title}
      lead={<BoardLead board={board.data} />}
      actions={mayChange && <BoardMoves {...on} />}
    >
      <Stack gap="md">
        <Views id={id} shown={shown} />
        {deeds.problem !== null && deeds.problem.code !== notReady && (
          <Refused problem={deeds.problem} onClose={deeds.forget} />
        )}
        {children(on)}
      </Stack>
    </Page>
  );
}

function BoardLead({ board }: { readonly board: Board }) {
  const { t } = useTranslation('boards');
  return (
    <Group component="span" gap="xs">
      {board.opportunityIdentifier !== null && (
        <AnchorLink
          to="/opportunities/$reference"
          params={{ reference: board.opportunityIdentifier }}
          size="sm"
        >
          {board.opportunityIdentifier}
        </AnchorLink>
      )}
      {board.opportunityIdentifier === null && (
        <Text component="span" size="sm">
          {t('list.idea')}
        </Text>
      )}
      <Badge component="span" variant="light" c="var(--mantine-color-text)">
        {t(`states.${board.state}`)}
      </Badge>
      <EligibilityLight board={board} />
    </Group>
  );
}

function Views({ id, shown }: { readonly id: string; readonly shown: BoardView }) {
  const { t } = useTranslation('boards');
  return (
    <Group component="nav" gap="lg" aria-label={t('views.label')} className="no-print">
      {boardViews.map((view) => (
        <Anchor
          key={view}
          component={Link}
          to={viewAddress(id, view) as never}
          aria-current={view === shown ? 'page' : undefined}
          fw={view === shown ? 700 : 400}
          underline={view === shown ? 'always' : 'hover'}
        >
          {t(`views.${view}`)}
        </Anchor>
      ))}
    </Group>
  );
}

/** What was refused, and what to do; what a colleague did is on the board already. */
function Refused({ problem, onClose }: { readonly problem: ProblemError; readonly onClose: () => void }) {
  const { t } = useTranslation('boards');
  const { t: common } = useTranslation();
  return (
    <Alert
      role="alert"
      variant="outline"
      color="orange"
      c="var(--mantine-color-text)"
      title={t(problem.code === 'consortia.changed-meanwhile' ? 'conflict.title' : 'refused')}
      withCloseButton
      closeButtonLabel={common('close')}
      onClose={onClose}
    >
      <Said problem={problem} />
    </Alert>
  );
}
