import { activityTypes, documentStates, documentTypes, holderRoles } from '../corpus-document.js';

/** First four bytes of a segment, `TSRK` in a little-endian file. */
export const magic = 0x4b525354;

/** Raised with every change of the layout or of text preparation: older files are refused and built again. */
export const formatVersion = 1;

/** Magic, version, checksum of all that follows the fourth number, length of the JSON header. */
export const preambleBytes = 16;

/** Every array starts at a multiple of this, so that it can be viewed in place. */
export const alignment = 8;

/** The arrays of a segment. `…Starts` has one more entry than there are rows: row i is `[starts[i], starts[i + 1])`. */
export interface SegmentArrays {
  readonly termBytes: Uint8Array;
  readonly termStarts: Uint32Array;
  readonly termHashes: Uint32Array;
  readonly termPlaces: Uint32Array;
  /** term → documents that show it, and how strongly */
  readonly postingStarts: Uint32Array;
  readonly postingDocuments: Uint32Array;
  readonly postingImpacts: Uint8Array;
  /** document → its terms, ascending, and how strongly: the same pairs the other way round */
  readonly forwardStarts: Uint32Array;
  readonly forwardTerms: Uint32Array;
  readonly forwardImpacts: Uint8Array;

  readonly documentBytes: Uint8Array;
  readonly documentIdStarts: Uint32Array;
  readonly documentHashes: Uint32Array;
  readonly documentPlaces: Uint32Array;
  readonly documentVersions: Uint32Array;
  readonly documentTypes: Uint8Array;
  readonly documentStates: Uint8Array;
  readonly documentDays: Int32Array;
  /** topic + 1; 0: none */
  readonly documentTopics: Uint32Array;
  /** 0: not stated */
  readonly documentTrlFrom: Uint8Array;
  readonly documentTrlTo: Uint8Array;
  /** vectors of a provider in 8 bits a part, signed, one after the other (all zero: none); empty: no provider was asked */
  readonly documentVectors: Uint8Array;
  readonly topicBytes: Uint8Array;
  readonly topicStarts: Uint32Array;
  readonly topicHashes: Uint32Array;
  readonly topicPlaces: Uint32Array;

  readonly organisationBytes: Uint8Array;
  readonly organisationIdStarts: Uint32Array;
  readonly organisationHashes: Uint32Array;
  readonly organisationPlaces: Uint32Array;
  readonly keyBytes: Uint8Array;
  readonly keyStarts: Uint32Array;
  /** two letters as a number; 0: not stated */
  readonly organisationCountries: Uint16Array;
  /** up to five characters, padded with zeros; all zero: not stated */
  readonly organisationNuts: Uint8Array;
  /** place in `activityTypes` + 1; 0: not stated */
  readonly organisationTypes: Uint8Array;
  /** 0 not stated, 1 no, 2 yes */
  readonly organisationSme: Uint8Array;
  readonly organisationListed: Uint8Array;

  /** document → its holders, and the way back */
  readonly holderStarts: Uint32Array;
  readonly holderOrganisations: Uint32Array;
  readonly holderRoles: Uint8Array;
  readonly heldStarts: Uint32Array;
  readonly heldDocuments: Uint32Array;
  readonly heldRoles: Uint8Array;
}

export type ArrayName = keyof SegmentArrays;
export type ArrayKind = 'u8' | 'u16' | 'u32' | 'i32';

/** Vectors can be held against each other where both of these agree. */
export interface VectorKind {
  /** as the provider calls its model */
  readonly model: string;
  readonly dimensions: number;
}

/** What precedes the arrays, as JSON. */
export interface SegmentHeader {
  readonly name: string;
  readonly documents: number;
  readonly organisations: number;
  readonly terms: number;
  /** of the statistics the impacts were computed with */
  readonly averageLengths: readonly [number, number, number];
  /** what made `documentVectors`; absent: nothing did */
  readonly vectors?: VectorKind;
  readonly arrays: readonly {
    readonly name: ArrayName;
    readonly kind: ArrayKind;
    readonly offset: number;
    readonly length: number;
  }[];
}

export const typeCode = (type: (typeof documentTypes)[number]): number => documentTypes.indexOf(type);
export const stateCode = (state: (typeof documentStates)[number]): number => documentStates.indexOf(state);
export const roleCode = (role: (typeof holderRoles)[number]): number => holderRoles.indexOf(role);
export const activityCode = (type: (typeof activityTypes)[number] | null): number =>
  type === null ? 0 : activityTypes.indexOf(type) + 1;

/** Two letters as a number; 0 for null and for anything that is not two letters. */
export function countryCode(country: string | null): number {
  if (country === null || !/^[A-Za-z]{2}$/.test(country)) return 0;
  const upper = country.toUpperCase();
  return upper.charCodeAt(0) * 256 + upper.charCodeAt(1);
}
