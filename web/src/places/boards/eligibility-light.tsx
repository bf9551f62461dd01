import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { AnchorLink } from '../../parts/link/anchor-link.js';
import { useCheck, type Board, type Check } from './use-board.js';

const icons = { pass: IconCircleCheck, fail: IconCircleX, 'needs-review': IconAlertTriangle } as const;
const colours = {
  pass: 'var(--tessera-good)',
  fail: 'var(--tessera-bad)',
  'needs-review': 'var(--tessera-warn)',
} as const;

interface ResultMarkProps {
  readonly result: Check['result'];
  /** of one rule: a single word */
  readonly short?: boolean;
}

/** A result in a word, an icon and a colour. */
export function ResultMark({ result, short = false }: ResultMarkProps) {
  const { t } = useTranslation('boards');
  const Icon = icons[result];
  return (
    <Group component="span" gap={4} wrap="nowrap" c={colours[result]} data-result={result}>
      <Icon size={18} aria-hidden />
      <Text component="span" size="sm" fw={600}>
        {short ? t(`ruleResults.${result}`) : t(`results.${result}`)}
      </Text>
    </Group>
  );
}

/** The eligibility light of a board, which leads to the rules behind it. */
export function EligibilityLight({ board }: { readonly board: Board }) {
  const { t } = useTranslation('boards');
  const check = useCheck(board.id, board.version);
  if (check.data === undefined) return null;
  return (
    <AnchorLink
      to={`/consortia/${board.id}/check` as never}
      underline="hover"
      aria-label={`${t('light')}: ${t(`results.${check.data.result}`)}`}
    >
      <ResultMark result={check.data.result} />
    </AnchorLink>
  );
}
