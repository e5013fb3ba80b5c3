/** Wires the lesson to its screen. */
import type { Address, TeachStage } from '../../components/teach/props.ts';
import { Teach } from '../../components/teach/Teach.tsx';
import { ASKED } from '../../components/teach/words.ts';
import { useCell } from '../../lib/platform/use-cell.ts';
import type { Lesson } from '../../lib/teach/kept.ts';
import { doubtAbout, whyNotSecond } from '../../lib/teach/lesson.ts';
import { shapeOf } from '../../lib/teach/shape.ts';
import type { Look } from '../../lib/teach/wire.ts';
import { teachWords } from '../../lib/words/teach.ts';
import type { Session } from './session.ts';
import { doubtWords } from './words.ts';

export function App({ session }: { session: Session }) {
  const view = useCell(session.view);
  if (!view) return null;
  const { lesson, look, pointing, refused } = view;
  return (
    <Teach
      site={new URL(lesson.origin).host}
      stage={stageOf(lesson, look)}
      kind={lesson.kind}
      pointing={pointing}
      refused={refused}
      onKind={session.choose}
      onPoint={session.point}
      onStopPointing={session.stopPointing}
      onForget={session.forget}
      onNext={session.next}
      onBack={session.back}
      onSave={session.save}
      onFinish={() => void session.leave()}
      onGiveUp={() => void session.leave()}
      onDock={session.dock}
    />
  );
}

function stageOf(lesson: Lesson, look: Look | null): TeachStage {
  const values = look?.values ?? {};
  switch (lesson.stage) {
    case 'first':
      return { is: 'first', address: addressOf(look), values, ready: Boolean(values.name) };
    case 'second':
      return secondStage(lesson, look);
    case 'list':
      return {
        is: 'list',
        rows: look?.rows ?? [],
        rowCount: look?.rowCount ?? 0,
        taken: lesson.list !== null,
      };
    case 'name':
      return { is: 'name', name: lesson.name, taken: null };
    case 'done':
      return { is: 'done', name: lesson.name };
  }
}

function secondStage(lesson: Lesson, look: Look | null): TeachStage {
  const first = lesson.first?.values ?? {};
  const why = lesson.first && look ? whyNotSecond(lesson.first, look.url) : 'same';
  const now = why ? null : (look?.values ?? {});
  return {
    is: 'second',
    address: addressOf(look),
    first,
    now,
    obstacle: why ? teachWords().obstacles[why] : null,
    doubts: ASKED.flatMap((fact) => {
      const doubt = now && doubtAbout(fact, first, now);
      if (!doubt) return [];
      const serious = fact === 'name' || doubt === 'same-on-both';
      return [{ fact, words: doubtWords(fact, doubt), serious }];
    }),
  };
}

/** The page's address without its host, with the id that was found in it. */
function addressOf(look: Look | null): Address {
  const url = look && URL.canParse(look.url) ? new URL(look.url) : null;
  if (!url) return { before: '', id: null, after: '' };
  const text = url.href.slice(url.origin.length);
  const id = shapeOf(url)?.examples[0] ?? null;
  const at = id === null ? -1 : text.lastIndexOf(id);
  if (id === null || at < 0) return { before: text, id, after: '' };
  return { before: text.slice(0, at), id, after: text.slice(at + id.length) };
}
