/** A whole export as pieces of text, each made when the one before has gone out. */
import * as z from 'zod/mini';
import type { Db } from '../db/database.ts';
import {
  csvLines,
  DEFINITION_COLUMNS,
  EVENT_COLUMNS,
  eventCells,
  FEEDBACK_COLUMNS,
  feedbackCells,
  LEAD_COLUMNS,
  leadCells,
} from './csv.ts';
import { eventPages } from './events.ts';
import { feedbackObject, feedbackPages } from './feedback.ts';
import { leadObject, leadPages } from './leads.ts';
import { identifies, messageOf } from './segment.ts';

export const exportWhat = z.enum(['leads', 'events', 'feedback', 'definitions']);
export type ExportWhat = z.infer<typeof exportWhat>;
export const exportFormat = z.enum(['csv', 'ndjson']);
export type ExportFormat = z.infer<typeof exportFormat>;

export function exportLines(
  db: Db,
  wsId: string,
  what: ExportWhat,
  format: ExportFormat,
): AsyncGenerator<string> {
  return format === 'csv' ? asCsv(db, wsId, what) : asNdjson(db, wsId, what);
}

async function* asCsv(db: Db, wsId: string, what: ExportWhat): AsyncGenerator<string> {
  switch (what) {
    case 'leads':
      yield csvLines([LEAD_COLUMNS]);
      for await (const page of leadPages(db, wsId)) yield csvLines(page.map(leadCells));
      return;
    case 'events':
      yield csvLines([EVENT_COLUMNS]);
      for await (const page of eventPages(db, wsId)) yield csvLines(page.flatMap(eventCells));
      return;
    case 'feedback':
      yield csvLines([FEEDBACK_COLUMNS]);
      for await (const page of feedbackPages(db, wsId)) yield csvLines(page.map(feedbackCells));
      return;
    case 'definitions':
      yield csvLines([DEFINITION_COLUMNS]);
      yield csvLines(
        (await definitions(db, wsId)).map(({ version, created_at, body }) => [
          version,
          created_at.toISOString(),
          nameIn(body),
          JSON.stringify(body),
        ]),
      );
  }
}

async function* asNdjson(db: Db, wsId: string, what: ExportWhat): AsyncGenerator<string> {
  switch (what) {
    case 'leads':
      for await (const page of leadPages(db, wsId)) yield ndjson(page.map(leadObject));
      return;
    case 'events':
      for await (const page of eventPages(db, wsId)) {
        yield ndjson(
          page.flatMap(({ named, events, isFirst }) => [
            ...(isFirst ? identifies(named) : []),
            ...events.map((event) => messageOf(event, named)),
          ]),
        );
      }
      return;
    case 'feedback':
      for await (const page of feedbackPages(db, wsId)) yield ndjson(page.map(feedbackObject));
      return;
    case 'definitions':
      yield ndjson(
        (await definitions(db, wsId)).map(({ body, created_at }) => ({
          createdAt: created_at.toISOString(),
          definition: body,
        })),
      );
  }
}

/** A handful, however old the team is. */
function definitions(db: Db, wsId: string) {
  return db
    .selectFrom('definition')
    .where('ws_id', '=', wsId)
    .selectAll()
    .orderBy('version')
    .execute();
}

const named = z.object({ name: z.string() });

function nameIn(body: unknown): string | null {
  const parsed = named.safeParse(body);
  return parsed.success ? parsed.data.name : null;
}

function ndjson(objects: readonly object[]): string {
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('');
}
