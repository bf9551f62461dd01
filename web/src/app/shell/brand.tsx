import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import classes from './shell.module.css';

/** The name, which leads home. */
export function Brand() {
  return (
    <Link to="/" className={classes['brand']}>
      <Group gap={8} wrap="nowrap">
        <img src="/tessera.svg" width={24} height={24} alt="" />
        <Text fw={700} size="lg" component="span">
          Tessera
        </Text>
      </Group>
    </Link>
  );
}
