/** What travels between the teacher (in the page) and the lesson (in the frame). */
import type { FactName, ListPage, Place } from '../contract/recipe.ts';
import type { PageFacts } from '../contract/record.ts';
import type { Lesson } from './kept.ts';

export type Target = FactName | 'row';

/** What the page in front gives by what has been learned. */
export interface Look {
  url: string;
  /** Whether the address is of the shape learned, names something else, or looks like no record at all. */
  address: 'record' | 'list' | 'guess' | 'none';
  /** What the places give here; a fact whose places give several values or none is missing. */
  values: Partial<Record<FactName, string>>;
  /** Of each fact, the places that hold on this page too. */
  holding: Partial<Record<FactName, Place[]>>;
  /** On the list that was taught: its first rows, and how many there are. */
  rows: PageFacts[];
  rowCount: number;
}

export type Refusal =
  | 'no-address'
  | 'no-text'
  | 'too-much'
  | 'no-number'
  | 'not-alone'
  | 'no-link'
  | 'no-list';

export type LessonToTeacher =
  /** What has been learned; answered with a look, now and whenever the page changes. */
  | { kind: 'lesson'; lesson: Lesson }
  /** Let the person point at this. */
  | { kind: 'point'; at: Target }
  | { kind: 'stop' }
  /** The frame covers what is to be pointed at: to the other side. */
  | { kind: 'dock' }
  /** The lesson is over: take everything off the page. */
  | { kind: 'leave' };

export type TeacherToLesson =
  | { kind: 'hello' }
  | { kind: 'look'; look: Look }
  | { kind: 'pointed'; at: FactName; places: Place[]; value: string; url: string }
  | { kind: 'pointedRow'; page: ListPage; url: string }
  | { kind: 'refused'; at: Target; why: Refusal }
  /** The person pressed Escape. */
  | { kind: 'stopped' };
