/** The lesson as it goes: hears the teacher in the page, keeps what was learned, saves the recipe at the end. */
import { done, type Result } from '../../lib/contract/problem.ts';
import { type FactName, recipe as recipeSchema } from '../../lib/contract/recipe.ts';
import { type Door, waitAtDoor } from '../../lib/lead/door.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { cell } from '../../lib/platform/cell.ts';
import { keepRecipe, readRecipes } from '../../lib/sites/recipes.ts';
import { addSite, patternOf } from '../../lib/sites/sites.ts';
import { endTeaching, keepTeaching, readTeaching } from '../../lib/sites/teaching.ts';
import { type Lesson, lesson as lessonSchema } from '../../lib/teach/kept.ts';
import {
  confirmed,
  doubtAbout,
  forgetting,
  idFor,
  newLesson,
  pointed,
  recipeOf,
} from '../../lib/teach/lesson.ts';
import type { LessonToTeacher, Look, Target, TeacherToLesson } from '../../lib/teach/wire.ts';
import { failedInWords } from '../../lib/words/problems.ts';
import { teachWords } from '../../lib/words/teach.ts';
import { refusalWords } from './words.ts';

export type Session = ReturnType<typeof openSession>;

export interface SessionView {
  lesson: Lesson;
  look: Look | null;
  pointing: Target | null;
  refused: { at: Target; words: string } | null;
}

/** Waits for the teacher's port and goes on with the lesson where it was left. */
export function openSession() {
  const view = cell<SessionView | null>(null);
  let door: Door<LessonToTeacher> | null = null;

  const now = () => view.get();
  const change = (part: Partial<SessionView>) => {
    const before = now();
    if (before) view.set({ ...before, ...part });
  };
  const learn = (next: Lesson) => {
    change({ lesson: next, refused: null });
    void keepTeaching(next);
    door?.send({ kind: 'lesson', lesson: next });
  };

  const hear = (message: TeacherToLesson) => {
    const before = now();
    if (!before) return;
    switch (message.kind) {
      case 'look':
        return change({ look: message.look });
      case 'stopped':
        return change({ pointing: null });
      case 'refused':
        return change({
          pointing: null,
          refused: { at: message.at, words: refusalWords(message.at, message.why) },
        });
      case 'pointedRow':
        change({ pointing: null });
        return learn({ ...before.lesson, list: { url: message.url, page: message.page } });
      case 'pointed': {
        change({ pointing: null });
        const { lesson, look } = before;
        const wrong =
          lesson.stage === 'second' &&
          doubtAbout(message.at, lesson.first?.values ?? {}, look?.values ?? {}) === 'same-on-both';
        const instead = lesson.stage === 'first' || wrong;
        return learn(pointed(lesson, message.at, message.places, instead));
      }
    }
  };

  waitAtDoor<TeacherToLesson, LessonToTeacher>(ask, hear, async (opened) => {
    door = opened;
    const kept = await readTeaching();
    const parsed = lessonSchema.safeParse(kept);
    const origin = originOf(kept);
    if (!parsed.success && !origin) return;
    const lesson = parsed.success ? parsed.data : newLesson(origin ?? '');
    view.set({ lesson, look: null, pointing: null, refused: null });
    opened.send({ kind: 'lesson', lesson });
  });

  return {
    view,
    point(at: Target) {
      change({ pointing: at, refused: null });
      door?.send({ kind: 'point', at });
    },
    stopPointing() {
      change({ pointing: null });
      door?.send({ kind: 'stop' });
    },
    dock: () => door?.send({ kind: 'dock' }),
    forget(fact: FactName) {
      const before = now();
      if (before) learn(forgetting(before.lesson, fact));
    },
    choose(kind: Lesson['kind']) {
      const before = now();
      if (before) learn({ ...before.lesson, kind });
    },
    next() {
      const { lesson, look } = now() ?? {};
      if (!lesson) return;
      if (lesson.stage === 'first' && look) {
        learn({ ...lesson, stage: 'second', first: { url: look.url, values: look.values } });
      } else if (lesson.stage === 'second' && look) {
        learn(confirmed(lesson, { url: look.url, values: look.values }, look.holding));
      } else if (lesson.stage === 'list') learn({ ...lesson, stage: 'name' });
    },
    back() {
      const { lesson } = now() ?? {};
      if (lesson?.stage === 'second') learn({ ...lesson, stage: 'first', first: null });
      else if (lesson?.stage === 'list') learn({ ...lesson, stage: 'second', second: null });
      else if (lesson?.stage === 'name') learn({ ...lesson, stage: 'list' });
    },
    async save(name: string): Promise<Result<null>> {
      const { lesson } = now() ?? {};
      if (!lesson) return done(null);
      const named = { ...lesson, name };
      const saved = await saveRecipe(named);
      if (saved.ok) change({ lesson: { ...named, stage: 'done' } });
      return saved;
    },
    /** Truce begins on this site, and the panel goes. */
    async leave(): Promise<void> {
      const { lesson } = now() ?? {};
      await ask('teach.end', {});
      if (lesson) await ask('sites.changed', { added: [patternOf(lesson.origin)] });
      door?.send({ kind: 'leave' });
    },
  };
}

/** Whole or not at all: the recipe is checked by the schema that every other one passes, and kept before the site. */
async function saveRecipe(lesson: Lesson): Promise<Result<null>> {
  const t = teachWords();
  const taken = new Set((await readRecipes()).map(({ id }) => id));
  const today = new Date().toISOString().slice(0, 10);
  const made = recipeOf(lesson, idFor(lesson.name, taken), today);
  const parsed = recipeSchema.safeParse(made);
  if (!parsed.success) {
    return failedInWords('bad-request', t.notWhole, t.notWholeHelp);
  }
  try {
    await keepRecipe(parsed.data);
    await addSite({ origin: lesson.origin, crm: parsed.data.id });
    await endTeaching();
  } catch {
    return failedInWords('store-error', t.notSaved, t.notSavedHelp);
  }
  return done(null);
}

function originOf(kept: unknown): string | null {
  const origin = typeof kept === 'object' && kept && 'origin' in kept ? kept.origin : null;
  return typeof origin === 'string' && URL.canParse(origin) ? origin : null;
}
