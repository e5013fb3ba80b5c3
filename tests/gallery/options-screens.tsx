import type { Screens } from './screens.tsx';

export const optionsScreens: Screens = {};
