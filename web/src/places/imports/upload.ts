import { problemOf } from '../../api/problem.js';
import type { components } from '../../api/schema.js';

export type Import = components['schemas']['ImportResponse'];

/** How far an upload has come: what was sent, and when it will be through; null while nobody can tell. */
export interface UploadProgress {
  readonly share: number;
  readonly secondsLeft: number | null;
}

/**
 * Sends a file for its preview. XMLHttpRequest, because `fetch` does not tell how far it has come.
 *
 * @param source what such files are called, where a column map is kept under that name
 * @throws {ProblemError} what the service said, or that it could not be reached
 */
export function sendFile(
  file: File,
  source: string | null,
  onProgress: (progress: UploadProgress) => void,
): Promise<Import> {
  const query = source === null ? '' : `?source=${encodeURIComponent(source)}`;
  const form = new FormData();
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const began = performance.now();
    request.open('POST', `/api/v1/imports${query}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => {
      const seconds = (performance.now() - began) / 1000;
      const left = loaded === 0 ? null : Math.ceil((seconds / loaded) * (total - loaded));
      onProgress({ share: total === 0 ? 1 : loaded / total, secondsLeft: left });
    };
    request.onerror = () => reject(problemOf(0, null));
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as Import)
        : reject(problemOf(request.status, request.response));
    request.send(form);
  });
}
