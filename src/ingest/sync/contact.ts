import { badContact } from './sync.errors.js';

/**
 * How we name ourselves to those we ask: who runs this, so that they can turn to somebody.
 *
 * @param contact a mail address or an https page; null: none was given
 * @throws {AppError} `ingest.bad-contact`
 */
export function userAgent(contact: string | null): string {
  if (contact === null) return 'Tessera/0.1 (calls for technology clusters)';
  if (!/^([\w.+-]+@[\w-]+(\.[\w-]+)+|https:\/\/[\w.-]+(\/[\w./~-]*)?)$/.test(contact) || contact.length > 200)
    throw badContact(contact);
  return `Tessera/0.1 (calls for technology clusters; +${contact})`;
}
