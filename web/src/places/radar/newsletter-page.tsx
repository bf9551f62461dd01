import { Button, Group, NativeSelect, Paper, Stack, Tabs, Text, Textarea } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { asServed } from '../../parts/format/as-served.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { Page } from '../../parts/page.js';
import { QueryState } from '../../parts/states/query-state.js';
import { periods } from './radar-search.js';

/** A block to paste into the cluster's newsletter. */
export function NewsletterPage() {
  const { t, i18n } = useTranslation('radar');
  const [lang, setLang] = useState<'it' | 'en'>(asServed(i18n.language));
  const [within, setWithin] = useState(180);
  const [limit, setLimit] = useState(6);
  const block = useQuery({
    queryKey: ['newsletter', lang, within, limit],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/api/v1/insights/newsletter', { params: { query: { lang, within, limit } } })),
  });
  return (
    <Page title={t('newsletter.title')} lead={t('newsletter.lead')}>
      <AnchorLink to="/radar">{t('call.back')}</AnchorLink>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('newsletter.language')}
          value={lang}
          onChange={({ currentTarget: { value } }) => setLang(value === 'en' ? 'en' : 'it')}
          data={[
            { value: 'it', label: 'Italiano' },
            { value: 'en', label: 'English' },
          ]}
        />
        <NativeSelect
          label={t('filters.within')}
          value={within}
          onChange={({ currentTarget: { value } }) => setWithin(Number(value))}
          data={periods.map((days) => ({ value: String(days), label: t('filters.days', { count: days }) }))}
        />
        <NativeSelect
          label={t('newsletter.limit')}
          value={limit}
          onChange={({ currentTarget: { value } }) => setLimit(Number(value))}
          data={['3', '6', '10', '20']}
        />
      </Group>
      <QueryState query={block}>
        {({ html, text }) => (
          <Tabs defaultValue="text" keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="text">{t('newsletter.asText')}</Tabs.Tab>
              <Tabs.Tab value="html">{t('newsletter.asHtml')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="text" pt="sm">
              <Block label={t('newsletter.asText')} content={text} />
            </Tabs.Panel>
            <Tabs.Panel value="html" pt="sm">
              <Block label={t('newsletter.asHtml')} content={html} />
            </Tabs.Panel>
          </Tabs>
        )}
      </QueryState>
    </Page>
  );
}

function Block({ label, content }: { readonly label: string; readonly content: string }) {
  const { t } = useTranslation('radar');
  const tell = useTell();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(content);
    tell(t('newsletter.copied'));
  };
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Textarea aria-label={label} value={content} readOnly rows={16} w="100%" />
        <Button onClick={() => void copy()}>{t('newsletter.copy')}</Button>
        <Text size="sm" c="dimmed">
          {t('newsletter.note')}
        </Text>
      </Stack>
    </Paper>
  );
}
