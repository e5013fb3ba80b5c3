/** Every screen by name. */
import type { ReactNode } from 'react';
import { optionsScreens } from './options-screens.tsx';
import { popupScreens } from './popup-screens.tsx';
import { reviewScreens } from './review-screens.tsx';
import { sidebarScreens } from './sidebar-screens.tsx';

export type Screens = Record<string, () => ReactNode>;

/** Screens that come after a few presses: where they start, and what is pressed. */
export const PRESSED: Record<string, { from: string; press: string[] }> = {
  'sidebar-rejecting': {
    from: 'sidebar-lead',
    press: ['[data-verdict="rejected"]', '[value="not-our-market"]'],
  },
  'sidebar-recycling': {
    from: 'sidebar-lead',
    press: ['[data-verdict="recycled"]', '[data-action="send"]'],
  },
  'sidebar-flagging': {
    from: 'sidebar-lead',
    press: ['[data-rule="pricing"] [data-action="flag"]'],
  },
  'sidebar-changing': { from: 'sidebar-rejected', press: ['[data-action="change"]'] },
  'review-kept': { from: 'review-case', press: ['[value="kept"]', '[data-action="answer"]'] },
  'review-keys': { from: 'review-queue', press: ['[data-action="keys"]'] },
  'options-disconnecting': { from: 'options-connected', press: ['[data-action="disconnect"]'] },
  'options-wrong': { from: 'options-first', press: ['[data-action="connect"]'] },
};

export const SCREENS: Screens = {
  ...sidebarScreens,
  ...reviewScreens,
  ...optionsScreens,
  ...popupScreens,
};
