import { Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { hasRole, useMe } from '../../app/session/use-me.js';
import { StartBoardButton } from '../../parts/call/start-board-button.js';
import { Page } from '../../parts/page.js';
import { CallChoice } from './call-choice.js';
import { FoundPartners } from './found-partners.js';
import type { Sought } from './use-found-partners.js';

type Door = 'idea' | 'join';

/** Shorter texts say too little to find anybody by; longer ones are refused. */
const shortest = 20;
const longest = 50_000;
/** What a board takes of an idea. */
const longestIdea = 20_000;

/** Two doors: I have an idea, I want to join. */
export function IdeasPage() {
  const { t } = useTranslation('ideas');
  const { call } = useSearch({ from: '/ideas' });
  const mayStart = hasRole(useMe(), ['officer']);
  const [door, setDoor] = useState<Door>(call === undefined ? 'idea' : 'join');
  const [sought, setSought] = useState<Sought | null>(call === undefined ? null : { call });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <SegmentedControl
        aria-label={t('doors')}
        value={door}
        onChange={(value) => {
          setDoor(value);
          setSought(null);
        }}
        data={[
          { value: 'idea', label: t('door.idea') },
          { value: 'join', label: t('door.join') },
        ]}
      />
      {door === 'idea' ? (
        <IdeaForm onSeek={(text) => setSought({ text })} />
      ) : (
        <CallChoice
          chosen={sought !== null && 'call' in sought ? sought.call : null}
          onChoose={(reference) => setSought({ call: reference })}
        />
      )}
      {sought !== null && mayStart && (
        <div>
          <StartBoardButton
            from={
              'text' in sought ? { idea: sought.text.slice(0, longestIdea) } : { opportunity: sought.call }
            }
          />
        </div>
      )}
      {sought !== null && <FoundPartners key={JSON.stringify(sought)} sought={sought} />}
    </Page>
  );
}

function IdeaForm({ onSeek }: { readonly onSeek: (text: string) => void }) {
  const { t } = useTranslation('ideas');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const idea = text.trim();
    const wrong = idea.length < shortest ? t('tooShort', { count: shortest }) : null;
    setProblem(wrong);
    if (wrong === null) onSeek(idea);
    else field.current?.focus();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea
          ref={field}
          label={t('idea.label')}
          description={t('idea.hint')}
          autosize
          minRows={5}
          maxRows={16}
          maxLength={longest}
          value={text}
          error={problem}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit">{t('idea.go')}</Button>
          <Text size="sm" c="dimmed">
            {t('idea.notKept')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
