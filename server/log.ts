/** The log: one JSON line each, and nothing in it that names a person. */
import { type DestinationStream, type Logger, pino } from 'pino';

/** @returns a logger that tells of errors what they are and where, but never the values that were in play */
export function createLog(level: string, to?: DestinationStream): Logger {
  return pino({ level, base: null, serializers: { err: withoutValues } }, to);
}

/** Messages of the database quote values ("Key (email)=(…) already exists"), so of those only the code is kept. */
function withoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const ofDatabase = 'severity' in error;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(ofDatabase ? {} : { message: error.message.slice(0, 300) }),
    stack: (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')),
  };
}
