import { Anchor } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Leads to the sign-in, and from there back here. */
export function ToSignIn() {
  const { t } = useTranslation();
  const { pathname, searchStr } = useLocation();
  const next = pathname + searchStr;
  return (
    <Anchor component={Link} to="/sign-in" search={{ next } as never} inherit>
      {t('problem.toSignIn')}
    </Anchor>
  );
}
