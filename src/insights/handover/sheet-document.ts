import type { Language } from '../language.js';
import type { Block, WrittenDocument } from './document.js';
import { handoverWords, type HandoverWords } from './handover-words.js';
import type { HandoverSheet, SheetPartner } from './sheet.js';

/** How kinds of partner are called, by role. */
export type RoleLabels = ReadonlyMap<string, string>;

/** A hand-over sheet as a document: for whoever types it into the portal, then for the evaluators' why. */
export function sheetDocument(sheet: HandoverSheet, language: Language, labels: RoleLabels): WrittenDocument {
  const words = handoverWords(language);
  return {
    title: `${words.sheet}: ${sheet.title}`,
    language,
    blocks: [
      ...about(sheet, words),
      { kind: 'heading', text: words.partners },
      partnerTable(sheet, words),
      { kind: 'heading', text: words.why },
      ...sheet.partners.flatMap((partner) => whyBlocks(partner, words, labels)),
      ...eligibility(sheet, words, language),
      ...(sheet.vinnovate ? fitForm(sheet, words) : []),
    ],
  };
}

function about(sheet: HandoverSheet, words: HandoverWords): Block[] {
  const { call, deadline, madeAt, state, blindFirstStage } = sheet;
  const day = deadline === null ? words.none : deadline.slice(0, 16).replace('T', ' ') + ' UTC';
  return [
    ...(call ? [{ kind: 'text', text: `${words.call}: ${call.identifier}, ${call.title}` } as const] : []),
    { kind: 'text', text: `${words.deadline}: ${day}` },
    { kind: 'note', text: `${words.madeOn} ${madeAt.toISOString().slice(0, 10)}` },
    ...(['agreed', 'submitted', 'funded'].includes(state)
      ? []
      : [{ kind: 'text', text: words.draft } as const]),
    ...(blindFirstStage ? [{ kind: 'text', text: words.blind } as const] : []),
  ];
}

export const partnerCells = (partner: SheetPartner, words: HandoverWords): string[] => [
  String(partner.number),
  partner.pic ?? words.notStated,
  partner.legalName ?? words.notStated,
  partner.country ?? words.notStated,
  partner.type ?? words.notStated,
  partner.sme === null ? words.notStated : partner.sme ? words.yes : words.no,
  words.roles[partner.participation as keyof HandoverWords['roles']] ?? partner.participation,
  [partner.contactName, partner.contactEmail].filter((part) => part !== null).join(', ') || words.notStated,
  partner.effortMonths === null ? '' : String(partner.effortMonths),
  partner.budgetShare === null ? '' : String(partner.budgetShare),
];

function partnerTable(sheet: HandoverSheet, words: HandoverWords): Block {
  return {
    kind: 'table',
    headings: words.columns,
    widths: [4, 10, 22, 8, 7, 6, 13, 17, 7, 8],
    rows: sheet.partners.map((partner) => partnerCells(partner, words)),
  };
}

/** Made from cited evidence alone: without any, it says so. */
function whyBlocks(partner: SheetPartner, words: HandoverWords, labels: RoleLabels): Block[] {
  const roles = partner.roles.map((role) => labels.get(role) ?? role).join(', ');
  const role = words.roles[partner.participation as keyof HandoverWords['roles']] ?? partner.participation;
  const name = `${partner.number}. ${partner.legalName ?? words.notStated} (${[role, roles].filter(Boolean).join('; ')})`;
  const cited = partner.why.map(
    ({ call, evidence, title }) =>
      `${words.asks}: “${call}”; ${words.shows}: “${evidence}”${title === null ? '' : ` (${title})`}`,
  );
  return [
    { kind: 'text', text: name },
    { kind: 'list', items: cited.length > 0 ? cited : [words.noEvidence] },
  ];
}

function eligibility({ ready }: HandoverSheet, words: HandoverWords, language: Language): Block[] {
  const { answer } = ready.check;
  const textOf = new Map(answer.rules.map(({ id, text }) => [id, text[language]]));
  const waived = ready.items.flatMap(({ waiver, ruleId }) =>
    waiver === null ? [] : [{ ...waiver, what: textOf.get(ruleId ?? '') ?? waiver.item }],
  );
  const open = ready.items.filter(({ blocks, waiver }) => blocks && waiver === null);
  const version = [answer.name?.[language] ?? answer.ruleSet, answer.version, answer.date]
    .filter((part) => part !== null)
    .join(', ');
  return [
    { kind: 'heading', text: `${words.eligibility}: ${words.results[answer.result]}` },
    { kind: 'note', text: `${version}. ${words.aid}` },
    {
      kind: 'table',
      headings: words.ruleColumns,
      widths: [34, 10, 30, 26],
      rows: answer.rules.map(({ text, result, found, source }) => [
        text[language],
        words.results[result],
        found[language],
        [source.document, source.date].filter((part) => part !== null).join(', '),
      ]),
    },
    ...(waived.length === 0
      ? []
      : ([
          { kind: 'heading', text: words.waivers },
          {
            kind: 'table',
            headings: words.waiverColumns,
            widths: [40, 15, 10, 35],
            rows: waived.map(({ what, byName, at, reason }) => [
              what,
              byName ?? words.notStated,
              at.toISOString().slice(0, 10),
              reason,
            ]),
          },
        ] as const)),
    ...(open.length === 0
      ? []
      : ([
          { kind: 'heading', text: words.open },
          { kind: 'list', items: open.map(({ item }) => item) },
        ] as const)),
  ];
}

/** What is known of the form's fields; the rest is listed, not made up (B-34). */
function fitForm({ partners }: HandoverSheet, words: HandoverWords): Block[] {
  const sme = (partner: SheetPartner): string =>
    partner.sme === null ? words.notStated : partner.sme ? words.yes : words.no;
  return [
    { kind: 'heading', text: words.fitForm },
    {
      kind: 'table',
      headings: words.fitKnown,
      widths: [40, 20, 12, 14, 14],
      rows: partners.map((partner) => [
        partner.legalName ?? words.notStated,
        partner.nuts ?? words.notStated,
        partner.country ?? words.notStated,
        partner.type ?? words.notStated,
        sme(partner),
      ]),
    },
    { kind: 'text', text: words.fitLeft },
    { kind: 'list', items: words.fitRest },
  ];
}
