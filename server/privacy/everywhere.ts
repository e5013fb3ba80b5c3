/**
 * Every table, and what in it is about people. A new table or column fails a test until somebody says here what it is, and
 * `docs/privacy.md` is this list in words, so the two cannot differ.
 */

import { ABOUT_LEADS } from './about-leads.ts';
import { ABOUT_MEMBERS, ELSEWHERE } from './about-others.ts';
import type { Kept } from './kept.ts';

/** Tables with something about people in them. */
export const PERSONAL: Record<string, Kept> = { ...ABOUT_LEADS, ...ELSEWHERE, ...ABOUT_MEMBERS };

/** Nothing in these is about a person. */
export const ABOUT_NOBODY: Record<string, string> = {
  workspace: 'the team’s name',
  install: 'what belongs to the installation; the key, if none was given',
  source: 'senders and their sealed secrets',
  calibration: 'figures of all verdicts together',
  shared_crm: 'how to read a CRM’s pages',
  rescoring: 'progress of work',
  lease: 'which process does the work',
  import_mapping: 'what columns mean',
  change: 'that a lead changed: its id, for seven days',
  hook_endpoint: 'whom to tell',
  sign_on: 'a sign-on that is under way, for minutes',
  sign_on_code: 'codes of a sign-on, for minutes',
  retention: 'days per kind of event',
  retention_run: 'progress of work',
  kept_apart: 'pairs of ids that are not one person',
};

/** @returns the data map, as docs/privacy.md has it */
export function dataMap(): string {
  return [
    '### Leads',
    ...tableOf({ ...ABOUT_LEADS, ...ELSEWHERE }),
    '',
    '### Members',
    ...tableOf(ABOUT_MEMBERS),
    '',
    '### Nobody',
    '',
    ...Object.entries(ABOUT_NOBODY).map(([table, what]) => `- \`${table}\`: ${what}`),
  ].join('\n');
}

function tableOf(tables: Record<string, Kept>): string[] {
  return Object.entries(tables).flatMap(([table, kept]) => [
    '',
    `**\`${table}\`**: ${kept.why}.`,
    '',
    ...Object.entries(kept.personal).map(([column, what]) => `- \`${column}\`: ${what}`),
    '',
    `Kept until: ${kept.until}. Seen by: ${kept.seenBy}. Exported: ${kept.exported}. Erased: ${kept.erased}.`,
  ]);
}
