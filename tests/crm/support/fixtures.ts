/** The saved pages of all CRMs: `tests/fixtures/crm/<crm>/<date>-<what>.html` with what is to be read beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CrmRecord, PageFacts } from '../../../lib/contract/record.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/crm');

interface Common {
  crm: string;
  name: string;
  html: string;
  /** Address the page was at. */
  url: string;
  /** Pages in frames: address → file beside this one. */
  frames: Record<string, string>;
}

/** A record's page. `hostile` ones are full of other people's facts, and of what other extensions leave behind. */
export interface RecordFixture extends Common {
  page: 'record' | 'hostile';
  /** Which record is in front; for panels and frames, whose address does not say. */
  record?: Partial<CrmRecord>;
  /** Another record whose page has not rendered yet: this DOM must not pass for it. */
  another?: string;
  facts: PageFacts;
}

export interface ListFixture extends Common {
  page: 'list';
  rows: { id: string | null; kind?: string; name?: string; email?: string; company?: string }[];
}

export type Fixture = RecordFixture | ListFixture;

/** @returns all fixtures, by CRM and date */
export function readFixtures(): Fixture[] {
  return readdirSync(FOLDER).flatMap((crm) =>
    readdirSync(join(FOLDER, crm))
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const read = (name: string) => readFileSync(join(FOLDER, crm, name), 'utf8');
        const name = file.replace('.json', '');
        const said = JSON.parse(read(file));
        const frames = Object.entries<string>(said.frames ?? {}).map(([url, inner]) => [
          url,
          read(inner),
        ]);
        return {
          page: 'record',
          ...said,
          crm,
          name,
          html: read(`${name}.html`),
          frames: Object.fromEntries(frames),
        } as Fixture;
      }),
  );
}

export const isRecord = (fixture: Fixture): fixture is RecordFixture => fixture.page !== 'list';
export const isList = (fixture: Fixture): fixture is ListFixture => fixture.page === 'list';
