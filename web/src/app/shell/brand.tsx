import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Me } from '../session/use-me.js';

import classes from './shell.module.css';

/** The service's name and the cluster's mark, which lead home. */
export function Brand({ me }: { readonly me: Me | null }) {
  const { i18n } = useTranslation();
  const brand = me?.brand ?? null;
  const name = i18n.language === 'it' ? brand?.nameIt : brand?.nameEn;
  return (
    <Link to="/" className={classes['brand']}>
      <Group gap={8} wrap="nowrap">
        <img src="/tessera.svg" width={24} height={24} alt="" />
        <Text fw={700} size="lg" component="span">
          Tessera
        </Text>
        {brand !== null &&
          (brand.logoVersion === null ? (
            <Text size="sm" c="dimmed" component="span" visibleFrom="sm" truncate maw={280}>
              {name}
            </Text>
          ) : (
            <img
              className={classes['logo']}
              src={`/api/v1/me/logo?version=${brand.logoVersion}`}
              alt={name}
            />
          ))}
      </Group>
    </Link>
  );
}
