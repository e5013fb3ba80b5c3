/** Callbacks that note what was called, so that tests can ask. */
import type { Saving } from '../../components/ui/views.ts';
import { OFFLINE } from './fixtures.ts';

declare global {
  interface Window {
    /** Every callback so far, oldest first. */
    calls: { name: string; said: unknown }[];
    /** Set by a test: the next saves fail. */
    failSaving?: boolean;
  }
}

window.calls = [];

/** @returns a callback that only notes. */
export const noted =
  (name: string) =>
  (said?: unknown): void => {
    window.calls.push({ name, said });
  };

/** @returns a callback that notes, and saves unless the test forbids it. */
export const saved =
  (name: string, then?: (said: unknown) => void) =>
  async (said?: unknown): Saving => {
    window.calls.push({ name, said });
    if (window.failSaving) return { ok: false, problem: { ...OFFLINE, title: 'The disk is full' } };
    then?.(said);
    return { ok: true, value: null };
  };
