import { INKS } from './panel-style.ts';

/**
 * Style of what the lister adds to the panel's: chips, and the card's box. All scores are equally wide, because a page can find out
 * where a chip begins and ends; and no font is named, because a page could lend us one of that name and see which letters we ask it for.
 */
export const CHIP_STYLE = `${INKS}
.chips { position: fixed; inset: 0 auto auto 0; width: 0; height: 0; }
.chip { position: fixed; top: 0; left: 0; height: 20px; min-width: 66px; padding: 0 7px; display: inline-flex; align-items: center; justify-content: center; border: 1px solid var(--line); border-radius: 10px; margin: 0;
  background: var(--surface); color: var(--ink); font: 600 11px/18px system-ui, sans-serif; white-space: nowrap;
  cursor: pointer; font-variant-numeric: tabular-nums; }
.chip::before { content: attr(data-said); order: 1; }
.chip::after { content: ''; position: absolute; inset: -3px; }
.chip i { display: inline-block; width: 7px; height: 7px; margin-inline-end: 4px; border-radius: 50%; border: 1px solid var(--mkt); vertical-align: 0; }
.chip.warm i, .chip.hot i { background: var(--mkt); }
.chip.hot { border-color: var(--mkt); color: var(--mkt); }
.chip.plain { font-weight: 400; color: var(--muted); } .chip.plain i { display: none; }
.chip:focus-visible, .chip.open { outline: 2px solid var(--ink); outline-offset: 1px; }
.chip.away { visibility: hidden; } .chip.away:focus, .chip.away[tabindex='0'] { visibility: visible; opacity: 0; pointer-events: none; }
.card { position: fixed; top: 0; left: 0; width: 320px; border-radius: 8px; background: var(--surface); overflow: hidden;
  box-shadow: 0 0 0 1px var(--line), 0 4px 16px rgb(0 0 0 / 16%); }
.card.away { opacity: 0; pointer-events: none; }
@media (forced-colors: active) { .chip, .card { border: 1px solid CanvasText; } .chip.warm i, .chip.hot i { background: CanvasText; forced-color-adjust: none; } }
@media print { .chips, .card { display: none !important; } }
`;
