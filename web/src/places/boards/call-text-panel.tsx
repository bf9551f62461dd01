import { Anchor, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { QueryState } from '../../parts/states/query-state.js';
import classes from './boards.module.css';
import { useCallText, type Board, type CallText, type Need } from './use-board.js';

interface CallTextPanelProps {
  readonly board: Board;
  /** sentences to point out: those of the need that is looked at */
  readonly marked: Need['cites'];
}

/** Kinds of passages in the order in which an officer reads them. */
const order = ['outcome', 'need', 'scope', 'conditions', 'summary', 'theme', 'destination', 'other'] as const;
type Kind = (typeof order)[number];
const kindOf = (kind: string): Kind => order.find((known) => known === kind) ?? 'other';

/** What the call says, sentence by sentence, in its own words. */
export function CallTextPanel({ board, marked }: CallTextPanelProps) {
  const { t } = useTranslation('boards');
  const text = useCallText(board.id);
  return (
    <Paper withBorder component="section" aria-labelledby="call-text" className={classes['call']}>
      <details open={isWide()} className={classes['callDetails']}>
        <summary>
          <Title order={2} id="call-text" component="span" size="h2" role="heading" aria-level={2}>
            {t(board.opportunityId === null ? 'text.idea' : 'text.title')}
          </Title>
        </summary>
        <div className={classes['callText']} tabIndex={0} role="region" aria-labelledby="call-text">
          <QueryState query={text}>{(data) => <Passages text={data} marked={marked} />}</QueryState>
        </div>
      </details>
    </Paper>
  );
}

/** Beside the board there is room for it; above it, it waits to be opened. */
const isWide = (): boolean => window.matchMedia('(min-width: 75em)').matches;

function Passages({ text, marked }: { readonly text: CallText; readonly marked: Need['cites'] }) {
  const { t } = useTranslation('boards');
  const passages = text.passages
    .filter(({ sentences }) => sentences.length > 0)
    .sort((a, b) => order.indexOf(kindOf(a.kind)) - order.indexOf(kindOf(b.kind)));
  const isMarked = ({ section, start }: { section: number; start: number }): boolean =>
    marked.some((cite) => cite.section === section && cite.start === start);
  return (
    <Stack gap="sm">
      {passages.length === 0 && <Text>{t('text.nothing')}</Text>}
      {text.demands.length > 0 && (
        <Stack gap={4}>
          <Title order={3}>{t('text.demands')}</Title>
          <List spacing={4} size="sm">
            {text.demands.map(({ kind, atLeast, of, text: sentence }, place) => (
              <List.Item key={place}>
                {t(`demands.${kind}`, { count: atLeast ?? 0, of: of ?? t('demands.places') })}
                <Text size="xs" c="dimmed">
                  {sentence}
                </Text>
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
      {passages.map(({ kind, heading, language, sentences }, place) => (
        <Stack key={place} gap={4} lang={language ?? undefined}>
          <Title order={3} {...(heading === null ? {} : { lang: language ?? undefined })}>
            {heading ?? t(`text.kinds.${kindOf(kind)}`)}
          </Title>
          <List spacing={6} size="sm">
            {sentences.map((sentence) => (
              <List.Item key={sentence.start}>
                {isMarked(sentence) ? <mark>{sentence.text}</mark> : sentence.text}
              </List.Item>
            ))}
          </List>
        </Stack>
      ))}
      {text.url !== null && (
        <Anchor href={text.url} rel="noreferrer" size="sm">
          {t('text.source')}
        </Anchor>
      )}
    </Stack>
  );
}
