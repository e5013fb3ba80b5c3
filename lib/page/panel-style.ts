/** Style of what lives in the page itself. px only, no font by name: the page could lend its own. */

/** Of the panel while nothing is in it yet: put up by the scout, so it is loaded with every page. */
export const WAITING_STYLE = `:host{--canvas:#f6f7f9;--line:#e4e7eb}
@media(prefers-color-scheme:dark){:host{--canvas:#111418;--line:#2a3037}}
*{box-sizing:border-box;font:13px/18px system-ui,sans-serif}
[hidden]{display:none!important}
.panel{position:fixed;top:0;bottom:0;background:var(--canvas);box-shadow:0 0 0 1px var(--line),0 0 16px rgb(0 0 0/12%)}
.right{right:0}.left{left:0}
iframe{position:relative;display:block;width:100%;height:100%;border:0;background:transparent;color-scheme:light dark}
.waiting{position:absolute;inset:0;padding:16px;background:var(--canvas);pointer-events:none}
.waiting i{display:block;height:12px;margin:0 0 12px;border-radius:4px;background:var(--line)}
@media(max-width:640px){.panel{left:0!important;right:0!important;width:auto!important}}
@media(forced-colors:active){.panel{border:1px solid CanvasText}.waiting i{background:GrayText}}
@media print{.panel{display:none!important}}`;

/** Colours of what is written and drawn, for the reader and the lister. */
export const INKS = `
:host { --ink:#1a1d21; --muted:#5b6470; --surface:#fff; --mkt:#3457d5; --sales:#b0470a; }
@media (prefers-color-scheme: dark) { :host { --ink:#e8eaed; --muted:#98a2ad; --surface:#181c21; --mkt:#8aa4ff; --sales:#ffa366; } }
`;

/** Of what comes with the reader: the tab, the handle, the notice. */
export const PANEL_STYLE = `${INKS}
.handle { position: absolute; top: 0; bottom: 0; width: 8px; cursor: ew-resize; touch-action: none; }
.right .handle { left: -8px; } .left .handle { right: -8px; }
.handle:hover, .handle:focus-visible { background: var(--mkt); outline: none; opacity: .6; }
.tab { position: fixed; top: 40%; height: 88px; width: 28px; padding: 0; border: 1px solid var(--line); background: var(--surface);
  color: var(--ink); cursor: pointer; display: grid; place-items: center; }
.tab.right { border-right: 0; border-radius: 8px 0 0 8px; } .tab.left { border-left: 0; border-radius: 0 8px 8px 0; }
.tab b { writing-mode: vertical-rl; font-weight: 600; font-size: 12px; }
.tab b::before { content: attr(data-said); }
.tab u { width: 8px; height: 14px; border-radius: 4px; background: linear-gradient(var(--mkt) 50%, var(--sales) 50%); }
.tab:focus-visible, .notice button:focus-visible { outline: 2px solid var(--mkt); outline-offset: 1px; }
.tab.scored { align-content: center; gap: 4px; } .tab.scored b { writing-mode: horizontal-tb; font-variant-numeric: tabular-nums; }
.aside { opacity: 0; pointer-events: none; }
.notice { position: fixed; top: 8px; width: 300px; padding: 12px 16px; border-radius: 8px; background: var(--surface); color: var(--ink);
  border: 1px solid var(--line); box-shadow: 0 4px 16px rgb(0 0 0 / 16%); }
.notice.right { right: 8px; } .notice.left { left: 8px; }
.panel > .notice { position: static; width: auto; border-width: 0 0 1px; border-radius: 0; box-shadow: none; }
.panel:has(> .notice) { display: flex; flex-direction: column; } .notice ~ iframe { flex: 1; min-height: 0; }
.notice p { margin: 0 0 8px; } .notice button { border: 1px solid var(--line); border-radius: 8px; background: var(--surface);
  color: var(--ink); padding: 6px 12px; font-weight: 600; cursor: pointer; }
@media (max-width: 640px) { .handle { display: none; } }
@media (forced-colors: active) { .tab, .notice { border: 1px solid CanvasText; } }
@media print { .tab, .notice { display: none !important; } }
`;
