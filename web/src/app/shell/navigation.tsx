import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Place } from '../place.js';
import classes from './shell.module.css';

interface NavigationProps {
  readonly places: readonly Place[];
  readonly onGo: () => void;
}

/** The places of whoever looks. */
export function Navigation({ places, onGo }: NavigationProps) {
  const { t } = useTranslation('shell');
  return (
    <nav aria-label={t('navigation')}>
      <ul className={classes['list']}>
        {places.map(({ id, to, icon: Icon }) => (
          <li key={id}>
            <Link to={to} className={classes['entry']} onClick={onGo}>
              <Icon size={20} stroke={1.6} aria-hidden />
              {t(`places.${id}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
