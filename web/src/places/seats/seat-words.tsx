import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { Deadline } from '../../parts/deadline/deadline.js';
import { useFormat } from '../../parts/format/use-format.js';
import type { GuestSeat, OwnSeat } from './use-seats.js';

/** What the seat is for: role, words of the call, readiness, effort, share of the budget, until when. */
export function SeatWords({ seat }: { readonly seat: OwnSeat | GuestSeat }) {
  const { t, i18n } = useTranslation('seats');
  const format = useFormat();
  const { cluster, deadline, participation, needs, effortMonths } = seat;
  const share = 'budgetShare' in seat ? seat.budgetShare : null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="seat-words">
      <Title order={2} id="seat-words">
        {t('seat.title')}
      </Title>
      <Text>
        {t('seat.from', { cluster: i18n.language.startsWith('it') ? cluster.nameIt : cluster.nameEn })}
      </Text>
      <Text>
        {t(`participations.${participation}`)} · <Deadline date={deadline} />
      </Text>
      {participation === 'facilitator' && <Text size="sm">{t('seat.facilitator')}</Text>}
      <Text size="sm">
        {t('seat.effort', { count: effortMonths ?? 0, text: format.number(effortMonths) })} ·{' '}
        {t('seat.share', { share: format.share(share === null ? null : share / 100) })}
      </Text>
      {needs.length === 0 && <Text>{t('seat.noNeeds')}</Text>}
      {needs.map((need, place) => (
        <Stack key={place} gap={4}>
          <Title order={3}>{t(`roles.${need.role}`)}</Title>
          <Text>{need.text}</Text>
          {'trlFrom' in need && (need.trlFrom !== null || need.trlTo !== null) && (
            <Text size="sm">
              {t('seat.trl', {
                from: need.trlFrom ?? format.number(null),
                to: need.trlTo ?? format.number(null),
              })}
            </Text>
          )}
          {need.cites.length > 0 && (
            <>
              <Text size="sm" c="dimmed">
                {t('seat.because')}
              </Text>
              <List size="sm">
                {need.cites.map((cite) => (
                  <List.Item key={cite}>
                    <q>{cite}</q>
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </Stack>
      ))}
    </Stack>
  );
}
