/** Files in words: what their columns can be, how far they are. */
import type { ColumnRole, ImportJob } from '../../lib/contract/imports.ts';
import { importWords } from '../../lib/words/imports.ts';
import { decimal } from '../../lib/words/numbers.ts';

type Group = keyof ReturnType<typeof importWords>['groups'];

/** What a column can be, in groups, as a select offers it. */
export const ROLE_GROUPS: readonly { group: Group; roles: readonly ColumnRole[] }[] = [
  { group: 'who', roles: ['email', 'record', 'userId', 'anonymousId'] },
  {
    group: 'about',
    roles: [
      'name',
      'firstName',
      'lastName',
      'title',
      'company',
      'phone',
      'industry',
      'country',
      'employees',
      'optedOut',
    ],
  },
  {
    group: 'happened',
    roles: ['event', 'at', 'eventId', 'page', 'campaign', 'channel', 'property', 'outcome'],
  },
];

/** @returns the share that is done, in whole percent; 100 only when it is */
export const percentOf = ({ done, total }: { done: number; total: number }): number =>
  total > 0 ? Math.min(done < total ? 99 : 100, Math.floor((done / total) * 100)) : 0;

/** @returns `12 of 98 MB` */
export function sizeWords(done: number, total: number): string {
  const t = importWords().zone;
  const [unit, size] =
    total >= 1_000_000
      ? (['MB', 1_000_000] as const)
      : total >= 1000
        ? (['kB', 1000] as const)
        : ([t.bytes, 1] as const);
  const of = (n: number) => {
    const small = n / size < 10 && size > 1 && Math.round((n / size) * 10) % 10 !== 0;
    return decimal(n / size, small ? 1 : 0);
  };
  return t.size(of(done), of(total), unit);
}

/** Those whose story is over stand under the others. */
export const isOver = ({ state }: ImportJob): boolean => state === 'done';

/** @returns what a column is read as */
export function roleWords(role: ColumnRole | undefined): string {
  const t = importWords();
  return role === undefined ? t.mapping.leftOut : t.roles[role];
}
