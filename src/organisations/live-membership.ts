/**
 * SQL: whether the membership `alias` is live today. Its end is the last day included; a list with a `Scadenza` column
 * gives most memberships one.
 */
export const isLive = (alias: string): string => `(${alias}.until is null or ${alias}.until >= current_date)`;
