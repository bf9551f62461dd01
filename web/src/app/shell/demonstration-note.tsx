import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { isDemonstrationOfficer, type Me } from '../session/use-me.js';
import classes from './shell.module.css';

/** Says that an open demonstration takes whoever looks for an officer (docs/adr/0008). */
export function DemonstrationNote({ me }: { readonly me: Me | null }) {
  const { t } = useTranslation('shell');
  if (!isDemonstrationOfficer(me)) return null;
  const [cluster] = me?.clusters ?? [];
  return (
    <div className={`${classes['note']} no-print`} role="note">
      {cluster ? t('demonstration', { cluster: cluster.slug.toUpperCase() }) : t('demonstrationEmpty')}{' '}
      <Anchor component={Link} to="/" size="sm">
        {t('beSomebodyElse')}
      </Anchor>
    </div>
  );
}
