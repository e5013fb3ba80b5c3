import type { Area } from './area.ts';
import { checkIns } from './check-in.ts';
import { identity } from './identity.ts';
import { imports } from './imports.ts';
import { leads } from './leads.ts';
import { out } from './out.ts';
import { people } from './people.ts';
import { privacy } from './privacy.ts';
import { reports } from './reports.ts';
import { sources } from './sources.ts';

export const AREAS: readonly Area[] = [
  checkIns,
  identity,
  imports,
  leads,
  out,
  people,
  privacy,
  reports,
  sources,
];
