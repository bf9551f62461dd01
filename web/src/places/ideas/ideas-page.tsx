import { Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { hasRole, useMe } from '../../app/session/use-me.js';
import { StartBoardButton } from '../../parts/call/start-board-button.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { CallChoice } from './call-choice.js';
import { FoundPartners } from './found-partners.js';
import type { Sought } from './use-found-partners.js';
import { useKeptIdeas, type KeptIdea } from './use-kept-ideas.js';

type Door = 'idea' | 'join';

/** Shorter texts say too little to find anybody by; longer ones are refused. */
const shortest = 20;
const longest = 50_000;
/** What a board takes of an idea. */
const longestIdea = 20_000;
/** Who belongs to a cluster or a member of one. */
const keepers = ['member', 'editor', 'committer', 'officer'] as const;

/** Comes when there is something to keep. */
const KeepIdea = lazy(async () => ({ default: (await import('./keep-idea.js')).KeepIdea }));

/** A kept idea is opened with the text that it was kept with, so that the same partners are found. */
export function IdeasPage() {
  const { kept } = useSearch({ from: '/ideas' });
  const ideas = useKeptIdeas(kept !== undefined);
  if (kept === undefined) return <Doors opened={null} own={null} />;
  return (
    <QueryState query={ideas}>
      {({ own, shown }) => {
        const mine = own.find(({ id }) => id === kept) ?? null;
        const opened = mine ?? shown.find(({ id }) => id === kept) ?? null;
        return <Doors key={kept} opened={opened?.text ?? null} own={mine} />;
      }}
    </QueryState>
  );
}

interface DoorsProps {
  /** text of a kept idea */
  readonly opened: string | null;
  /** that idea, where it is one's own */
  readonly own: KeptIdea | null;
}

/** Two doors: I have an idea, I want to join. */
function Doors({ opened, own }: DoorsProps) {
  const { t } = useTranslation('ideas');
  const { call } = useSearch({ from: '/ideas' });
  const me = useMe();
  const navigate = useNavigate({ from: '/ideas' });
  const [door, setDoor] = useState<Door>(call === undefined ? 'idea' : 'join');
  const [text, setText] = useState(opened);
  const sought: Sought | null =
    door === 'join' ? (call === undefined ? null : { call }) : text === null ? null : { text };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={hasRole(me, keepers) && <AnchorLink to="/ideas/kept">{t('kept')}</AnchorLink>}
    >
      <SegmentedControl
        aria-label={t('doors')}
        value={door}
        onChange={(value) => {
          setDoor(value);
          setText(null);
        }}
        data={[
          { value: 'idea', label: t('door.idea') },
          { value: 'join', label: t('door.join') },
        ]}
      />
      {door === 'idea' ? (
        <IdeaForm opened={opened ?? ''} onSeek={setText} />
      ) : (
        <CallChoice
          chosen={call ?? null}
          onChoose={(reference) =>
            void navigate({ search: (before) => ({ ...before, call: reference }), resetScroll: false })
          }
        />
      )}
      {sought !== null && <Found key={JSON.stringify(sought)} sought={sought} own={own} />}
    </Page>
  );
}

interface FoundProps {
  readonly sought: Sought;
  readonly own: KeptIdea | null;
}

/** What can be done with what is sought, and who was found for it. */
function Found({ sought, own }: FoundProps) {
  const me = useMe();
  const text = 'text' in sought ? sought.text : null;
  return (
    <>
      {hasRole(me, ['officer']) && (
        <div>
          <StartBoardButton
            from={
              'call' in sought ? { opportunity: sought.call } : { idea: sought.text.slice(0, longestIdea) }
            }
          />
        </div>
      )}
      {text !== null && hasRole(me, keepers) && (
        <Suspense fallback={<LoadingState lines={2} />}>
          <KeepIdea key={own?.id} text={text} open={own} />
        </Suspense>
      )}
      <FoundPartners sought={sought} />
    </>
  );
}

interface IdeaFormProps {
  readonly opened: string;
  readonly onSeek: (text: string) => void;
}

function IdeaForm({ opened, onSeek }: IdeaFormProps) {
  const { t } = useTranslation('ideas');
  const [text, setText] = useState(opened);
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
