import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Interview = components['schemas']['InterviewResponse'];
export type InterviewLine = components['schemas']['InterviewLineResponse'];
export type ProjectRole = NonNullable<components['schemas']['InterviewProgressRequest']['roles']>[number];
export type WantedLine = components['schemas']['OwnCompetenceRequest'] & { readonly id: string };
export type Step = components['schemas']['InterviewProgressRequest']['step'];

/** The questions, in the order in which they are asked. */
export const steps: readonly Step[] = [
  'offer',
  'equipment',
  'test-site',
  'data',
  'end-user-site',
  'need',
  'roles',
  'exclusions',
  'review',
];

export const projectRoles: readonly ProjectRole[] = [
  'coordinate',
  'lead-work-package',
  'technical-partner',
  'pilot-site',
  'data-owner',
  'end-user',
];

/** A member's interview, with what can be written into it; every answer is kept by the service at once. */
export function useInterview(reference: string) {
  const client = useQueryClient();
  const key = ['interview', reference];
  const path = { reference };
  const kept = { onSuccess: (data: Interview) => void client.setQueryData(key, data) };
  const interview = useQuery({
    queryKey: key,
    queryFn: () => answered(api.GET('/api/v1/organisations/{reference}/interview', { params: { path } })),
  });
  const progress = useMutation({
    ...kept,
    mutationFn: (body: components['schemas']['InterviewProgressRequest']) =>
      answered(api.PUT('/api/v1/organisations/{reference}/interview', { params: { path }, body })),
  });
  const write = useMutation({
    ...kept,
    mutationFn: ({ id, ...body }: WantedLine) =>
      answered(
        api.PUT('/api/v1/organisations/{reference}/interview/lines/{line}', {
          params: { path: { reference, line: id } },
          body,
        }),
      ),
  });
  const remove = useMutation({
    ...kept,
    mutationFn: (line: string) =>
      answered(
        api.DELETE('/api/v1/organisations/{reference}/interview/lines/{line}', {
          params: { path: { reference, line } },
        }),
      ),
  });
  const exclude = useMutation({
    ...kept,
    mutationFn: ({ organisation, apart }: { readonly organisation: string; readonly apart: boolean }) => {
      const params = { params: { path: { reference, organisation } } };
      const route = '/api/v1/organisations/{reference}/interview/exclusions/{organisation}';
      return answered(apart ? api.PUT(route, params) : api.DELETE(route, params));
    },
  });
  const tell = useMutation({
    onSuccess: (data: Interview) => {
      client.setQueryData(key, data);
      void client.invalidateQueries({ queryKey: ['members'] });
    },
    mutationFn: () =>
      answered(api.POST('/api/v1/organisations/{reference}/interview/telling', { params: { path } })),
  });
  return { interview, progress, write, remove, exclude, tell };
}

export type InterviewDeeds = ReturnType<typeof useInterview>;
