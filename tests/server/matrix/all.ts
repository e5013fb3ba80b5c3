import type { Area } from './area.ts';
import { leads } from './leads.ts';

export const AREAS: readonly Area[] = [leads];
