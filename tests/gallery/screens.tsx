/** Every screen by name. */
import type { ReactNode } from 'react';
import { optionsScreens } from './options-screens.tsx';
import { popupScreens } from './popup-screens.tsx';
import { reviewScreens } from './review-screens.tsx';
import { sidebarScreens } from './sidebar-screens.tsx';

export type Screens = Record<string, () => ReactNode>;

export const SCREENS: Screens = {
  ...sidebarScreens,
  ...reviewScreens,
  ...optionsScreens,
  ...popupScreens,
};
