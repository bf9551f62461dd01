import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Place } from '../place.js';
import classes from './shell.module.css';

interface ShortcutSheetProps {
  readonly places: readonly Place[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
}

/** The list of keys, and the switch that turns them off. */
export function ShortcutSheet({ places, opened, onClose, on, onTurn }: ShortcutSheetProps) {
  const { t } = useTranslation('shell');
  const withKey = places.filter(({ key }) => key !== null);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('shortcuts.close') }}
    >
      <Table>
        <Table.Tbody>
          <Row keys={['?']} text={t('shortcuts.help')} />
          <Row keys={['/']} text={t('shortcuts.search')} />
          {withKey.map(({ id, key }) => (
            <Row key={id} keys={['g', key ?? '']} text={t(`places.${id}`)} />
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        label={t('shortcuts.on')}
        checked={on}
        onChange={(event) => onTurn(event.currentTarget.checked)}
      />
    </Modal>
  );
}

function Row({ keys, text }: { readonly keys: readonly string[]; readonly text: string }) {
  return (
    <Table.Tr>
      <Table.Td className={classes['keys']}>
        {keys.map((key) => (
          <Kbd key={key} mr={4}>
            {key}
          </Kbd>
        ))}
      </Table.Td>
      <Table.Td>{text}</Table.Td>
    </Table.Tr>
  );
}
