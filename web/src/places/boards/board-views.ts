/** The pages of one board. */
export const boardViews = ['board', 'candidates', 'assembly', 'check', 'ready'] as const;
export type BoardView = (typeof boardViews)[number];

/** Where a view of a board is. */
export const viewAddress = (id: string, view: BoardView): string =>
  view === 'board' ? `/consortia/${id}` : `/consortia/${id}/${view}`;
