/** `GET /api/reports/rules`: how leads fared with each line the rep saw, and without it. */
import { sql } from 'kysely';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import {
  FEWEST,
  type Rate,
  type ReportQuery,
  type RulesReport,
  reportQuery,
  rulesReport,
} from '../../lib/contract/reports.ts';
import { definitionOf } from '../leads/definition.ts';
import { ACCEPTED, judgedIn } from './facts.ts';
import { rateOf } from './figures.ts';
import type { Asked, Report } from './report.ts';

const MARK = /^rule:(.{1,60})$/s;

export const rules: Report<ReportQuery, RulesReport> = {
  name: 'rules',
  input: reportQuery,
  answer: rulesReport,
  figures,
  behind: ({ wsId, query }, mark) => {
    const ruleId = MARK.exec(mark)?.[1];
    return ruleId === undefined
      ? null
      : sql`select j.lead_id from (${judgedIn(wsId, query)}) j
          where jsonb_exists(j.rules_then, ${ruleId})`;
  },
};

interface Row {
  /** Null in the row of all. */
  rule_id: string | null;
  n: number;
  accepted: number;
}

async function figures(asked: Asked): Promise<RulesReport> {
  const { store, wsId, query } = asked;
  const { rows } = await sql<Row>`with j as materialized (
      select v.lead_id, v.rules_then, v.verdict in ${ACCEPTED} as took from (${judgedIn(wsId, query)}) v)
    select null as rule_id, count(*) as n, count(*) filter (where took) as accepted from j
    union all
    select line.rule_id, count(*), count(*) filter (where j.took) from j
      cross join lateral jsonb_array_elements_text(coalesce(j.rules_then, '[]')) as line(rule_id)
      group by line.rule_id`.execute(store.db);
  const whole = rows.find(({ rule_id }) => rule_id === null);
  const all = rateOf(whole?.accepted ?? 0, whole?.n ?? 0);
  const lines = rows.flatMap(({ rule_id, ...own }) =>
    rule_id === null ? [] : { rule_id, ...own },
  );
  const named = await namesOf(
    asked,
    lines.map(({ rule_id }) => rule_id),
  );
  return {
    all,
    rows: lines
      .map(({ rule_id, n, accepted }) => ({
        ruleId: rule_id,
        ...(named.get(rule_id) ?? { label: rule_id, side: 'gone' as const }),
        ...beside({ n, accepted }, all),
        mark: `rule:${rule_id}`,
      }))
      .sort((a, b) => b.with.of - a.with.of || (a.ruleId < b.ruleId ? -1 : 1)),
  };
}

function beside(
  { n, accepted }: Pick<Row, 'n' | 'accepted'>,
  all: Rate,
): Pick<RulesReport['rows'][number], 'with' | 'without' | 'lift'> {
  const having = rateOf(accepted, n);
  const without = rateOf(all.n - accepted, all.of - n);
  const isFew = having.of < FEWEST || without.of < FEWEST || without.n === 0;
  const lift = isFew ? null : having.n / having.of / (without.n / without.of);
  return { with: having, without, lift };
}

type Named = Pick<RulesReport['rows'][number], 'label' | 'side'>;

/** What is no longer in the definition goes by the name it had last. */
async function namesOf(
  { store, wsId, definition }: Asked,
  ruleIds: readonly string[],
): Promise<Map<string, Named>> {
  const named = new Map(linesOf(definition));
  const isMissing = () => ruleIds.some((id) => !named.has(id));
  for (let version = definition.version - 1; version > 0 && isMissing(); version--) {
    const earlier = await definitionOf(store.db, wsId, version);
    for (const [id, { label }] of earlier ? linesOf(earlier) : []) {
      if (!named.has(id)) named.set(id, { label, side: 'gone' });
    }
  }
  return named;
}

function linesOf({ engagement, fit }: LeadDefinition): [string, Named][] {
  return [
    ...engagement.map(({ id, label }): [string, Named] => [id, { label, side: 'engagement' }]),
    ...fit.map(({ id, label }): [string, Named] => [id, { label, side: 'fit' }]),
  ];
}
