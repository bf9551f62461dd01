import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { isIn, type Board, type Coverage } from './use-board.js';

interface Before {
  readonly partners: ReadonlyMap<string, string>;
  readonly best: ReadonlyMap<string, number>;
}

const order = ['strong', 'good', 'possible'];
const height = (band: string | undefined): number =>
  band === undefined || !order.includes(band) ? 0 : order.length - order.indexOf(band);

/** What the last partner who came or went changed of the coverage, in one sentence; '' before anybody did. */
export function useCoverageChange(board: Board, coverage: readonly Coverage[] | undefined): string {
  const { t } = useTranslation('boards');
  const format = useFormat();
  const before = useRef<Before | null>(null);
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    if (coverage === undefined) return;
    const now = standOf(board, coverage);
    const was = before.current;
    before.current = now;
    if (was === null) return;
    const came = [...now.partners].find(([id]) => !was.partners.has(id));
    const left = [...was.partners].find(([id]) => !now.partners.has(id));
    const [, name] = came ?? left ?? [];
    if (name === undefined) return;
    const changed = board.needs.filter(
      ({ id }) => was.best.has(id) && (now.best.get(id) ?? 0) !== (was.best.get(id) ?? 0),
    );
    const what = format.list([...new Set(changed.map(({ role }) => t(`roles.${role}`)))]);
    if (changed.length === 0)
      setSentence(t(came ? 'coverage.change.joinedNothing' : 'coverage.change.leftNothing', { name }));
    else setSentence(t(came ? 'coverage.change.joined' : 'coverage.change.left', { name, what }));
  }, [board, coverage, format, t]);
  return sentence;
}

function standOf(board: Board, coverage: readonly Coverage[]): Before {
  return {
    partners: new Map(
      board.seats
        .filter(isIn)
        .flatMap(({ organisation }) =>
          organisation === null ? [] : [[organisation.id, organisation.name ?? organisation.id] as const],
        ),
    ),
    best: new Map(
      coverage.map(({ need, coveredBy }) => [
        need,
        Math.max(0, ...coveredBy.map(({ band }) => height(band))),
      ]),
    ),
  };
}
