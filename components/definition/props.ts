/**
 * components/definition: the lead definition that both sides sign.
 *
 * In: one `DefinitionRoomState` with what is in force, what is proposed and what is being edited, and callbacks. Out: edits, a
 * draft, comments, signatures, a version in force. The form and the JSON are two ways to type the same thing.
 */
import type { Member } from '../../lib/contract/access.ts';
import type { AgreedDraft, DefinitionsAnswer, Side } from '../../lib/contract/agreement.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { DefinitionChange } from '../../lib/contract/definition-changes.ts';
import type { DefinitionIssue } from '../../lib/contract/definition-issues.ts';
import type { Preview, Suggestion } from '../../lib/contract/learning.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { RulesReport } from '../../lib/contract/reports.ts';
import type { Place, Saving } from '../ui/views.ts';

/** What the definition on screen would have done. The last answer stays while the next one is on its way. */
export type PreviewState = { preview: Preview | null; busy: boolean; problem: Problem | null };

export type ComparedState =
  | { is: 'none' }
  | { is: 'loading'; from: number; to: number }
  | { is: 'problem'; from: number; to: number; problem: Problem }
  | { is: 'compared'; from: number; to: number; changes: DefinitionChange[] };

/** What is edited here and nobody else sees yet. */
export type EditsState = {
  unsaved: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** JSON as it was typed while it is no definition. */
  json: string | null;
  issues: DefinitionIssue[];
  /** The draft that is open now is not the one that was edited. */
  conflict: { draft: AgreedDraft | null; version: boolean; theirs: DefinitionChange[] } | null;
};

/** The store has answered, now or before. */
export type DefinitionsState = {
  is: 'definitions';
  member: Member;
  answer: DefinitionsAnswer;
  /** The edits, else the draft, else what is in force. */
  shown: LeadDefinition;
  /** Against what is in force. */
  changes: DefinitionChange[];
  edits: EditsState;
  preview: PreviewState;
  evidence: RulesReport | null;
  suggestions: Suggestion[];
  compared: ComparedState;
  refreshing: boolean;
  problem: Problem | null;
};

export type DefinitionRoomState =
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem; retrying: boolean }
  | DefinitionsState;

export type DefinitionCallbacks = {
  onRefresh: () => void;
  /** `field` names what is typed into, so that typing on is one step back; null is always a step of its own. */
  onEdit: (next: LeadDefinition, field: string | null) => void;
  onTypeJson: (text: string) => void;
  onUndo: () => void;
  onRedo: () => void;
  /** Forget the edits. */
  onDrop: () => void;
  onSave: () => Saving;
  /** Somebody changed the draft meanwhile; these edits are to stand all the same. */
  onKeepMine: () => void;
  onExport: () => void;
  /** Takes a file's text among the edits. @returns what is wrong with it, nothing if it was taken */
  onImport: (text: string) => DefinitionIssue[];
  onSign: (side: Side) => Saving;
  onUnsign: (side: Side) => Saving;
  onComment: (text: string) => Saving;
  onStart: (day: string | null) => Saving;
  onPublish: () => Saving;
  onDiscard: () => Saving;
  onRollBack: (to: number) => Saving;
  /** Null looks at none. */
  onCompare: (pair: { from: number; to: number } | null) => void;
  onRetryPreview: () => void;
  onTakeUp: (suggestion: Suggestion) => void;
  onNotNow: (suggestion: Suggestion) => void;
  /** Opens a lead in the CRM. */
  onOpenLead: (leadId: string) => void;
};

export type DefinitionRoomProps = DefinitionCallbacks & {
  state: DefinitionRoomState;
  now: number;
  place?: Place;
};

/** What every part of the room is given. */
export type RoomParts = DefinitionCallbacks & {
  state: DefinitionsState;
  now: number;
  place: Place;
};
