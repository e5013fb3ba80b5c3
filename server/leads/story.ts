/** The story so far: a few sentences made from the events, and nothing that is not in them. */
import type { StoryPart } from '../../lib/contract/lead.ts';
import type { RepWords } from '../words/rep-words.ts';
import { type Digest, isOwn, type Seen, timesOf } from './digest.ts';
import type { LeadEvent } from './scored-events.ts';

/** Fewer visits are not a habit. */
const KEEPS_COMING_BACK = 3;

/** @returns first touch, what they keep coming back to, last touch; empty when no person did anything */
export function storyOf(digest: Digest, words: RepWords): StoryPart[] {
  const {
    first,
    last,
    seen: [habit],
  } = digest;
  if (!first || !last) return [];
  if (timesOf(digest, isOwn) === 1) return joined(firstTouch(first, words));
  return joined([
    ...firstTouch(first, words),
    ...comingBack(habit, words),
    ...lastTouch(last, words),
  ]);
}

/** Neighbours without an address become one part. */
function joined(parts: readonly StoryPart[]): StoryPart[] {
  const all: StoryPart[] = [];
  for (const part of parts) {
    const before = all.at(-1);
    if (before && before.url === null && part.url === null) before.text += part.text;
    else all.push({ ...part });
  }
  return all;
}

function firstTouch(event: LeadEvent, words: RepWords): StoryPart[] {
  const from = straight(event.channel ?? event.source);
  const campaign = event.campaign === null ? null : straight(event.campaign);
  const begin = words.story.first(words.day(event.at), from, campaign);
  return [plain(begin), ...did(event, words), plain('.')];
}

function comingBack(habit: Seen | undefined, words: RepWords): StoryPart[] {
  if (!habit || habit.times < KEEPS_COMING_BACK) return [];
  const { last, times } = habit;
  return [
    plain(words.story.comingBack),
    ...thing(last, words),
    plain(words.story.times(times, words.day(last.at))),
  ];
}

function lastTouch(event: LeadEvent, words: RepWords): StoryPart[] {
  return [plain(words.story.last(words.day(event.at))), ...did(event, words), plain('.')];
}

/** Without what would turn round the rest of the sentence that a name stands in: anybody can send one. */
function straight(name: string): string {
  return name.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
}

function plain(text: string): StoryPart {
  return { text, url: null };
}

function did(event: LeadEvent, words: RepWords): StoryPart[] {
  const { before, after } = words.story.did(event.kind, nameOf(event) !== null);
  return [before, thing(event, words), after].flatMap((part) =>
    typeof part === 'string' ? (part === '' ? [] : [plain(part)]) : part,
  );
}

/** The name of what it was about, with its address; nothing when it has no name of its own. */
function thing(event: LeadEvent, words: RepWords): StoryPart[] {
  const name = nameOf(event);
  return name === null ? [] : [{ text: words.quoted(straight(name)), url: event.url }];
}

function nameOf({ kind, name, title }: LeadEvent): string | null {
  if (kind === 'page_viewed') return title ?? name;
  return kind === 'other' ? name : title;
}
