/** Edits of the definition in their room: kept on the device, undone and redone, compared with what others did meanwhile. */
import type { DefinitionsAnswer } from '../contract/agreement.ts';
import type { LeadDefinition } from '../contract/definition.ts';
import { type DefinitionIssue, readDefinition } from '../contract/definition-issues.ts';
import { same } from '../contract/same.ts';
import type { Cell } from '../platform/cell.ts';
import { type Connection, senderOf } from '../platform/connection.ts';
import { type Edits, edited, fresh, isUnsaved, redone, undone } from './definition-edits.ts';
import { fromFile } from './definition-file.ts';
import {
  type DefinitionsView,
  newest,
  type Origin,
  originOf,
  withEdits,
} from './definition-view.ts';
import type { KeptEditsStore } from './kept-edits.ts';

interface Tools {
  connection: Cell<Connection | null | undefined>;
  kept: KeptEditsStore;
  shown: () => DefinitionsView | null;
  change: (part: Partial<DefinitionsView>) => void;
  follow: (definition: LeadDefinition | null, how?: { pause?: boolean }) => void;
}

export function definitionEditor({ connection, kept, shown, change, follow }: Tools) {
  let edits: Edits | null = null;
  let json: string | null = null;
  let origin: Origin | null = null;
  let recalled = false;
  /** The store has the first part of these edits, and has not said yet what came of it. */
  let following = false;

  const seen = (answer: DefinitionsAnswer) =>
    withEdits(answer, edits, json, following ? null : origin);

  /** Asks what is on screen would do, unless it is in force, or says nothing that could be tried. */
  const look = (how?: { pause?: boolean }) => {
    const now = shown();
    if (!now || now.edits.issues.length > 0) return;
    follow(now.changes.length > 0 ? now.shown : null, how);
  };

  /** Shows and keeps what was just changed. */
  const settle = () => {
    const now = shown();
    if (!now) return;
    change(seen(now.answer));
    look();
    void keep();
  };

  async function keep(): Promise<void> {
    const me = connection.get();
    if (!me) return;
    const unsaved = json !== null || (edits !== null && isUnsaved(edits));
    if (!unsaved || !origin || !edits) return kept.write(null);
    await kept.write({
      ...senderOf(me),
      basedOn: origin.version,
      draftId: origin.draftId,
      text: json ?? JSON.stringify(edits.now),
    });
  }

  /** What this device kept of the edits of whoever is connected. */
  async function recall(answer: DefinitionsAnswer): Promise<void> {
    const [all, me] = [await kept.read(), connection.get()];
    if (!all || !me || edits) return;
    const whose = senderOf(me);
    if (all.store !== whose.store || all.memberId !== whose.memberId) return;
    const read = readDefinition(all.text);
    const begun = fresh(newest(answer));
    origin = { version: all.basedOn, draftId: all.draftId };
    edits = read.ok ? edited(begun, read.definition, null) : begun;
    json = read.ok ? null : all.text;
  }

  function begin(now: DefinitionsView): Edits {
    origin ??= originOf(now.answer);
    edits ??= fresh(newest(now.answer));
    return edits;
  }

  function step(next: (edits: Edits) => Edits): void {
    const now = shown();
    if (!now) return;
    edits = next(begin(now));
    json = null;
    settle();
  }

  function drop(): void {
    edits = null;
    json = null;
    origin = null;
    following = false;
    settle();
  }

  return {
    seen,
    look,
    origin: () => origin,
    drop,
    /** The store answered: edits that were kept come back, and those that change nothing give way to what is new. */
    async takeUp(answer: DefinitionsAnswer): Promise<void> {
      if (!recalled) {
        recalled = true;
        await recall(answer);
      }
      if (edits && json === null && !isUnsaved(edits)) {
        edits = null;
        origin = null;
      }
      // Typed on while the first part was being saved: the rest belongs to what came of that.
      if (edits && following) {
        origin = originOf(answer);
        await keep();
      }
      following = false;
    },
    /** Somebody else is connected, or nobody. */
    forget(): void {
      edits = null;
      json = null;
      origin = null;
      following = false;
      recalled = false;
    },
    edit: (next: LeadDefinition, field: string | null) =>
      step((before) => edited(before, next, field)),
    undo: () => step(undone),
    redo: () => step(redone),
    typeJson(text: string): void {
      const now = shown();
      if (!now) return;
      const before = begin(now);
      const read = readDefinition(text);
      if (read.ok) edits = edited(before, read.definition, 'json');
      json = read.ok ? null : text;
      settle();
    },
    /** A file lands among the edits, or nowhere. */
    takeIn(text: string): DefinitionIssue[] {
      const now = shown();
      const read = fromFile(text);
      if (!now || !read.ok) return read.ok ? [] : read.issues;
      const { version, signedBy } = now.shown;
      step((before) => edited(before, { ...read.definition, version, signedBy }, null));
      return [];
    },
    /** The store has these edits; what was typed since stays. */
    saved(sent: LeadDefinition): void {
      if (!edits || (json === null && same(edits.now, sent))) drop();
      else {
        edits = { ...edits, base: sent };
        following = true;
      }
    },
    /** Somebody changed the draft meanwhile, and these edits are to stand all the same. */
    keepMine(): void {
      const now = shown();
      if (now) origin = originOf(now.answer);
      settle();
    },
  };
}
