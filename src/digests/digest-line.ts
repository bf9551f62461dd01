/** A digest in a list of what went to whom. */
export interface DigestLine {
  readonly id: string;
  readonly user: string;
  readonly organisation: string;
  readonly week: string;
  readonly state: string;
  readonly items: number;
  readonly chosenAt: Date | null;
  readonly dueAt: Date;
  /** when its mail ended */
  readonly endedAt: Date | null;
  /** state of its mail; null: there is none */
  readonly mail: string | null;
  readonly reason: string | null;
}
