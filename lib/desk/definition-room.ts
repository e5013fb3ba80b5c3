/** The room of the lead definition: what is in force, what is proposed, what is being edited, what it would do. */
import type { LeadDefinition } from '../contract/definition.ts';
import type { Suggestion } from '../contract/learning.ts';
import { failed, type Result } from '../contract/problem.ts';
import { mayActAs } from '../contract/words.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';
import type { Connection } from '../platform/connection.ts';
import { definitionActs } from './definition-acts.ts';
import { definitionCompare } from './definition-compare.ts';
import { definitionEditor } from './definition-editor.ts';
import { lookAhead } from './definition-look-ahead.ts';
import { type DefinitionRoomView, type DefinitionsView, originOf } from './definition-view.ts';
import { drafted } from './draft-change.ts';
import type { KeptEditsStore } from './kept-edits.ts';
import { isAside, type NotNow, type NotNowStore, withAside } from './not-now.ts';

export interface DefinitionTools {
  ask: Ask;
  connection: Cell<Connection | null | undefined>;
  kept: KeptEditsStore;
  notNow: NotNowStore;
  newId: () => string;
  now: () => number;
  later?: (then: () => void, ms: number) => void;
}

const ASK_AGAIN_MS = 3000;
const EVIDENCE_DAYS = 365;

export function definitionRoom(tools: DefinitionTools) {
  const { ask, connection, notNow, later = setTimeout } = tools;
  const view = cell<DefinitionRoomView>({ is: 'loading' });
  let suggested: Suggestion[] = [];
  let aside: NotNow = {};
  let opened = false;
  /** Two buttons save; the second press is the same save. */
  let saving: Promise<Result<unknown>> | null = null;
  /** The newest question; an answer to an older one is thrown away. */
  let asked = 0;

  const change = (part: Partial<DefinitionsView>) => {
    const now = view.get();
    if (now.is === 'definitions') view.set({ ...now, ...part });
  };
  const shown = () => {
    const now = view.get();
    return now.is === 'definitions' ? now : null;
  };

  const ahead = lookAhead({ ask, later, tell: (preview) => change({ preview }) });
  const editor = definitionEditor({ ...tools, shown, change, follow: ahead.follow });
  const compare = definitionCompare({ ask, change });
  const acts = definitionActs({ ask, newId: tools.newId, shown, change, load });
  const sorted = () => suggested.filter((each) => !isAside(aside, each));

  async function load(): Promise<void> {
    const mine = ++asked;
    change({ refreshing: true });
    const answer = await ask('definitions.get', {});
    const member = connection.get()?.member;
    if (mine !== asked || !member) return;
    const now = shown();
    if (!answer.ok) {
      const { problem } = answer;
      if (now) change({ problem, refreshing: false });
      else view.set({ is: 'problem', problem, retrying: false });
      return;
    }
    await editor.takeUp(answer.value);
    if (mine !== asked) return;
    const before = shown();
    view.set({
      preview: before?.preview ?? { preview: null, busy: false, problem: null },
      evidence: before?.evidence ?? null,
      compared: before?.compared ?? { is: 'none' },
      is: 'definitions',
      member,
      answer: answer.value,
      ...editor.seen(answer.value),
      suggestions: sorted(),
      refreshing: false,
      problem: null,
    });
    editor.look({ pause: false });
    const { rescoring } = answer.value;
    if (rescoring && !rescoring.finishedAt) {
      later(() => mine === asked && void load(), ASK_AGAIN_MS);
    }
  }

  /** What speaks for the points: nice to have, so a silence of it is no problem of the room. */
  async function loadEvidence(): Promise<void> {
    const me = connection.get()?.member;
    if (!me) return;
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    const to = tools.now();
    const range = { from: day(to - EVIDENCE_DAYS * 86_400_000), to: day(to) };
    const [rules, learned] = await Promise.all([
      ask('report.rules', range),
      mayActAs(me.role, 'marketer') ? ask('learning.get', {}) : null,
    ]);
    if (connection.get()?.member.memberId !== me.memberId) return;
    if (learned?.ok) suggested = learned.value.suggestions;
    change({ suggestions: sorted(), ...(rules.ok ? { evidence: rules.value } : {}) });
  }

  async function save(): Promise<Result<unknown>> {
    const now = shown();
    // Without edits it is a draft of an older version that is brought up to date.
    const origin = editor.origin() ?? (now && originOf(now.answer));
    if (!now || !origin || now.edits.issues.length > 0) {
      return failed('bad-request', 'This is no definition yet', 'Correct what is marked first.');
    }
    const sent = now.shown;
    const answer = await ask('definition.draft', {
      basedOn: origin.version,
      definition: proposed(sent, origin.version),
      replaces: origin.draftId,
    });
    if (answer.ok) editor.saved(sent);
    if (answer.ok || answer.problem.code === 'conflict') await load();
    return answer;
  }

  connection.subscribe(() => {
    const member = connection.get()?.member.memberId;
    if (shown()?.member.memberId === member && member) return;
    asked += 1;
    suggested = [];
    editor.forget();
    ahead.follow(null);
    view.set({ is: 'loading' });
    if (opened && member) void all();
  });

  async function all(): Promise<void> {
    await load();
    await loadEvidence();
  }

  return {
    view,
    /** Somebody looks at the room: loads it the first time, looks for news after that. */
    async open() {
      if (!opened) aside = await notNow.read();
      opened = true;
      if (connection.get()) await all();
    },
    refresh() {
      const now = view.get();
      if (now.is === 'problem') view.set({ ...now, retrying: true });
      void all();
    },
    edit: editor.edit,
    typeJson: editor.typeJson,
    undo: editor.undo,
    redo: editor.redo,
    takeIn: editor.takeIn,
    dropEdits: editor.drop,
    keepMine: editor.keepMine,
    lookAgain: ahead.again,
    compare,
    ...acts,
    save(): Promise<Result<unknown>> {
      saving ??= save().finally(() => {
        saving = null;
      });
      return saving;
    },
    /** Puts what verdicts speak for among the edits. */
    takeUp({ ruleId, step, to }: Suggestion) {
      const now = shown();
      if (!now) return;
      const { current } = now.answer;
      const start = { basedOn: current.version, definition: now.shown };
      const next = drafted(
        { definition: current, draft: { ...EMPTY_DRAFT, ...start } },
        { of: 'points', ruleId, step, to },
      );
      editor.edit({ ...next, version: now.shown.version, signedBy: now.shown.signedBy }, null);
    },
    async setAside(suggestion: Suggestion) {
      aside = withAside(aside, suggestion);
      change({ suggestions: sorted() });
      await notNow.write(aside);
    },
  };
}

const EMPTY_DRAFT = {
  draftId: '',
  madeAt: '',
  by: '',
  changes: [],
  before: null,
  after: null,
};

const proposed = (definition: LeadDefinition, basedOn: number): LeadDefinition => ({
  ...definition,
  version: basedOn + 1,
  signedBy: { marketing: null, sales: null },
});
