/** Opens and clicks by mail scanners, privacy proxies and crawlers: kept, shown, never counted. */
import type { EventKind } from '../../lib/contract/words.ts';
import { type Loose, own } from './read.ts';

/** Crawlers and link checkers, whatever they touch. */
const ROBOTS =
  /bot\b|crawl|spider|slurp|headlesschrome|phantomjs|python-requests|curl\/|wget\/|go-http-client|barracuda|proofpoint|mimecast|safelinks|messagelabs|forcepoint|trend ?micro|cloudmark|symantec|ironport|bitdefender|sophos|fireeye|linkcheck|urlscan/i;
/** Image proxies that fetch every picture, read or not. */
const MAIL_PROXIES =
  /googleimageproxy|ggpht\.com|yahoomailproxy|yahoo ?cachesystem|outlook-?iosproxy/i;
/** Apple's Mail Privacy Protection says exactly this and nothing more. */
const APPLE_PRIVACY = /^mozilla\/5\.0$/i;

const MAIL_KINDS: ReadonlySet<EventKind> = new Set(['email_opened', 'email_clicked']);
const SAYS_SO = [
  'machine',
  'is_machine',
  'isMachine',
  'sg_machine_open',
  'machine_open',
  'bot',
  'is_bot',
];

/** @returns whether the sender says so, or the user agent gives it away */
export function byMachine(kind: EventKind, properties: Loose, userAgent: string | null): boolean {
  if (SAYS_SO.some((key) => isYes(own(properties, key)))) return true;
  if (userAgent === null) return false;
  if (ROBOTS.test(userAgent)) return true;
  return (
    MAIL_KINDS.has(kind) && (MAIL_PROXIES.test(userAgent) || APPLE_PRIVACY.test(userAgent.trim()))
  );
}

function isYes(value: unknown): boolean {
  return value === true || value === 'true' || value === 1;
}
