/** Why the database did not let us in, and what to do. */
import { broken, type Finding } from './finding.ts';

/** By what PostgreSQL, or the system, calls it. */
const TROUBLE: Record<string, string> = {
  '28P01':
    'The password in DATABASE_URL is not the right one (special characters have to be written as %40 and the like).',
  '28000':
    'The server lets this user in from here by no rule: look at the user in DATABASE_URL and at pg_hba.conf.',
  '3D000':
    'There is no such database: make it (createdb --encoding=UTF8), or mend the name at the end of DATABASE_URL.',
  '42501': 'This user may not do it: let the user in DATABASE_URL own the database.',
  '53300':
    'The server has no connection left: each process takes up to ten; raise max_connections, or put PgBouncer between.',
  '57P03': 'The server is starting or stopping; ask again in a moment.',
  ENOTFOUND: 'The host in DATABASE_URL is not known.',
  EAI_AGAIN:
    'Nobody could say what the host in DATABASE_URL stands for: look at this machine’s DNS.',
  ECONNREFUSED:
    'No server listens at the host and port in DATABASE_URL: start it, and let it listen there (listen_addresses).',
  ETIMEDOUT:
    'The host in DATABASE_URL does not answer: a firewall is between, or it is another one.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'The authority that signed the server’s certificate is not known here: name its file in NODE_EXTRA_CA_CERTS.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'The server’s certificate is signed by itself: name its file in NODE_EXTRA_CA_CERTS.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'The server’s certificate is for another name than the host in DATABASE_URL.',
};

export function notReached(error: unknown): Finding {
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const why = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const what = TROUBLE[code] ?? 'Look at DATABASE_URL or TRUCE_DATA_DIR.';
  return broken('database', `It cannot be opened: ${why}. ${what}`);
}
