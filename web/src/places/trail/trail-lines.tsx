import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import type { TrailLine, TrailQuery, Whose } from './use-trail.js';

interface TrailLinesProps {
  readonly trail: TrailQuery;
  readonly whose: Whose;
  readonly caption: string;
}

/** The lines found, the newest first, with more on request. */
export function TrailLines({ trail, whose, caption }: TrailLinesProps) {
  const { t } = useTranslation('trail');
  const first = trail.data?.pages[0];
  if (first === undefined)
    return trail.isError ? (
      <ProblemState error={trail.error} onRetry={() => void trail.refetch()} />
    ) : (
      <LoadingState lines={6} />
    );
  if (first.items.length === 0) return <EmptyState title={t('none')} why={t('noneWhy')} />;
  return (
    <Stack gap="md" aria-busy={trail.isPlaceholderData}>
      <Text role="status" size="sm" c="dimmed">
        {t('count', { count: first.total })}
      </Text>
      <TrailTable
        lines={trail.data?.pages.flatMap(({ items }) => items) ?? []}
        whose={whose}
        caption={caption}
      />
      {trail.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={trail.isFetchingNextPage}
            onClick={() => void trail.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function TrailTable({
  lines,
  whose,
  caption,
}: Pick<TrailLinesProps, 'whose' | 'caption'> & { readonly lines: readonly TrailLine[] }) {
  const { t } = useTranslation('trail');
  const format = useFormat();
  const header = ['when', 'who', 'what', ...(whose === 'cluster' ? ['organisation'] : [])] as const;
  return (
    <WideTable caption={caption}>
      <Table.Thead>
        <Table.Tr>
          {header.map((name) => (
            <Table.Th key={name}>{t(`columns.${name}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Td miw="5.5rem">{format.dateTime(line.at)}</Table.Td>
            <Table.Td miw="6rem">{line.by.name ?? t(`by.${line.by.kind}`)}</Table.Td>
            <Table.Td miw="9rem">
              {line.text} <TrailLinkTo line={line} whose={whose} />
            </Table.Td>
            {whose === 'cluster' && (
              <Table.Td miw="10rem">
                {line.organisation !== null && (
                  <AnchorLink to="/members/$reference" params={{ reference: line.organisation.id }}>
                    {line.organisation.name}
                  </AnchorLink>
                )}
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

/** To what the line is about, where its reader has a page of it. */
function TrailLinkTo({ line: { link, at }, whose }: { readonly line: TrailLine; readonly whose: Whose }) {
  const { t } = useTranslation('trail');
  const format = useFormat();
  if (link === null) return null;
  const { id } = link;
  const when = format.dateTime(at);
  if (link.kind === 'introduction')
    return (
      <AnchorLink to="/introductions/$id" params={{ id }} aria-label={t('open.requestOf', { when })}>
        {t('open.request')}
      </AnchorLink>
    );
  if (link.kind === 'seat-offer' && whose === 'own')
    return (
      <AnchorLink to="/seats/$id" params={{ id }} aria-label={t('open.seatOf', { when })}>
        {t('open.seat')}
      </AnchorLink>
    );
  if (link.kind === 'consortium' && whose === 'cluster')
    return (
      <AnchorLink to="/consortia/$id" params={{ id }} aria-label={t('open.boardOf', { when })}>
        {t('open.board')}
      </AnchorLink>
    );
  return null;
}
