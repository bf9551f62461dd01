import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { Letters, type Letter, type MailInHand, type Stop } from '../../platform/mail/index.js';
import { countryName } from '../../taxonomy/index.js';
import { WaiverStore } from '../agreeing/waiver.store.js';
import { partnerFacts, type Board, type Seat } from '../board/board.js';
import { BoardReadModel } from '../board/board.read-model.js';
import { BoardStore } from '../board/board.store.js';
import { CheckBoard } from '../board/check-board.js';
import { agreedSheetLetter } from './seat-letters.js';
import { agreedSheetMail } from './seat-mails.js';
import { seatWords } from './seat-words.js';
import { unlessGone } from './unless-gone.js';

/** Writes the sheet that every partner gets; a consortium that is not agreed any more sends none. */
@Injectable()
export class SheetWriter {
  constructor(
    letters: Letters,
    private readonly clock: Clock,
    private readonly store: BoardStore,
    private readonly boards: BoardReadModel,
    private readonly checks: CheckBoard,
    private readonly waivers: WaiverStore,
    private readonly clusters: ClusterReadModel,
  ) {
    letters.write(agreedSheetMail, { compose: (unit, mail) => this.#letter(unit, mail) });
  }

  async #letter(
    unit: Unit,
    { content, language, to, base }: MailInHand<{ readonly consortium: string }>,
  ): Promise<Letter | Stop> {
    const id = content.consortium;
    const known = await unlessGone(this.store.get(unit, id));
    if (known === null) return { stop: 'gone' };
    if (known.state !== 'agreed') return { stop: 'not-agreed' };
    const board = await this.boards.board(unit, id, this.clock.now());
    const { answer } = this.checks.checked(board, { joining: [], leave: [] });
    const cluster = (await this.clusters.all(unit)).find((one) => one.id === board.clusterId);
    const waived = await this.waivers.ofBoard(unit, id);
    return agreedSheetLetter({
      language,
      base,
      name: to.name,
      title: board.title,
      identifier: board.opportunity?.identifier ?? null,
      deadline: board.opportunity?.deadlines.at(-1)?.at.slice(0, 10) ?? null,
      cluster: (language === 'it' ? cluster?.nameIt : cluster?.nameEn) ?? '',
      eligibility: answer.result,
      partners: sheetSeats(board).map((seat) => lineOf(board, seat, language)),
      ruleSet: answer.name?.[language] ?? answer.ruleSet,
      rulesVersion: answer.version,
      checkedOn: answer.date,
      waived: waived.map(({ item, reason, byName }) => {
        const who = byName ?? seatWords(language).notStated;
        return `${ruleText(answer.rules, item, language)}: ${reason} (${who})`;
      }),
    });
  }
}

const sheetSeats = ({ seats }: Board): readonly Seat[] => {
  const inside = seats.filter(({ state }) => state === 'confirmed');
  const first = ({ participation }: Seat): number => (participation === 'coordinator' ? 0 : 1);
  return [...inside].sort((a, b) => first(a) - first(b));
};

function lineOf(board: Board, { id, organisationId, participation }: Seat, language: 'en' | 'it') {
  const facts = partnerFacts(board.organisations.get(organisationId ?? ''), board.parties.get(id));
  const { pic, legalName, country, contactName, contactEmail } = facts;
  return {
    pic,
    legalName,
    country: country === null ? null : (countryName(country, language) ?? country),
    participation,
    contact: [contactName, contactEmail].filter((part) => part !== null).join(', ') || null,
  };
}

/** What the rule says that somebody went on without; the item itself where it is no rule's. */
const ruleText = (
  rules: readonly { readonly id: string; readonly text: Readonly<Record<'en' | 'it', string>> }[],
  item: string,
  language: 'en' | 'it',
): string => rules.find(({ id }) => item === `rule:${id}`)?.text[language] ?? item;
