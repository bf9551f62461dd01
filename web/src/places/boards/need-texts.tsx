import { Button, CopyButton, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { AnchorLink } from '../../parts/link/anchor-link.js';
import { QueryState } from '../../parts/states/query-state.js';
import { viewAddress } from './board-views.js';
import { useNeedTexts } from './use-agreeing.js';
import type { Board, Need } from './use-board.js';

/** Texts about an approved need, to copy and publish elsewhere: nobody of the board is in them. */
export function NeedTexts({ board }: { readonly board: Board }) {
  const { t } = useTranslation('ready');
  const approved = board.needs.filter(({ state }) => state === 'approved');
  return (
    <Stack gap="sm" component="section" aria-labelledby="texts">
      <Title order={2} id="texts">
        {t('texts.title')}
      </Title>
      <Text maw="44rem">{t('texts.what')}</Text>
      {approved.length === 0 ? (
        <Text>
          {`${t('texts.none')} `}
          <AnchorLink to={viewAddress(board.id, 'board') as never} hash="needs">
            {t('texts.toNeeds')}
          </AnchorLink>
        </Text>
      ) : (
        <OfNeeds board={board} needs={approved} />
      )}
    </Stack>
  );
}

interface OfNeedsProps {
  readonly board: Board;
  readonly needs: readonly Need[];
}

function OfNeeds({ board, needs }: OfNeedsProps) {
  const { t } = useTranslation('ready');
  const { t: onBoard } = useTranslation('boards');
  const [chosen, setChosen] = useState('');
  const need = needs.find(({ id }) => id === chosen) ?? needs[0];
  if (need === undefined) return null;
  return (
    <>
      <NativeSelect
        label={t('texts.need')}
        maw="44rem"
        value={need.id}
        onChange={({ currentTarget: { value } }) => setChosen(value)}
        data={needs.map(({ id, role, text }) => ({
          value: id,
          label: `${onBoard(`roles.${role}`)}: ${clip(text)}`,
        }))}
      />
      <OfNeed key={need.id} board={board} need={need} />
    </>
  );
}

/** In the language of the readers there, whatever the page's is. */
const places = [
  ['portal', 'en'],
  ['eccp', 'en'],
  ['een', 'en'],
  ['news', 'it'],
] as const;

function OfNeed({ board, need }: { readonly board: Board; readonly need: Need }) {
  const { t } = useTranslation('ready');
  const texts = useNeedTexts(board.id, need.id);
  return (
    <QueryState query={texts}>
      {(data) => (
        <Stack gap="sm">
          {places.map(([place, language]) => (
            <Paper key={place} withBorder p="md" component="article" aria-labelledby={`text-${place}`}>
              <Stack gap="xs">
                <Group justify="space-between">
                  <Title order={3} id={`text-${place}`}>
                    {t(`texts.${place}`)}
                  </Title>
                  <CopyButton value={data[place]}>
                    {({ copied, copy }) => (
                      <Button
                        variant="default"
                        size="compact-md"
                        leftSection={<IconCopy size={16} aria-hidden />}
                        aria-label={`${t(copied ? 'texts.copied' : 'texts.copy')}: ${t(`texts.${place}`)}`}
                        onClick={copy}
                      >
                        {t(copied ? 'texts.copied' : 'texts.copy')}
                      </Button>
                    )}
                  </CopyButton>
                </Group>
                <Text
                  lang={language}
                  size="sm"
                  maw="44rem"
                  style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
                >
                  {data[place]}
                </Text>
              </Stack>
            </Paper>
          ))}
        </Stack>
      )}
    </QueryState>
  );
}

const longest = 80;
const clip = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
