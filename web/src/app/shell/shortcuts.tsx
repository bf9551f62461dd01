import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';

import type { Place } from '../place.js';
import { shortcutsAsked } from './open-shortcuts.js';

/** How long "g" waits for the letter of a place, in milliseconds. */
const waits = 1_500;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const Sheet = lazy(async () => ({ default: (await import('./shortcut-sheet.js')).ShortcutSheet }));

/** Keys for who prefers them, and the sheet that names them; they can be turned off (WCAG 2.1.4). */
export function Shortcuts({ places }: { readonly places: readonly Place[] }) {
  const [opened, { open, close }] = useDisclosure(false);
  const [wanted, setWanted] = useState(false);
  const [on, setOn] = useLocalStorage({ key: 'tessera.shortcuts', defaultValue: true });
  useShortcuts(places, on, () => {
    setWanted(true);
    open();
  });
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Sheet places={places} opened={opened} onClose={close} on={on} onTurn={setOn} />
    </Suspense>
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
