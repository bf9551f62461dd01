import { ActionIcon } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The figures that the help page explains: each has a heading of this name there. */
export type Explained = 'fit' | 'reasons' | 'deadlines' | 'map' | 'matrix' | 'success';

/** A small question mark beside a figure, which leads to what it means. */
export function WhatIsThis({ about }: { readonly about: Explained }) {
  const { t } = useTranslation();
  const name = t(`whatIsThis.${about}`);
  return (
    <ActionIcon
      component={Link}
      to="/help/figures"
      hash={about}
      variant="subtle"
      color="gray"
      size="sm"
      className="no-print"
      aria-label={name}
      title={name}
    >
      <IconHelp size={16} aria-hidden />
    </ActionIcon>
  );
}
