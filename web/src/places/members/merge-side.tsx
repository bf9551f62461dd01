import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import type { MergeEntry } from './use-merges.js';

/** One of two entries that may be one organisation, with what tells them apart. */
export function MergeSide({ label, entry }: { readonly label: string; readonly entry: MergeEntry }) {
  const { t } = useTranslation('merges');
  const format = useFormat();
  const { legalName, city, country, pic, vatNumber, websites, isMember, hasPeople } = entry;
  const facts = [
    [city, country === null ? null : format.country(country)].filter(Boolean).join(', '),
    pic === null ? null : t('pic', { pic }),
    vatNumber === null ? null : t('vat', { vat: vatNumber }),
    ...websites,
    isMember ? null : t('open'),
    hasPeople ? t('people') : null,
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <Stack gap={2} align="flex-start">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Anchor component={Link} to="/members/$reference" params={{ reference: entry.id } as never} fw={500}>
        {legalName}
      </Anchor>
      {facts.map((fact) => (
        <Text key={fact} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {fact}
        </Text>
      ))}
    </Stack>
  );
}
