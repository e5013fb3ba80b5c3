/** What the room of the lead definition has on screen. */
import type { Member } from '../contract/access.ts';
import type { AgreedDraft, DefinitionsAnswer } from '../contract/agreement.ts';
import type { LeadDefinition } from '../contract/definition.ts';
import { changesOf, type DefinitionChange } from '../contract/definition-changes.ts';
import type { DefinitionIssue } from '../contract/definition-issues.ts';
import { checkedDefinition, readDefinition } from '../contract/definition-issues.ts';
import type { Preview, Suggestion } from '../contract/learning.ts';
import type { Problem } from '../contract/problem.ts';
import type { RulesReport } from '../contract/reports.ts';
import { type Edits, isUnsaved } from './definition-edits.ts';

/** What the shown definition would have done. The last answer stays while the next one is on its way. */
export interface PreviewView {
  preview: Preview | null;
  busy: boolean;
  problem: Problem | null;
}

/** Two versions beside each other. */
export type ComparedView =
  | { is: 'none' }
  | { is: 'loading'; from: number; to: number }
  | { is: 'problem'; from: number; to: number; problem: Problem }
  | { is: 'compared'; from: number; to: number; changes: DefinitionChange[] };

/** The draft that is open now is not the one that was edited. */
export interface Conflict {
  /** Null: it was discarded or put in force. */
  draft: AgreedDraft | null;
  /** The version in force changed, too. */
  version: boolean;
  theirs: DefinitionChange[];
}

/** What is edited here and nobody else sees yet. */
export interface EditsView {
  unsaved: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** JSON as it was typed while it is no definition. */
  json: string | null;
  issues: DefinitionIssue[];
  conflict: Conflict | null;
}

export interface DefinitionsView {
  is: 'definitions';
  member: Member;
  answer: DefinitionsAnswer;
  /** What the form shows: the edits, else the draft, else what is in force. */
  shown: LeadDefinition;
  /** Against what is in force. */
  changes: DefinitionChange[];
  edits: EditsView;
  preview: PreviewView;
  /** Acceptance with and without each line, over a year; null until it is known. */
  evidence: RulesReport | null;
  suggestions: Suggestion[];
  compared: ComparedView;
  refreshing: boolean;
  problem: Problem | null;
}

export type DefinitionRoomView =
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem; retrying: boolean }
  | DefinitionsView;

/** What edits were made from. */
export interface Origin {
  version: number;
  draftId: string | null;
}

/** @returns the newest of what is written: the draft, else what is in force */
export const newest = ({ current, draft }: DefinitionsAnswer): LeadDefinition =>
  draft?.definition ?? current;

export const originOf = ({ current, draft }: DefinitionsAnswer): Origin => ({
  version: current.version,
  draftId: draft?.draftId ?? null,
});

/** @returns the part of the view that follows from the edits */
export function withEdits(
  answer: DefinitionsAnswer,
  edits: Edits | null,
  json: string | null,
  origin: Origin | null,
): Pick<DefinitionsView, 'shown' | 'changes' | 'edits'> {
  const shown = edits?.now ?? newest(answer);
  const unsaved = json !== null || (edits !== null && isUnsaved(edits));
  return {
    shown,
    changes: changesOf(answer.current, shown),
    edits: {
      unsaved,
      canUndo: (edits?.past.length ?? 0) > 0,
      canRedo: (edits?.future.length ?? 0) > 0,
      json,
      issues: unsaved ? issuesOf(shown, json) : [],
      conflict: unsaved && origin ? conflictWith(answer, origin) : null,
    },
  };
}

function issuesOf(shown: LeadDefinition, json: string | null): DefinitionIssue[] {
  const read = json === null ? checkedDefinition(shown) : readDefinition(json);
  return read.ok ? [] : read.issues;
}

function conflictWith(answer: DefinitionsAnswer, origin: Origin): Conflict | null {
  const now = originOf(answer);
  if (now.draftId === origin.draftId && now.version === origin.version) return null;
  return {
    draft: answer.draft,
    version: now.version !== origin.version,
    theirs: answer.draft ? changesOf(answer.current, answer.draft.definition) : [],
  };
}
