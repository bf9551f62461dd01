import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useFormat } from '../../parts/format/use-format.js';
import { QueryState } from '../../parts/states/query-state.js';
import { Section } from './section.js';
import { useChange } from './use-change.js';

/** The address by which calendar programs fetch the deadlines of what one saved; shown once, and made anew at will. */
export function CalendarSection() {
  const { t } = useTranslation('account');
  const format = useFormat();
  const calendar = useQuery({
    queryKey: ['account', 'calendar'],
    queryFn: () => answered(api.GET('/api/v1/me/calendar')),
  });
  const make = useChange((_: null) => answered(api.POST('/api/v1/me/calendar')));
  const end = useChange((_: null) => answered(api.DELETE('/api/v1/me/calendar')));
  return (
    <Section title={t('calendar.title')} lead={t('calendar.lead')} error={make.error ?? end.error}>
      <QueryState query={calendar}>
        {({ since }) => (
          <Stack gap="sm">
            {since !== null && <Text>{t('calendar.since', { since: format.dateTime(since) })}</Text>}
            {since !== null && make.data && (
              <Stack gap="xs">
                <Text role="status">{t('calendar.keep')}</Text>
                <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                  {make.data.url}
                </Code>
                <CopyButton value={make.data.url}>
                  {({ copied, copy }) => (
                    <Group>
                      <Button variant="default" onClick={copy}>
                        {t(copied ? 'calendar.copied' : 'calendar.copy')}
                      </Button>
                    </Group>
                  )}
                </CopyButton>
              </Stack>
            )}
            <Group>
              <Button variant="default" loading={make.isPending} onClick={() => make.mutate(null)}>
                {t(since === null ? 'calendar.make' : 'calendar.renew')}
              </Button>
              {since !== null && (
                <Button
                  variant="default"
                  loading={end.isPending}
                  onClick={() => end.mutate(null, { onSuccess: () => make.reset() })}
                >
                  {t('calendar.end')}
                </Button>
              )}
            </Group>
          </Stack>
        )}
      </QueryState>
    </Section>
  );
}
