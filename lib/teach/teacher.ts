/** The teacher: lives in the page while somebody teaches Truce this CRM. Points, measures, and shows the lesson's frame. */
import { isAlive, tell } from '../page/extension.ts';
import { createFrame } from '../page/frame.ts';
import { createHost } from '../page/host.ts';
import { keepHost } from '../page/keep-host.ts';
import { createIframe } from '../page/place.ts';
import { watchUrl } from '../page/watch-url.ts';
import type { Lesson } from './kept.ts';
import { recipeOf } from './lesson.ts';
import { lookAt } from './look.ts';
import { placesOf } from './places-of.ts';
import { createPointer } from './pointer.ts';
import { rowOf } from './row-of.ts';
import type { LessonToTeacher, Target, TeacherToLesson } from './wire.ts';

/** Pages fill themselves in; what is said of them is said again as they do. */
const LOOKS_MS = [0, 400, 1200, 3000];

/** In the isolated world's global: a second start ends the first, and the scout keeps out of the way. */
const world = globalThis as { truceTeacher?: AbortController; truceScout?: AbortController };

/** Puts the lesson on the page. Ends when the lesson says so, or when another teacher starts here. */
export function startTeacher(): void {
  world.truceTeacher?.abort();
  world.truceScout?.abort();
  const life = new AbortController();
  world.truceTeacher = life;
  const { signal } = life;
  const host = createHost(signal);
  keepHost(host, signal);
  const { element, root } = host;
  const pointer = createPointer(root, element);
  let lesson: Lesson | null = null;

  const panel = document.createElement('div');
  panel.className = 'panel right';
  panel.style.width = '380px';
  const frame = createFrame<TeacherToLesson, LessonToTeacher>({
    iframe: createIframe({ title: 'Truce', path: 'teach.html', seat: 'teach' }),
    signal,
    onBlocked: () =>
      void tell({ to: 'background', name: 'frame.blocked', body: { why: 'frame-refused' } }),
    onMessage: (message) => hear(message),
  });
  panel.append(frame.element);
  root.append(panel);

  const hear = (message: LessonToTeacher) => {
    if (message.kind === 'lesson') {
      lesson = message.lesson;
      look();
    } else if (message.kind === 'point') point(message.at);
    else if (message.kind === 'stop') pointer.stop();
    else if (message.kind === 'dock') {
      panel.className = panel.className === 'panel right' ? 'panel left' : 'panel right';
    } else if (message.kind === 'leave') life.abort();
  };

  const look = () => {
    if (!lesson || !isAlive()) return;
    frame.send({ kind: 'look', look: lookAt(document, new URL(location.href), lesson) });
  };

  const point = (at: Target) => {
    pointer.start(
      (taken) => answer(at, taken),
      () => frame.send({ kind: 'stopped' }),
    );
    // Keys go to whoever has the focus; so far that was the frame.
    window.focus();
  };

  const answer = (at: Target, taken: Element) => {
    const url = location.href;
    if (at === 'row') {
      const recipe = lesson && recipeOf(lesson, 'lesson', '2026-01-01');
      const row = recipe
        ? rowOf(taken, recipe, new URL(url))
        : ({ ok: false, why: 'no-link' } as const);
      frame.send(
        row.ok
          ? { kind: 'pointedRow', page: row.page, url }
          : { kind: 'refused', at, why: row.why },
      );
      return;
    }
    const pointed = placesOf(taken, at);
    frame.send(
      pointed.ok
        ? { kind: 'pointed', at, places: pointed.places, value: pointed.value, url }
        : { kind: 'refused', at, why: pointed.why },
    );
  };

  let timers: ReturnType<typeof setTimeout>[] = [];
  const later = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = LOOKS_MS.map((ms) => setTimeout(look, ms));
  };
  watchUrl(later, signal);
  signal.addEventListener('abort', () => {
    pointer.stop();
    for (const timer of timers) clearTimeout(timer);
  });
}
