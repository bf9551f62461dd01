import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { Deadline } from '../deadline/deadline.js';
import { useFormat } from '../format/use-format.js';

type Call = components['schemas']['OpportunitySummary'];
type Budget = components['schemas']['BudgetResponse'];

interface CallMetaProps {
  readonly call: Call;
  readonly budget?: Budget | null;
}

/** What kind of call it is, when it closes, what it pays, and what changed lately. */
export function CallMeta({ call, budget = null }: CallMetaProps) {
  const { t } = useTranslation('calls');
  const next = nextDeadline(call);
  return (
    <Group gap="xs">
      <Text component="span" size="sm">
        {call.actionTypes.length > 0 ? call.actionTypes.join(', ') : t(`kinds.${call.kind}`)}
      </Text>
      <Text component="span" size="sm" c="dimmed">
        {call.identifier}
      </Text>
      {call.kind !== 'pilot' && call.kind !== 'demo-case' && (
        <Text component="span" size="sm">
          <Deadline date={next} />
        </Text>
      )}
      {call.status === 'forthcoming' && <Badge variant="light">{t('status.forthcoming')}</Badge>}
      {call.status === 'withdrawn' && (
        <Badge variant="outline" color="gray" c="var(--mantine-color-text)">
          {t('status.withdrawn')}
        </Badge>
      )}
      <Amount budget={budget} />
      {call.invented && (
        <Badge variant="outline" color="gray" c="var(--mantine-color-text)">
          {t('invented')}
        </Badge>
      )}
      <Changed call={call} />
    </Group>
  );
}

function Amount({ budget }: { readonly budget: Budget | null }) {
  const { t } = useTranslation('calls');
  const format = useFormat();
  if (budget === null) return null;
  const { perProjectMinEur: min, perProjectMaxEur: max } = budget;
  if (min === null && max === null) return null;
  const text =
    min !== null && max !== null && min !== max
      ? t('amount.between', { min: format.money(min), max: format.money(max) })
      : t('amount.one', { amount: format.money(max ?? min) });
  return (
    <Text component="span" size="sm">
      {text}
    </Text>
  );
}

/** The date that stood before stays in sight. */
function Changed({ call }: { readonly call: Call }) {
  const { t } = useTranslation('calls');
  const format = useFormat();
  if (call.changed === null) return null;
  const before = call.changed.deadlinesBefore;
  return (
    <Text component="span" size="sm" c="var(--tessera-warn)" fw={600}>
      {before !== null && before.length > 0
        ? t('changed.deadline', { before: before.map(({ at }) => format.date(at)).join(', ') })
        : t('changed.on', { date: format.date(call.changed.at) })}
    </Text>
  );
}

/** The first that is still to come, else the last there was; null: none is stated. */
export function nextDeadline({ deadlines }: Pick<Call, 'deadlines'>, now = new Date()): string | null {
  const days = deadlines.map(({ at }) => at).sort();
  return days.find((at) => Date.parse(at) >= now.getTime()) ?? days.at(-1) ?? null;
}
