/** What reports have to say, counted lead by lead from the words of the contract; with the ids behind every figure. */
import type { AcceptanceQuery, ReportQuery } from '../../../../lib/contract/reports.ts';
import {
  farthest,
  isIn,
  isMeant,
  type Known,
  mondayBefore,
  standsAs,
  TOOK,
  utcDay,
} from './known.ts';

/** The leads a figure stands for. */
type Ids = string[];

export const idsOf = (leads: readonly Known[]): Ids => leads.map(({ id }) => id).sort();

const tally = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length;

export function rateAmong(leads: readonly Known[]) {
  const judged = leads.filter(({ verdict }) => verdict !== null);
  return { n: tally(judged, ({ verdict }) => TOOK.includes(verdict)), of: judged.length };
}

export const isRecycled = ({ verdict }: Known) => verdict === 'recycled';

export function cameIn(all: readonly Known[], query: ReportQuery): Known[] {
  return all.filter((lead) => isMeant(lead, query) && isIn(lead.came, query));
}

export function handedIn(all: readonly Known[], query: ReportQuery): Known[] {
  return all.filter((lead) => isMeant(lead, query) && isIn(lead.handed, query));
}

export function headline(all: readonly Known[], query: ReportQuery) {
  const handed = handedIn(all, query);
  const weeks = new Map<string, Known[]>();
  for (const lead of handed) {
    const week = mondayBefore(lead.handed ?? '');
    weeks.set(week, [...(weeks.get(week) ?? []), lead]);
  }
  return {
    handed: idsOf(handed),
    weeks: new Map([...weeks].map(([week, own]) => [week, idsOf(own)])),
    accepted: rateAmong(handed),
    recycled: tally(handed, isRecycled),
    waiting: tally(handed, ({ verdict }) => verdict === null),
  };
}

export const STEPS = ['inquiry', 'mql', 'sal', 'sql', 'opportunity', 'won'] as const;

export function funnel(all: readonly Known[], query: ReportQuery) {
  const came = cameIn(all, query);
  return STEPS.map((step, place) => {
    const got = came.filter((lead) => farthest(lead) >= place);
    const stopped = place === 5 ? [] : came.filter((lead) => farthest(lead) === place);
    const standing = (as: ReturnType<typeof standsAs>) =>
      idsOf(stopped.filter((lead) => standsAs(lead) === as));
    return {
      step,
      got: idsOf(got),
      ended: {
        waiting: standing('waiting'),
        rejected: standing('rejected'),
        recycled: standing('recycled'),
        disqualified: standing('disqualified'),
        lost: standing('lost'),
      },
      inWeek: (week: string) => idsOf(got.filter((lead) => mondayBefore(lead.came) === week)),
    };
  });
}

const READ = ['content_downloaded', 'webinar_attended', 'event_attended', 'form_submitted'];

function valuesOf(lead: Known, by: AcceptanceQuery['by']): (string | null)[] {
  if (by === 'source') return [lead.row.first_source];
  if (by === 'campaign') return [lead.row.first_campaign];
  const until = lead.row.handoff_at?.getTime() ?? 0;
  const read = lead.events.filter(
    ({ kind, machine, at }) => READ.includes(kind) && !machine && at.getTime() <= until,
  );
  return read.length === 0 ? [null] : [...new Set(read.map(({ title, name }) => title ?? name))];
}

/** By value: who was handed over. */
export function acceptance(
  all: readonly Known[],
  query: AcceptanceQuery,
): Map<string | null, Known[]> {
  const by = new Map<string | null, Known[]>();
  for (const lead of handedIn(all, query)) {
    for (const value of valuesOf(lead, query.by)) by.set(value, [...(by.get(value) ?? []), lead]);
  }
  return by;
}

/** By `<verdict>:<reason>`. */
export function reasons(all: readonly Known[], query: ReportQuery): Map<string, Ids> {
  const by = new Map<string, Ids>();
  for (const lead of all) {
    const last = lead.verdicts.at(-1);
    if (!last || !isMeant(lead, query) || !isIn(utcDay(last.order_at), query)) continue;
    const key = `${last.verdict}:${last.reason_label}`;
    by.set(key, [...(by.get(key) ?? []), lead.id].sort());
  }
  return by;
}

export function recycled(all: readonly Known[], query: ReportQuery) {
  const steps: Record<'recycled' | 'woken' | 'accepted' | 'opportunity' | 'won', Ids> = {
    recycled: [],
    woken: [],
    accepted: [],
    opportunity: [],
    won: [],
  };
  const because = new Map<string, number>();
  for (const lead of all) {
    const first = lead.verdicts.find(
      ({ verdict, order_at }) => verdict === 'recycled' && isIn(utcDay(order_at), query),
    );
    if (!first || !isMeant(lead, query)) continue;
    const since = first.order_at.getTime();
    const after = lead.events.filter(({ at }) => at.getTime() > since);
    const won = after.some(({ kind }) => kind === 'deal_won');
    const deal =
      won || after.some(({ kind }) => kind === 'deal_lost' || kind === 'opportunity_opened');
    const taken = deal || TOOK.includes(lead.verdicts.at(-1)?.verdict ?? null);
    const wakings = lead.verdicts
      .filter((one) => one.order_at.getTime() >= since && one.woken_at !== null)
      .sort((a, b) => Number(a.woken_at) - Number(b.woken_at));
    const back = taken || wakings.length > 0;
    steps.recycled.push(lead.id);
    if (back) steps.woken.push(lead.id);
    if (taken) steps.accepted.push(lead.id);
    if (deal) steps.opportunity.push(lead.id);
    if (won) steps.won.push(lead.id);
    const what = wakings.at(-1)?.woken?.because.is ?? 'sales';
    if (back) because.set(what, (because.get(what) ?? 0) + 1);
  }
  for (const ids of Object.values(steps)) ids.sort();
  return { steps, because };
}

export function sourced(all: readonly Known[], query: ReportQuery) {
  const side = (sales: boolean) => {
    const came = cameIn(all, query).filter(({ row }) => row.sales_sourced === sales);
    const got = (place: number) => tally(came, (lead) => farthest(lead) >= place);
    return {
      came: idsOf(came),
      figures: {
        came: came.length,
        accepted: rateAmong(came),
        sql: got(3),
        opportunity: got(4),
        won: got(5),
        lost: tally(came, (lead) => farthest(lead) === 4 && standsAs(lead) === 'lost'),
      },
    };
  };
  return { marketing: side(false), sales: side(true) };
}
