import type { Screens } from './screens.tsx';

export const popupScreens: Screens = {};
