/** Reports as the desk asks for them, and all pages of the leads behind a figure. */
import type * as z from 'zod/mini';
import {
  type BehindAnswer,
  behindAnswer,
  type ReportName,
  type ReportQuery,
} from '../../../../lib/contract/reports.ts';
import type { Scene } from '../../support/scene.ts';

type Query = ReportQuery & { by?: string };

export function asking(scene: Scene, token = scene.tokens.rep) {
  const get = async (path: string, query: Record<string, string | undefined>) => {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(given.map(([key, value]) => [key, value ?? '']));
    return scene.ask({ path: `/api/reports/${path}?${search}`, token });
  };
  return {
    get,
    report: async <T>(name: ReportName, answer: z.ZodMiniType<T>, query: Query): Promise<T> => {
      const { status, body } = await get(name, query);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return answer.parse(body);
    },
    /** All pages of them, as the store orders them. */
    behind: async (report: ReportName, mark: string, query: Query) => {
      const leads: BehindAnswer['leads'] = [];
      const sizes: number[] = [];
      let before: string | undefined;
      for (;;) {
        const answer = await get('leads', { ...query, report, mark, before });
        if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
        const page = behindAnswer.parse(answer.body);
        leads.push(...page.leads);
        sizes.push(page.leads.length);
        if (page.next === null)
          return { total: page.total, leads, ids: leads.map((one) => one.leadId), sizes };
        before = page.next;
      }
    },
  };
}
