/** Every screen by name. */
import type { ReactNode } from 'react';
import { CHECK_IN_PRESSED, checkInScreens } from './check-in-screens.tsx';
import { CRMS_PRESSED, crmScreens } from './crm-screens.tsx';
import { DEFINITION_PRESSED, definitionScreens } from './definition-screens.tsx';
import { listScreens } from './list-screens.tsx';
import { optionsScreens } from './options-screens.tsx';
import { panelScreens } from './panel-screens.tsx';
import { popupScreens } from './popup-screens.tsx';
import { REPORTS_PRESSED, reportScreens } from './report-screens.tsx';
import { REVIEW_PRESSED, reviewScreens } from './review-screens.tsx';
import { scoreScreens } from './score-screens.tsx';
import { sidebarReadingScreens } from './sidebar-reading-screens.tsx';
import { SAYING_PRESSED, sayingScreens } from './sidebar-saying-screens.tsx';
import { sidebarScreens } from './sidebar-screens.tsx';
import { STORE_PRESSED, storeScreens } from './store-screens.tsx';
import { teachScreens } from './teach-screens.tsx';
import { uiScreens } from './ui-screens.tsx';

export type Screens = Record<string, () => ReactNode>;

/** A screen that comes after somebody did something: where it starts, what is typed into which field, a file, presses. */
export type Pressed = {
  from: string;
  type?: Record<string, string>;
  /** The name of the field that is given one. */
  file?: string;
  press?: string[];
  /** And then, into what the presses brought. */
  after?: { type: Record<string, string>; press: string[] };
};

export const PRESSED: Record<string, Pressed> = {
  ...CHECK_IN_PRESSED,
  ...CRMS_PRESSED,
  ...DEFINITION_PRESSED,
  ...STORE_PRESSED,
  ...REPORTS_PRESSED,
  ...SAYING_PRESSED,
  ...REVIEW_PRESSED,
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
  'sidebar-would-change': { from: 'sidebar-below', press: ['[data-would] summary'] },
  'sidebar-known-by': { from: 'sidebar-lead', press: ['[data-action="known-by"]'] },
  'sidebar-changing': { from: 'sidebar-rejected', press: ['[data-action="change"]'] },
  'score-tables': { from: 'score-full', press: ['details:nth-of-type(1) > summary'] },
  'teach-leaving': { from: 'teach-pointed', press: ['[data-action="give-up"]'] },
  'options-disconnecting': { from: 'options-connected', press: ['[data-action="disconnect"]'] },
  'options-forgetting': { from: 'options-connected', press: ['[data-action="forget-all"]'] },
  'options-wrong': { from: 'options-first', press: ['[data-action="connect"]'] },
};

export const SCREENS: Screens = {
  ...sidebarScreens,
  ...sayingScreens,
  ...sidebarReadingScreens,
  ...listScreens,
  ...reviewScreens,
  ...scoreScreens,
  ...definitionScreens,
  ...reportScreens,
  ...checkInScreens,
  ...optionsScreens,
  ...crmScreens,
  ...panelScreens,
  ...popupScreens,
  ...storeScreens,
  ...teachScreens,
  ...uiScreens,
};
