/** The few pages the store shows to people by itself: small, whole in one answer, under a policy that lets nothing else in. */
import { createHash } from 'node:crypto';

/** Text that came from anywhere, safe between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1d21; --muted: #5b6470; --page: #f6f7f9; --surface: #fff; --line: #e4e7eb; --act: #3457d5; --on-act: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --muted: #98a2ad; --page: #111418; --surface: #181c21; --line: #2a3037; --act: #8aa4ff; --on-act: #0e1733; } }
* { box-sizing: border-box; margin: 0; }
body { min-height: 100vh; padding: 48px 16px; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 520px; margin: 0 auto; padding: 24px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
h1 { font-size: 19px; line-height: 1.35; }
p, ol, ul, div { margin-top: 12px; }
ol, ul { padding-left: 22px; }
li + li { margin-top: 6px; }
.muted { color: var(--muted); font-size: 13px; }
.line { display: flex; gap: 8px; align-items: start; }
.line > * { margin-top: 0; }
output { flex: 1; min-width: 0; padding: 8px 10px; border: 1px solid var(--line); border-radius: 6px; font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; user-select: all; }
button, .button { display: inline-block; padding: 8px 14px; border: 0; border-radius: 6px; background: var(--act); color: var(--on-act); font: inherit; text-decoration: none; cursor: pointer; }
.line > button { min-width: 92px; }
button:focus-visible, .button:focus-visible { outline: 2px solid var(--act); outline-offset: 2px; }
[hidden] { display: none; }
`;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export interface Page {
  title: string;
  /** HTML; what came from outside must have been through `escaped`. */
  body: string;
  /** The one script it may run. */
  script?: string;
  status?: number;
  headers?: Record<string, string>;
}

/** @returns the page as an answer */
export function pageAnswer({ title, body, script, status = 200, headers = {} }: Page): Response {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)} · Truce</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1>
${body}
</main>${script === undefined ? '' : `<script>${script}</script>`}</body></html>
`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      ...headers,
    },
  });
}
