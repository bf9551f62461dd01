import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { agreeingDeeds, notReady } from './agreeing-deeds.js';
import { boardDeeds } from './board-deeds.js';
import type { OnBoard } from './board-frame.js';
import { ReadinessLine } from './readiness-line.js';
import { SupersededCheck } from './superseded-check.js';
import type { Readiness, ReadinessItem } from './use-agreeing.js';
import { useItemWords } from './use-item-words.js';
import type { Board } from './use-board.js';

interface ReadinessSectionProps extends OnBoard {
  readonly readiness: Readiness;
}

/** While a board is in one of these, it can be agreed. */
const forming: readonly Board['state'][] = ['sketch', 'forming', 'checked'];

/** What still keeps it from being agreed: neither mended nor waived. */
const isInTheWay = ({ blocks, waiver }: ReadinessItem): boolean => blocks && waiver === null;

/** What stands between a board and being agreed, line by line, and the deed itself. */
export function ReadinessSection(props: ReadinessSectionProps) {
  const { board, readiness } = props;
  const { t } = useTranslation('ready');
  const words = useItemWords(board);
  const { items, ready } = readiness;
  const open = items.filter(isInTheWay);
  // what was waived when it was agreed stays as it was
  const mayChange = props.mayChange && forming.includes(board.state);
  return (
    <Stack gap="sm" component="section" aria-labelledby="readiness">
      <Title order={2} id="readiness">
        {t('title')}
      </Title>
      <Text role="status" fw={600}>
        {t('count', { count: open.length })}
      </Text>
      <SupersededCheck {...props} />
      {items.length > 0 && (
        <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {[...open, ...items.filter((item) => !isInTheWay(item))].map((item) => (
            <ReadinessLine
              key={item.item}
              {...props}
              mayChange={mayChange}
              item={item}
              words={words(item)}
              isInTheWay={isInTheWay(item)}
            />
          ))}
        </Stack>
      )}
      {mayChange && <AgreeIt {...props} open={open} isReady={ready} />}
    </Stack>
  );
}

interface AgreeItProps extends OnBoard {
  readonly open: readonly ReadinessItem[];
  readonly isReady: boolean;
}

/** The service decides whether it may be agreed; what it refuses is named here. */
function AgreeIt({ board, deeds, open, isReady }: AgreeItProps) {
  const { t } = useTranslation('ready');
  const { t: common } = useTranslation();
  const words = useItemWords(board);
  const agree = (): void =>
    void deeds.run(() => agreeingDeeds(board.id).agree(board.version), {
      done: t('agree.done'),
      takeBack: () => async () => {
        const { change, read } = boardDeeds(board.id);
        return change((await read()).version, { state: 'forming' });
      },
    });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Text maw="44rem">{t('agree.means')}</Text>
        {deeds.problem?.code === notReady && open.length > 0 && (
          <Alert
            role="alert"
            variant="outline"
            color="orange"
            c="var(--mantine-color-text)"
            title={t('agree.refused')}
            withCloseButton
            closeButtonLabel={common('close')}
            onClose={deeds.forget}
          >
            <List size="sm">
              {open.map((item) => (
                <List.Item key={item.item}>{words(item).what}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <Group>
          <Button variant={isReady ? 'filled' : 'default'} loading={deeds.busy} onClick={agree}>
            {t('agree.do')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
