/** The single numbers of a lead definition by name, for what shows, changes and compares all of them alike. */
import type { LeadDefinition } from './definition.ts';

type Place = {
  get: (of: LeadDefinition) => number | null;
  set: (of: LeadDefinition, to: number) => LeadDefinition;
};

const plain = (
  key:
    | 'halfLifeDays'
    | 'fitCap'
    | 'totalCap'
    | 'mqlAt'
    | 'promisedShare'
    | 'expectedShare'
    | 'auditShare',
): Place => ({ get: (of) => of[key], set: (of, to) => ({ ...of, [key]: to }) });

const enough = (key: keyof LeadDefinition['enough']): Place => ({
  get: (of) => of.enough[key],
  set: (of, to) => ({ ...of, enough: { ...of.enough, [key]: to } }),
});

const sla = (key: keyof LeadDefinition['sla']): Place => ({
  get: (of) => of.sla[key],
  set: (of, to) => ({ ...of, sla: { ...of.sla, [key]: to } }),
});

const PLACES = {
  mqlAt: plain('mqlAt'),
  halfLifeDays: plain('halfLifeDays'),
  fitCap: plain('fitCap'),
  totalCap: plain('totalCap'),
  auditShare: plain('auditShare'),
  enoughEvents: enough('events'),
  enoughFitRules: enough('fitRules'),
  promisedShare: plain('promisedShare'),
  expectedShare: plain('expectedShare'),
  promisedPerWeek: {
    get: (of) => of.promisedPerWeek,
    set: (of, to) => ({ ...of, promisedPerWeek: to }),
  },
  salesHours: sla('salesHours'),
  marketingHours: sla('marketingHours'),
  handoffMinutes: sla('handoffMinutes'),
} satisfies Record<string, Place>;

export type NumberName = keyof typeof PLACES;

export const NUMBER_NAMES: readonly NumberName[] = [
  'mqlAt',
  'halfLifeDays',
  'fitCap',
  'totalCap',
  'auditShare',
  'enoughEvents',
  'enoughFitRules',
  'promisedShare',
  'expectedShare',
  'promisedPerWeek',
  'salesHours',
  'marketingHours',
  'handoffMinutes',
];

/** Shares of one, said in percent. */
export const isShare = (name: NumberName): boolean =>
  name === 'promisedShare' || name === 'expectedShare' || name === 'auditShare';

/** @returns what the definition says there; null: nothing was promised */
export const numberIn = (definition: LeadDefinition, name: NumberName): number | null =>
  PLACES[name].get(definition);

/** @returns the definition with this number there */
export const withNumber = (
  definition: LeadDefinition,
  name: NumberName,
  to: number,
): LeadDefinition => PLACES[name].set(definition, to);
