import type { SourceFile } from './source-file.js';
import { fileRefused } from '../tabular/tabular.errors.js';
import { emptySource, tooLarge } from './unreadable-source.errors.js';
import { utf8Bytes, utf8Lines } from './utf8-text.js';

/** Whatever JSON can hold, before we know what it is. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

const documentLimitBytes = 256 * 1024 * 1024;
const longestLineBytes = 32 * 1024 * 1024;

/**
 * A whole JSON document; a page of a search answer is a few megabytes.
 *
 * @throws {AppError} `ingest.json-broken`, `ingest.json-cut-off` with line and column, `ingest.file-over-limit`, and those of `utf8Bytes`
 */
export async function readJsonDocument(file: SourceFile): Promise<Json> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of utf8Bytes(file, 'a JSON file')) {
    chunks.push(chunk);
    total += chunk.length;
    if (total > documentLimitBytes) throw tooLarge(file.name, '256 MB in one JSON document');
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') throw emptySource(file.name);
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw brokenJson(file.name, text, 1, error);
  }
}

/**
 * One JSON object a line.
 *
 * A line that is no JSON, the last one excepted, is the reader's to report; a last line cut in the middle means that
 * the file is cut, so it is refused whole.
 *
 * @throws {AppError} `ingest.json-cut-off`, `ingest.json-broken` (its last line), `ingest.file-empty`, `ingest.file-over-limit`, and those of `utf8Bytes`
 */
export async function* readJsonLines(
  file: SourceFile,
): AsyncGenerator<{ readonly line: number; readonly value: JsonObject | null }> {
  let broken: { line: number; text: string; error: unknown } | null = null;
  let lines = 0;
  for await (const { line, text } of utf8Lines(file, 'a JSONL file', longestLineBytes)) {
    if (broken !== null) yield { line: broken.line, value: null };
    broken = null;
    lines += 1;
    const parsed = parsedLine(text);
    if (parsed.ok) yield { line, value: isObject(parsed.value) ? parsed.value : null };
    else broken = { line, text, error: parsed.error };
  }
  if (lines === 0) throw emptySource(file.name);
  if (broken !== null) throw brokenJson(file.name, broken.text, broken.line, broken.error);
}

/** JSON inside a string, as the portal has it; undefined where it is none. */
export function parsedJson(text: string): Json | undefined {
  const parsed = parsedLine(text);
  return parsed.ok ? parsed.value : undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Array.isArray`, which loses what the items are. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

type ParsedLine =
  { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly error: unknown };

function parsedLine(text: string): ParsedLine {
  try {
    return { ok: true, value: JSON.parse(text) as Json };
  } catch (error) {
    return { ok: false, error };
  }
}

function brokenJson(file: string, text: string, firstLine: number, error: unknown): Error {
  const at = errorOffset(text, error);
  const before = text.slice(0, at).split('\n');
  const place = {
    file,
    line: firstLine + before.length - 1,
    column: String((before.at(-1)?.length ?? 0) + 1),
  };
  if (at >= text.trimEnd().length) {
    return fileRefused('json-cut-off', place, 'the JSON ends in the middle', 'get the file again');
  }
  const value = text.slice(at, at + 20);
  return fileRefused(
    'json-broken',
    { ...place, value },
    'this is no JSON',
    'correct it, or get the file again',
  );
}

/** Where parsing stopped; the engine does not state it for an unexpected character, so that is searched for. */
function errorOffset(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : '';
  const stated = /at position (\d+)/.exec(message)?.[1];
  if (stated !== undefined) return Number(stated);
  let good = 0;
  let bad = text.length;
  if (endsEarly(text)) return bad;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (endsEarly(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** Whether a text is the beginning of JSON that only lacks its end. */
function endsEarly(text: string): boolean {
  const parsed = parsedLine(text);
  if (parsed.ok) return true;
  const message = parsed.error instanceof Error ? parsed.error.message : '';
  return (
    /^Unexpected end|^Unterminated string/.test(message) || message.endsWith(`at position ${text.length}`)
  );
}
