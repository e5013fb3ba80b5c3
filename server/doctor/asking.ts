/** Asking something over the network, and saying in a sentence why there was no answer. */
import { broken, type Finding, LOOK_MS, look } from './finding.ts';

/** As `fetch`; replaceable by tests. */
export type Ask = (url: string, init: RequestInit) => Promise<Response>;

/** @returns what to ask with: nothing takes longer than a look may, and where an answer leads is for us to see */
export function once(headers: Record<string, string> = {}): RequestInit {
  return { headers, redirect: 'manual', signal: AbortSignal.timeout(LOOK_MS) };
}

const NOT_A_BROWSER = 'Browsers refuse it as well.';
const ONLY_HERE = 'If people reach it and only this machine does not, all is well.';

/** What the system, OpenSSL and Node call it → what it means. Those of certificates are broken for everybody. */
const TROUBLE: Record<string, (host: string) => [Finding['state'], string]> = {
  ENOTFOUND: (host) => ['look', `The name ${host} is not known: add it to DNS. ${ONLY_HERE}`],
  EAI_AGAIN: (host) => [
    'look',
    `Nobody could say what ${host} stands for: look at this machine’s DNS.`,
  ],
  ECONNREFUSED: (host) => [
    'look',
    `Nothing listens at ${host}: start the proxy, or open the port to it. ${ONLY_HERE}`,
  ],
  TIMEOUT: (host) => [
    'look',
    `${host} did not answer within ${LOOK_MS / 1000} s: a firewall drops it, or the address is another machine’s. ${ONLY_HERE}`,
  ],
  ECONNRESET: (host) => ['look', `${host} hung up without an answer: look at the proxy’s log.`],
  CERT_HAS_EXPIRED: (host) => [
    'broken',
    `The certificate of ${host} has run out: renew it, and see why that did not happen by itself. ${NOT_A_BROWSER}`,
  ],
  CERT_NOT_YET_VALID: (host) => [
    'broken',
    `The certificate of ${host} is not valid yet: this machine’s clock is wrong, or the certificate is.`,
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => [
    'broken',
    `The certificate that answers at ${host} is for another name: get one for this name. ${NOT_A_BROWSER}`,
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: (host) => [
    'broken',
    `The certificate of ${host} is signed by itself: get one from an authority that browsers know. ${NOT_A_BROWSER}`,
  ],
  SELF_SIGNED_CERT_IN_CHAIN: (host) => [
    'broken',
    `The authority that signed the certificate of ${host} is not known here. If it is your company’s own, name its file in NODE_EXTRA_CA_CERTS; browsers have to know it too.`,
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: (host) => [
    'broken',
    `${host} does not send the certificates between its own and the root: give the proxy the whole chain. Some browsers refuse it.`,
  ],
  NO_TLS: (host) => [
    'broken',
    `${host} does not speak TLS there: the proxy serves http at the port of https.`,
  ],
};

/** Other names for the same. */
const ALSO: Record<string, string> = {
  ETIMEDOUT: 'TIMEOUT',
  UND_ERR_CONNECT_TIMEOUT: 'TIMEOUT',
  UND_ERR_HEADERS_TIMEOUT: 'TIMEOUT',
  TimeoutError: 'TIMEOUT',
  UND_ERR_SOCKET: 'ECONNRESET',
  EHOSTUNREACH: 'TIMEOUT',
  ENETUNREACH: 'TIMEOUT',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'SELF_SIGNED_CERT_IN_CHAIN',
  UNABLE_TO_GET_ISSUER_CERT: 'SELF_SIGNED_CERT_IN_CHAIN',
  EPROTO: 'NO_TLS',
  ERR_SSL_WRONG_VERSION_NUMBER: 'NO_TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'NO_TLS',
};

/** @returns why nobody answered at this address */
export function unanswered(what: string, url: string, error: unknown): Finding {
  const { host } = new URL(url);
  const code = codeOf(error);
  const known = TROUBLE[ALSO[code] ?? code];
  if (!known) return look(what, `${host} could not be asked: ${wordsOf(error)}.`);
  const [state, says] = known(host);
  return state === 'broken' ? broken(what, says) : look(what, says);
}

/** `fetch` wraps what happened, and where a name has two addresses, what happened at each. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.name : codeOf(error.cause);
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
