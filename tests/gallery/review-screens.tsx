import type { Screens } from './screens.tsx';

export const reviewScreens: Screens = {};
