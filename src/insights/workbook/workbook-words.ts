import type { Band } from '../../ranking/index.js';
import type { LikelyRole } from '../likely-role.js';

/** What cells say by themselves. Officers' files are in English, as the programmes are. */
export const sheetNames = {
  bestMembers: 'Best members per call',
  bestCalls: 'Best calls per member',
  coverage: 'Coverage',
  coverageRows: 'Coverage rows',
  reasons: 'Reasons',
  about: 'About',
} as const;

export const notStated = 'not stated';
export const inventedMark = 'INVENTED';

export const bandWords: Readonly<Record<Band, string>> = {
  strong: 'strong',
  good: 'good',
  possible: 'possible',
};

export const roleWords: Readonly<Record<LikelyRole, string>> = {
  research: 'research partner',
  technology: 'technology provider',
  testing: 'testing and pilot site',
  data: 'data provider',
  'end-user': 'end user',
  'public-end-user': 'public end user',
  network: 'network, dissemination',
};

export const typeWords: Readonly<Record<string, string>> = {
  HES: 'university',
  REC: 'research organisation',
  PRC: 'company',
  PUB: 'public body',
  OTH: 'association or other',
};

export const signalWords: Readonly<Record<string, string>> = {
  text: 'words',
  concepts: 'fields of science',
  proximity: 'past consortia',
  experience: 'projects so far',
  activity: 'recent projects',
  facts: 'facts asked for',
  rest: 'the rest',
};

export const yesNo = (value: boolean | null): string => (value === null ? notStated : value ? 'yes' : 'no');
