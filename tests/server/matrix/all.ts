import type { Area } from './area.ts';
import { identity } from './identity.ts';
import { leads } from './leads.ts';
import { people } from './people.ts';
import { sources } from './sources.ts';

export const AREAS: readonly Area[] = [identity, leads, people, sources];
