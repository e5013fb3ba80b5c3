/** Whole files to the store and from it. */
import type * as z from 'zod/mini';
import { done, failed, type Result } from '../contract/problem.ts';
import { answered, type ClientOptions, offline, refused } from './request.ts';

export interface UploadWatch {
  /** How much has left this browser, in bytes. */
  onSent(sent: number, total: number): void;
  signal: AbortSignal;
}

/**
 * Sends a file as it is, however large: the browser reads it from the disk as it goes. Not `fetch`, which does not say how
 * far it is.
 * @returns what the store answered
 */
export function upload<T>(
  { store, token }: ClientOptions,
  path: string,
  file: Blob,
  schema: z.ZodMiniType<T>,
  { onSent, signal }: UploadWatch,
): Promise<Result<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', store + path);
    request.setRequestHeader('accept', 'application/json');
    // What the system takes the file for is of no interest; and it must not be taken for a request in JSON.
    request.setRequestHeader('content-type', 'application/octet-stream');
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onSent(loaded, total);
    request.onload = () => {
      const { status, responseText } = request;
      const headers = { get: (name: string) => request.getResponseHeader(name) };
      resolve(
        status >= 200 && status < 300
          ? answered(responseText, schema)
          : refused({ status, headers }, responseText),
      );
    };
    request.onerror = () => resolve(offline());
    request.onabort = () =>
      resolve(failed('bad-request', 'The file was not sent', 'You stopped it. Nothing was kept.'));
    if (signal.aborted) return resolve(offline());
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** @returns the file behind this path */
export async function saveFrom(
  { store, token, fetch: send = fetch }: ClientOptions,
  path: string,
): Promise<Result<Blob>> {
  try {
    const response = await send(store + path, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
    return response.ok ? done(await response.blob()) : refused(response, await response.text());
  } catch {
    return offline();
  }
}
