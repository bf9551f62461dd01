/** Metadata of a record: every value is a list. */
export type Metadata = Record<string, readonly string[]>;

/** A record in the shape of the search API, with what a test changes; contents invented. */
export function portalRecord(
  metadata: Metadata = {},
  outer: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    reference: '1TOPICSen',
    language: 'en',
    url: 'https://ec.europa.eu/info/funding-tenders/opportunities/data/topicDetails/HORIZON-CL4-2027-09-ABC-01.json',
    summary: 'A summary',
    ...outer,
    metadata: {
      identifier: ['HORIZON-CL4-2027-09-ABC-01'],
      title: ['Invented  welding of things '],
      DATASOURCE: ['SEDIA'],
      type: ['1'],
      status: ['31094502'],
      frameworkProgramme: ['43108390'],
      startDate: ['2026-09-22T00:00:00.000+0000'],
      deadlineDate: ['2027-02-02T00:00:00.000+0000'],
      deadlineModel: ['single-stage'],
      ...metadata,
    },
  };
}

/** A page of the search API with these records. */
export const portalPage = (records: readonly unknown[], totalResults = records.length): string =>
  JSON.stringify({ apiVersion: '2.148.3', totalResults, pageNumber: 1, pageSize: 100, results: records });
