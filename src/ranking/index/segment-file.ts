import { RankingError } from '../ranking-error.js';
import { checksum } from './checksum.js';
import { alignment, formatVersion, magic, preambleBytes } from './segment-format.js';
import type { ArrayKind, ArrayName, SegmentArrays, SegmentHeader } from './segment-format.js';

type AnyArray = Uint8Array | Uint16Array | Uint32Array | Int32Array;

const align = (length: number): number => Math.ceil(length / alignment) * alignment;

function kindOf(array: AnyArray): ArrayKind {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Uint16Array) return 'u16';
  return array instanceof Int32Array ? 'i32' : 'u32';
}

/** Lays header and arrays out as one file. */
export function writeSegmentFile(header: Omit<SegmentHeader, 'arrays'>, arrays: SegmentArrays): Uint8Array {
  const entries = (Object.entries(arrays) as [ArrayName, AnyArray][]).filter(
    ([name, { length }]) => name !== 'documentVectors' || length > 0,
  );
  let offset = 0;
  const directory = entries.map(([name, array]) => {
    const entry = { name, kind: kindOf(array), offset, length: array.length };
    offset = align(offset + array.byteLength);
    return entry;
  });
  const json = new TextEncoder().encode(JSON.stringify({ ...header, arrays: directory }));
  const bodyAt = align(preambleBytes + json.length);
  const bytes = new Uint8Array(bodyAt + offset);
  bytes.set(json, preambleBytes);
  entries.forEach(([, array], at) => {
    const raw = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    bytes.set(raw, bodyAt + (directory[at]?.offset ?? 0));
  });
  const preamble = new Uint32Array(bytes.buffer, 0, 4);
  preamble.set([magic, formatVersion, 0, json.length]);
  preamble[2] = contentChecksum(bytes);
  return bytes;
}

/** Of everything behind the preamble, and of the header's length. */
function contentChecksum(bytes: Uint8Array): number {
  return checksum(new Uint32Array(bytes.buffer, bytes.byteOffset + 12, (bytes.byteLength - 12) / 4));
}

/**
 * Views on a file's arrays; nothing is copied but the header.
 *
 * @throws {RankingError} `ranking.segment-unreadable`
 */
export function readSegmentFile(
  bytes: Uint8Array,
  verify: boolean,
): { header: SegmentHeader; arrays: SegmentArrays; checksum: number } {
  const preamble = readPreamble(bytes);
  if (verify && contentChecksum(bytes) !== preamble.checksum) {
    throw unreadable(
      `its checksum is not ${hex(preamble.checksum)}, the bytes have changed; build the segment again`,
    );
  }
  const json = bytes.slice(preambleBytes, preambleBytes + preamble.headerLength);
  const header = JSON.parse(new TextDecoder().decode(json)) as SegmentHeader;
  const bodyAt = align(preambleBytes + preamble.headerLength);
  const arrays: Partial<Record<ArrayName, AnyArray>> = { documentVectors: new Uint8Array(0) };
  for (const { name, kind, offset, length } of header.arrays) {
    arrays[name] = view(bytes, kind, bodyAt + offset, length);
  }
  return { header, arrays: arrays as SegmentArrays, checksum: preamble.checksum };
}

function readPreamble(bytes: Uint8Array): { checksum: number; headerLength: number } {
  if (bytes.byteOffset % alignment !== 0)
    throw unreadable(`it starts at byte ${bytes.byteOffset}, not at a multiple of 8`);
  if (bytes.byteLength < preambleBytes || bytes.byteLength % alignment !== 0) {
    throw unreadable(`${bytes.byteLength} bytes are not a whole segment; fetch it again`);
  }
  const [found, version, sum, headerLength] = new Uint32Array(bytes.buffer, bytes.byteOffset, 4);
  if (found !== magic) throw unreadable('the first bytes are not those of a segment');
  if (version !== formatVersion) {
    throw unreadable(
      `it has format ${String(version)}, this program reads ${formatVersion}; build the segment again`,
    );
  }
  if (headerLength === undefined || headerLength > bytes.byteLength - preambleBytes)
    throw unreadable('it is cut short');
  return { checksum: sum ?? 0, headerLength };
}

function view(bytes: Uint8Array, kind: ArrayKind, offset: number, length: number): AnyArray {
  const at = bytes.byteOffset + offset;
  const width = kind === 'u8' ? 1 : kind === 'u16' ? 2 : 4;
  if (offset + length * width > bytes.byteLength) throw unreadable('it is cut short');
  if (kind === 'u8') return new Uint8Array(bytes.buffer, at, length);
  if (kind === 'u16') return new Uint16Array(bytes.buffer, at, length);
  return kind === 'i32'
    ? new Int32Array(bytes.buffer, at, length)
    : new Uint32Array(bytes.buffer, at, length);
}

export const hex = (value: number): string => value.toString(16).padStart(8, '0');

const unreadable = (why: string): RankingError =>
  new RankingError('ranking.segment-unreadable', `segment: ${why}`);
