import { List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { Page } from '../../parts/page.js';

/** The accessibility statement: what holds, how it is checked, what is known to be wanting. */
export function AccessibilityPage() {
  const { t } = useTranslation('help');
  return (
    <Page title={t('accessibility.title')} lead={t('accessibility.lead')}>
      <section>
        <Title order={2}>{t('accessibility.holds')}</Title>
        <List mt="xs">
          {(['keyboard', 'reader', 'contrast', 'size', 'motion', 'pictures'] as const).map((point) => (
            <List.Item key={point}>{t(`accessibility.points.${point}`)}</List.Item>
          ))}
        </List>
      </section>
      <section>
        <Title order={2}>{t('accessibility.checked')}</Title>
        <Text maw="44rem">{t('accessibility.checkedText')}</Text>
      </section>
      <section>
        <Title order={2}>{t('accessibility.wanting')}</Title>
        <List mt="xs">
          {(['english', 'sources', 'testers'] as const).map((point) => (
            <List.Item key={point}>{t(`accessibility.wants.${point}`)}</List.Item>
          ))}
        </List>
      </section>
      <section>
        <Title order={2}>{t('accessibility.tell')}</Title>
        <Text maw="44rem">{t('accessibility.tellText')}</Text>
      </section>
    </Page>
  );
}
