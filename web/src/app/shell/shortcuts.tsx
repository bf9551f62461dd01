import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { Place } from '../place.js';
import { shortcutsAsked } from './open-shortcuts.js';
import classes from './shell.module.css';

/** How long "g" waits for the letter of a place, in milliseconds. */
const waits = 1_500;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Keys for who prefers them, and the sheet that names them; they can be turned off (WCAG 2.1.4). */
export function Shortcuts({ places }: { readonly places: readonly Place[] }) {
  const { t } = useTranslation('shell');
  const [opened, { open, close }] = useDisclosure(false);
  const [on, setOn] = useLocalStorage({ key: 'tessera.shortcuts', defaultValue: true });
  useShortcuts(places, on, open);
  const withKey = places.filter(({ key }) => key !== null);
  return (
    <Modal
      opened={opened}
      onClose={close}
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
        onChange={(event) => setOn(event.currentTarget.checked)}
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

function useShortcuts(places: readonly Place[], on: boolean, help: () => void): void {
  const navigate = useNavigate();
  const goUntil = useRef(0);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (!on) return;
      if (event.key === '?') return help();
      if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('#main input[type="search"]');
        if (search) {
          event.preventDefault();
          search.focus();
        }
        return;
      }
      const place =
        event.timeStamp < goUntil.current ? places.find(({ key }) => key === event.key) : undefined;
      goUntil.current = event.key === 'g' ? event.timeStamp + waits : 0;
      if (place) void navigate({ to: place.to });
    };
    document.addEventListener('keydown', pressed);
    document.addEventListener(shortcutsAsked, help);
    return () => {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener(shortcutsAsked, help);
    };
  }, [places, on, help, navigate]);
}
