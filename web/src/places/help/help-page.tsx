import { useTranslation } from 'react-i18next';
import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { openShortcuts } from '../../app/shell/open-shortcuts.js';
import { Page } from '../../parts/page.js';

/** The words of calls and of this product, in plain language. */
const words = ['ria', 'ia', 'csa', 'trl', 'lumpSum', 'pic', 'coordinator', 'cascade', 'pilot'] as const;

/** Help: a glossary, and what the figures mean. */
export function HelpPage() {
  const { t } = useTranslation('help');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Group gap="md">
        <Anchor component={Link} to="/help/figures">
          {t('figures.title')}
        </Anchor>
        <Anchor component={Link} to="/help/accessibility">
          {t('accessibility.title')}
        </Anchor>
        <Button variant="default" onClick={openShortcuts}>
          {t('shortcuts')}
        </Button>
      </Group>
      <section>
        <Title order={2} id="glossary">
          {t('glossary.title')}
        </Title>
        <dl>
          {words.map((word) => (
            <div key={word} id={word}>
              <Text component="dt" fw={650} mt="sm">
                {t(`glossary.${word}.word`)}
              </Text>
              <Text component="dd" m={0} maw="44rem">
                {t(`glossary.${word}.meaning`)}
              </Text>
            </div>
          ))}
        </dl>
      </section>
    </Page>
  );
}
