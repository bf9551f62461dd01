import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import type { ReadinessItem } from './use-agreeing.js';
import { useCheck, type Board } from './use-board.js';

/** A line of the readiness list in words. */
export interface ItemWords {
  /** what is not as it should be */
  readonly what: string;
  /** what would mend it, or what was found */
  readonly how: string;
}

/** Says what a line of the readiness list is about, by the names of the board and the rules. */
export function useItemWords(board: Board): (item: ReadinessItem) => ItemWords {
  const { t } = useTranslation('ready');
  const { t: onBoard } = useTranslation('boards');
  const format = useFormat();
  const rules = useCheck(board.id, board.version).data?.rules ?? [];
  const ofRule = (ruleId: string): ItemWords => {
    const rule = rules.find(({ id }) => id === ruleId);
    return { what: rule?.text ?? t('items.rule', { rule: ruleId }), how: rule?.found ?? '' };
  };
  return ({ kind, seat: id, rule, missing }) => {
    if (kind === 'rule')
      return rule === null ? { what: t('items.noRules'), how: t('mend.noRules') } : ofRule(rule);
    const seat = board.seats.find((one) => one.id === id);
    const name = seat?.organisation?.name ?? onBoard('seat.unknown');
    if (kind === 'part-a') {
      const fields = format.list(missing.map((field) => t(`fields.${field as 'pic'}`)));
      return { what: t('items.part-a', { name, fields }), how: t('mend.part-a') };
    }
    if (kind === 'seat-not-confirmed' && seat?.organisation === null)
      return { what: t('items.open'), how: t('mend.open') };
    const state = onBoard(`seatStates.${seat?.state ?? 'open'}`);
    return { what: t(`items.${kind}`, { name, state }), how: t(`mend.${kind}`) };
  };
}
