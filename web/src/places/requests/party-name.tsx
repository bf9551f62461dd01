import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { useRegions } from '../../parts/region/use-regions.js';
import type { Party } from './use-requests.js';

/** One side by name, or what may be told of it behind its mask. */
export function PartyName({ party }: { readonly party: Party }) {
  const { name, organisation } = party;
  const masked = useMaskedWords()(party);
  if (name === null) return <Text span>{masked}</Text>;
  if (organisation === null) return <Text span>{name}</Text>;
  return (
    <Anchor component={Link} to={`/organisations/${organisation}`} inherit>
      {name}
    </Anchor>
  );
}

/** `Firm, small or medium-sized, Italy (Lombardia): name told on acceptance`. */
export function useMaskedWords(): (party: Party) => string {
  const { t } = useTranslation('requests');
  const { t: calls } = useTranslation('calls');
  const format = useFormat();
  const regions = useRegions();
  return ({ type, sme, country, region }) => {
    const parts = [
      type === null ? t('masked.somebody') : calls(`types.${type}`),
      sme === true ? calls('sme') : null,
      country === null
        ? null
        : format.country(country) + (region === null ? '' : ` (${regions.nameOf(region)})`),
    ];
    return t('masked.whole', { what: parts.filter((part) => part !== null).join(', ') });
  };
}
