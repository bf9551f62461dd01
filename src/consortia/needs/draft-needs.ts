import type { TextSection } from '../../opportunities/index.js';
import { type CallSentence, callSentences } from './call-sentences.js';
import type { NeedCues, RoleCues } from './need-cues.js';
import type { NeededRole } from './needed-role.js';

/** What a call asks of one kind of partner: a draft that a person approves. */
export interface DraftedNeed {
  readonly role: NeededRole;
  /** the sentence that says most about it, in the words of the call */
  readonly text: string;
  /** where the call says so, the weightiest first; at most five, never none */
  readonly cites: readonly CallSentence[];
  /** how clearly it is asked: 2 is one sentence that asks, or two that hint */
  readonly weight: number;
}

/** From here on a partner counts as asked for. */
const asked = 2;

/** Sentences shown for a need. */
const cited = 5;

/** The parts of a call that say whom it asks for. */
export interface AskingCall {
  readonly sections: readonly TextSection[];
  /** short forms: `RIA`, `IA`, `CSA` */
  readonly actionTypes: readonly string[];
}

/**
 * Who a call asks for, the clearest first (ties: order of the cues).
 *
 * A strong cue in a sentence that asks counts 2, elsewhere 1.25 (1.5 where the partner itself is named); a weak cue 1 or
 * 0.5; the type of action adds its prior. A sentence counts once for a role, with its best cue; sentences that are set
 * aside count nothing. Weak cues alone ask for nobody unless the action type does. What is not clear enough is left out:
 * a person can add it, and a wrong seat costs more than a missing one.
 */
export function draftNeeds(call: AskingCall, cues: NeedCues): readonly DraftedNeed[] {
  const told = callSentences(call.sections).filter(
    ({ text, language }) => !cues.setAside[language].some((phrase) => phrase.test(text)),
  );
  return cues.roles
    .filter(({ role }) => !call.actionTypes.some((action) => cues.barred.get(action)?.has(role) === true))
    .map((role) => needOf(role, told, priorOf(role.role, call.actionTypes, cues)))
    .filter((need) => need !== null)
    .sort((a, b) => b.weight - a.weight);
}

function priorOf(role: NeededRole, actionTypes: readonly string[], cues: NeedCues): number {
  return Math.max(0, ...actionTypes.map((action) => cues.priors.get(action)?.get(role) ?? 0));
}

function needOf(role: RoleCues, told: readonly CallSentence[], prior: number): DraftedNeed | null {
  const found = told
    .map((sentence) => ({ sentence, weight: weightOf(sentence, role) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const [clearest] = found;
  if (clearest === undefined || (clearest.weight < strongAlone && prior < 1)) return null;
  const weight = found.reduce((sum, one) => sum + one.weight, prior);
  if (weight < asked) return null;
  const cites = found.slice(0, cited).map(({ sentence }) => sentence);
  return { role: role.role, text: clearest.sentence.text, cites, weight };
}

/** The least that a strong cue counts. */
const strongAlone = 1.25;

function weightOf({ text, language, asks }: CallSentence, role: RoleCues): number {
  if (role.strong[language].some((cue) => cue.test(text))) return asks ? 2 : role.names ? 1.5 : strongAlone;
  if (role.weak[language].some((cue) => cue.test(text))) return asks ? 1 : 0.5;
  return 0;
}
