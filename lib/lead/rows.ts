/** The frame's side of a list: one question for all its rows, a face for each chip, and the card of the one that is wanted. */
import type { LeadCard } from '../contract/lead.ts';
import type { LeadInBrief } from '../contract/look-up.ts';
import type { Problem } from '../contract/problem.ts';
import type { Cards } from '../engagement/cards.ts';
import type { Ask } from '../messaging/ask.ts';
import type { CardStart, CardToList, ListedRow, ListToCard } from '../page/list-wire.ts';
import { type Cell, cell } from '../platform/cell.ts';
import { faceOf, groupLabel } from './faces.ts';

/** A score may be so old before it is asked for again. */
const FRESH_MS = 60_000;
/** So many cards at a time, which is what the store gives at once. */
const MOST_CARDS = 25;

export type RowView =
  | { is: 'none' }
  | {
      is: 'row';
      key: string;
      brief: LeadInBrief;
      /** Null while it is on its way: nothing can be said of a lead before all that is known of it is here. */
      card: LeadCard | null;
      problem: Problem | null;
      start: CardStart;
      /** Counts the times that a card was wanted, so that a start happens once. */
      round: number;
    };

export interface RowsSession {
  view: Cell<RowView>;
  hear(message: Exclude<ListToCard, { kind: 'sight' }>): void;
  /** Asks again about all rows in front, as their leads may have changed. */
  refresh(): Promise<void>;
  /** Asks about those that have become old. */
  freshen(): Promise<void>;
  /** Another store, or another person: nothing that was known counts. */
  forget(): Promise<void>;
}

export interface RowsOptions {
  ask: Ask;
  cards: Pick<Cards, 'ofLead'>;
  send(message: CardToList): void;
  now?: () => number;
}

interface Known {
  brief: LeadInBrief | null;
  at: number;
}

export function rowsSession({ ask, cards, send, now = Date.now }: RowsOptions): RowsSession {
  const view = cell<RowView>({ is: 'none' });
  const known = new Map<string, Known>();
  const asking = new Set<string>();
  let rows: ListedRow[] = [];
  let round = 0;
  /** Counts the stores and persons there were: what was asked as one of them is not answered to the next. */
  let era = 0;

  const lookUp = async (asked: ListedRow[]) => {
    if (asked.length === 0) return;
    for (const { key } of asked) asking.add(key);
    const items = asked.map(({ record, facts }) => ({ record, facts }));
    const own = era;
    const answer = await ask('rows.scores', { items });
    if (own !== era) return;
    for (const { key } of asked) asking.delete(key);
    if (!answer.ok) return;
    for (const [place, { key }] of asked.entries()) {
      const item = answer.value.items[place];
      known.set(key, { brief: item?.found ? item : null, at: now() });
    }
    tell(asked);
    await showAgain();
    await warm(asked);
  };

  const tell = (told: ListedRow[]) => {
    const faces = told.flatMap(({ key }) => {
      const there = known.get(key);
      return there ? [there.brief ? faceOf(key, there.brief) : { key, text: null }] : [];
    });
    if (faces.length > 0) send({ kind: 'faces', group: groupLabel(), faces });
  };

  const warm = async (about: ListedRow[]) => {
    const leads = about.flatMap(({ key, record }) => {
      const brief = known.get(key)?.brief;
      return brief ? [{ leadId: brief.leadId, rev: brief.rev, record }] : [];
    });
    const own = era;
    for (let from = 0; from < leads.length && own === era; from += MOST_CARDS) {
      const answer = await ask('rows.warm', { leads: leads.slice(from, from + MOST_CARDS) });
      if (!answer.ok) return;
    }
  };

  /** The card that is on screen is another one now, perhaps. */
  const showAgain = async () => {
    const shown = view.get();
    const brief = shown.is === 'row' ? known.get(shown.key)?.brief : null;
    if (shown.is !== 'row' || !brief) return;
    view.set({ ...shown, brief, card: cardOf(shown, brief) });
    await load(shown.key, brief);
  };

  const load = async (key: string, brief: LeadInBrief) => {
    const put = (card: LeadCard | null, problem: Problem | null) => {
      const shown = view.get();
      if (shown.is !== 'row' || shown.key !== key || shown.brief.leadId !== brief.leadId) return;
      const newer = shown.card && (!card || card.rev < shown.card.rev) ? shown.card : card;
      view.set({ ...shown, card: newer, problem });
    };
    const kept = await cards.ofLead(brief.leadId).catch(() => null);
    if (kept) put(kept.card, null);
    if (kept && kept.card.rev >= brief.rev) return;
    const record = rows.find((row) => row.key === key)?.record ?? null;
    const { leadId, rev } = brief;
    const answer = await ask('rows.warm', { leads: [{ leadId, rev, record }] });
    const fetched = await cards.ofLead(leadId).catch(() => null);
    put(fetched?.card ?? null, answer.ok ? null : answer.problem);
  };

  const isOld = ({ key }: ListedRow) => {
    const there = known.get(key);
    return !asking.has(key) && (!there || now() - there.at >= FRESH_MS);
  };

  return {
    view,
    hear(message) {
      if (message.kind === 'rows') {
        rows = message.rows;
        tell(rows);
        void lookUp(rows.filter(isOld));
        return;
      }
      const { key, start } = message;
      const brief = key === null ? null : known.get(key)?.brief;
      if (key === null || !brief) {
        view.set({ is: 'none' });
        return;
      }
      const shown = view.get();
      const card = shown.is === 'row' && shown.key === key ? cardOf(shown, brief) : null;
      round += 1;
      view.set({ is: 'row', key, brief, card, problem: null, start, round });
      void load(key, brief);
    },
    refresh: () => lookUp(rows.filter(({ key }) => !asking.has(key))),
    freshen: () => lookUp(rows.filter(isOld)),
    async forget() {
      const faces = [...known.keys()].map((key) => ({ key, text: null }));
      era += 1;
      known.clear();
      asking.clear();
      view.set({ is: 'none' });
      if (faces.length > 0) send({ kind: 'faces', group: groupLabel(), faces });
      await lookUp(rows);
    },
  };
}

/** The card that is shown, unless its row has turned out to be another lead's: two were made one, or taken apart. */
const cardOf = ({ card }: Extract<RowView, { is: 'row' }>, { leadId }: LeadInBrief) =>
  card?.leadId === leadId ? card : null;
