/** What the list of boards is asked for in its address. */
export interface BoardsSearch {
  /** a call to start a board from: its identifier or our id */
  readonly from?: string;
  /** dropped boards too */
  readonly dropped?: true;
}

export function toBoardsSearch({ from, dropped }: Record<string, unknown>): BoardsSearch {
  return {
    ...(typeof from === 'string' && from !== '' ? { from: from.slice(0, 300) } : {}),
    ...(dropped === true || dropped === 'true' ? { dropped: true as const } : {}),
  };
}
