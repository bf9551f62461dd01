import { SaxesParser } from 'saxes';
import { AppError } from '../../platform/errors/app-error.js';
import { broken } from './archive.js';
import type { TabularLimits } from './limits.js';
import { overLimit } from './tabular.errors.js';

export type XmlAttributes = Readonly<Record<string, string>>;

/** Called in document order; names without their prefix (`x:row` = `row`). */
export interface XmlHandlers {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** asked after each piece: enough seen, leave the rest unread */
  readonly done?: () => boolean;
}

/** Where the XML comes from, for messages, and what it may cost. */
export interface XmlSource {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly file: string;
  readonly limits: TabularLimits;
}

/**
 * Streams XML from a stranger: UTF-8 only, no document type, no entities but the five built in, no deep nesting,
 * no endless token. What a handler throws comes out as it is.
 *
 * @throws {AppError} `ingest.archive-broken`, `ingest.file-over-limit`
 */
export async function readXml({ chunks, file, limits }: XmlSource, handlers: XmlHandlers): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser();
  let depth = 0;
  let sinceEvent = 0;

  parser.on('doctype', () => {
    throw broken(file, 'it holds a document type, which no workbook needs');
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceEvent = 0;
    depth += 1;
    if (depth > limits.xmlDepth) throw overLimit({ file }, `parts nested more than ${limits.xmlDepth} deep`);
    handlers.open(localName(name), attributes);
  });
  parser.on('text', (text) => {
    sinceEvent = 0;
    handlers.text?.(text);
  });
  parser.on('cdata', (text) => {
    sinceEvent = 0;
    handlers.text?.(text);
  });
  parser.on('closetag', ({ name }) => {
    sinceEvent = 0;
    depth -= 1;
    handlers.close?.(localName(name));
  });

  try {
    for await (const chunk of chunks) {
      sinceEvent += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (sinceEvent > limits.xmlToken) {
        throw overLimit({ file }, `a single piece of more than ${limits.xmlToken} characters`);
      }
      if (handlers.done?.() === true) return;
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw broken(file, 'the XML inside is not well-formed UTF-8');
  }
}

/** The value of an attribute, whatever prefix the writer gave it. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const prefixed = Object.keys(attributes).find((key) => localName(key) === name);
  return prefixed === undefined ? undefined : attributes[prefixed];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
