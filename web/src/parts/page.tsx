import { Group, Stack, Text, Title } from '@mantine/core';
import { useMatch } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';

interface PageProps {
  /** the one heading of level 1, and the window's title */
  readonly title: string;
  /** one sentence on what the page is for */
  readonly lead?: ReactNode;
  /** what one can do with the page as a whole */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A page of a place: heading, a sentence, actions, content. */
export function Page({ title, lead, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnArrival(heading);
  useEffect(() => {
    document.title = `${title} · Tessera`;
  }, [title]);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 20rem">
          <Title order={1} tabIndex={-1} ref={heading}>
            {title}
          </Title>
          {lead !== undefined && (
            <Text c="dimmed" maw="44rem">
              {lead}
            </Text>
          )}
        </Stack>
        {actions !== undefined && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}

/** Of the page that was shown last; null until the first is. */
let shownPath: string | null = null;

/**
 * Another page begins at its heading, for who reads with the ears or moves with the keys. The heading itself takes the
 * focus when it is there: a page may still wait for its script or its words when the address has changed.
 */
function useFocusOnArrival(heading: RefObject<HTMLHeadingElement | null>): void {
  const path = useMatch({ strict: false, shouldThrow: false, select: ({ pathname }) => pathname }) ?? null;
  useEffect(() => {
    if (shownPath !== null && shownPath !== path) heading.current?.focus({ preventScroll: true });
    shownPath = path;
  }, [heading, path]);
}
