/** `GET /openapi.json` and `GET /docs`: made once, the first time somebody asks. */
import * as z from 'zod/mini';
import type { Route } from '../http/route.ts';
import { describe } from './document.ts';
import { POLICY, pageOf } from './page.ts';

const A_WHILE = 'public, max-age=300';

/** @param declared all other routes; these two describe themselves as well */
export function docsRoutes(declared: readonly Route[]): Route[] {
  let document: ReturnType<typeof describe> | null = null;
  let page: Promise<string> | null = null;
  const described = () => {
    document ??= describe([...declared, ...own]);
    return document;
  };
  const open = { method: 'GET', role: 'nobody', params: null, input: null } as const;
  const own: Route[] = [
    {
      ...open,
      path: '/openapi.json',
      answer: z.record(z.string(), z.unknown()),
      serve: async (_, context) => context.json(described(), 200, { 'cache-control': A_WHILE }),
    },
    {
      ...open,
      path: '/docs',
      answer: z.string(),
      serve: async (_, context) => {
        page ??= pageOf(described());
        return context.html(await page, 200, {
          'cache-control': A_WHILE,
          'content-security-policy': POLICY,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        });
      },
    },
  ];
  return own;
}
