/** The fragment that leads to a seat on its board. */
export const seatAnchor = (seat: string): string => `seat-${seat}`;
