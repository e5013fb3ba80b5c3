/** Files into a store of a test: bring, wait, start, look. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportJob, importJob, type TryRequest } from '../../../lib/contract/imports.ts';
import type { Scene } from './scene.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/imports');

export const fixture = (name: string): Buffer => readFileSync(join(FIXTURES, name));

/** @returns words for what a marketer does with files */
export function importing(scene: Scene) {
  const token = scene.tokens.marketer;
  const asked = async (path: string, body?: unknown, method?: string): Promise<ImportJob> => {
    const answer = await scene.ask({ path, token, body, ...(method ? { method } : {}) });
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return importJob.parse(answer.body);
  };
  const look = (id: string) => asked(`/api/imports/${id}`);
  /** Lets the store work until nothing more happens with this file by itself. */
  const settled = async (id: string): Promise<ImportJob> => {
    for (;;) {
      const job = await look(id);
      if (!['receiving', 'waiting', 'running'].includes(job.state)) return job;
      await scene.work();
    }
  };
  const bring = (name: string, body: string | Uint8Array) =>
    asked(`/api/imports?name=${encodeURIComponent(name)}`, body);
  return {
    look,
    settled,
    bring,
    /** Brings a file and reads it through. */
    tried: async (name: string, body: string | Uint8Array = fixture(name)) => {
      const job = await bring(name, body);
      return settled(job.importId);
    },
    tryAs: async (id: string, as: TryRequest) => {
      await asked(`/api/imports/${id}/try`, as);
      return settled(id);
    },
    start: (id: string) => asked(`/api/imports/${id}/start`, {}),
    stop: (id: string) => asked(`/api/imports/${id}/stop`, {}),
    written: async (id: string) => {
      await asked(`/api/imports/${id}/start`, {});
      return settled(id);
    },
    refused: async (id: string): Promise<string> => {
      const answer = await scene.ask({ path: `/api/imports/${id}/refused`, token });
      return String(answer.body).replace(/^\uFEFF/, '');
    },
    /** What is in the timelines of the team, as one would tell it. */
    events: async () =>
      scene.db
        .selectFrom('event')
        .where('ws_id', '=', scene.wsId)
        .select([
          'lead_id',
          'event_id',
          'at',
          'kind',
          'name',
          'title',
          'path',
          'source',
          'campaign',
        ])
        .orderBy('at')
        .execute(),
    leads: async () =>
      scene.db
        .selectFrom('lead')
        .where('ws_id', '=', scene.wsId)
        .where('merged_into', 'is', null)
        .selectAll()
        .orderBy('email')
        .execute(),
  };
}
