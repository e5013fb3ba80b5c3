/** How the page looks, by day and by night. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #14171a);
  --ink: light-dark(#1c2126, #e6e9ec);
  --soft: light-dark(#5a636c, #a0a9b2);
  --line: light-dark(#d9dee3, #30363c);
  --panel: light-dark(#f5f7f9, #1c2024);
  --link: light-dark(#0b57c2, #8ab8ff);
  --get: light-dark(#0a6b3d, #6fd19c);
  --post: light-dark(#0b57c2, #8ab8ff);
  --put: light-dark(#8a5200, #f0b45c);
  --delete: light-dark(#b3261e, #ff9d94);
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1080px; padding: 32px 24px 96px; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, sans-serif; }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 1.2; }
h2 { margin: 48px 0 4px; font-size: 21px; }
h3 { margin: 20px 0 6px; font-size: 15px; }
p { margin: 0 0 12px; max-width: 72ch; }
a { color: var(--link); }
small, .summary { color: var(--soft); font-size: 14px; font-weight: 400; }
code, pre { font: 14px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { overflow: auto; padding: 12px 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--panel); }
nav ul { display: flex; flex-wrap: wrap; gap: 6px 18px; margin: 20px 0 0; padding: 14px 0; list-style: none;
  border-block: 1px solid var(--line); }
details { margin: 8px 0; border: 1px solid var(--line); border-radius: 8px; background: var(--panel); }
summary { padding: 10px 14px; cursor: pointer; }
summary:hover { background: color-mix(in srgb, var(--link) 8%, transparent); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 8px; }
details:target { border-color: var(--link); }
.body { padding: 4px 16px 14px; border-top: 1px solid var(--line); }
.method { display: inline-block; min-width: 62px; font: 600 13px/1.5 ui-monospace, monospace; }
.get { color: var(--get); } .post { color: var(--post); } .put { color: var(--put); } .delete { color: var(--delete); }
.summary { margin-left: 6px; }
dl { margin: 4px 0; padding-left: 14px; border-left: 2px solid var(--line); }
dt { margin-top: 6px; } dd { margin: 0 0 0 12px; }
@media (max-width: 640px) { body { padding: 20px 14px 64px; } .summary { display: block; margin: 2px 0 0; } }
`;
