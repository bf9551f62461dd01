/** How a table is handed over: as a file of that name, never kept by a cache. @param name without ending, plain letters */
export function csvHeaders(name: string): Record<string, string> {
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="tessera-${name}.csv"`,
    'cache-control': 'no-store',
  };
}
