/** What those who look after mail are told besides. */
export class MailSettings {
  /** @param hookSecret what whoever brings reports of what did not arrive must show; null: none are taken */
  constructor(readonly hookSecret: string | null) {}
}
