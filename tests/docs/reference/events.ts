/** docs/reference/events.md: what may be sent, what becomes of it, and where in a message it is looked for. */
import {
  type EventKind,
  engagementKind,
  eventKind,
  outcomeKind,
  STAGE_BY,
} from '../../../lib/contract/words.ts';
import { THING } from '../../../server/ingest/details.ts';
import { KINDS } from '../../../server/ingest/kinds.ts';
import { MESSAGE_TYPES, readMessage } from '../../../server/ingest/message.ts';
import { MESSAGES } from '../../../server/openapi/examples.ts';
import { cell, GENERATED } from './words.ts';

const code = (text: string) => `\`${text}\``;

const namesOf = (kind: EventKind): string[] =>
  Object.keys(KINDS).filter((name) => KINDS[name] === kind);

const kindRow = (kind: EventKind): string => {
  const names =
    namesOf(kind).join(', ') ||
    (kind === 'page_viewed' ? 'any `page` or `screen`' : 'every other name, which is kept');
  const things = (THING[kind] ?? []).map(code).join(', ');
  return `| ${code(kind)} | ${cell(names)} | ${things} |`;
};

/** What is answered to a message that lacks what it needs, by the code that refuses it. */
function refusals(): string[] {
  const envelope = {
    wsId: 'w',
    sourceId: 's',
    source: 'Website',
    sentAt: undefined,
    receivedAt: 0,
    type: null,
  };
  const broken: [string, unknown][] = [
    ['no object', 'text'],
    ['no known `type`', { type: 'wave', userId: 'u1' }],
    ['a `track` without `event`', { type: 'track', userId: 'u1' }],
    ['nobody it is about', { type: 'track', event: 'Demo Requested' }],
    [
      'more than 32 KB',
      { type: 'track', event: 'E', userId: 'u1', properties: { a: 'x'.repeat(33_000) } },
    ],
  ];
  return broken.map(([what, message]) => {
    const read = readMessage(message, envelope);
    if (read.ok) throw new Error(`A message with ${what} is taken.`);
    return `| ${what} | ${cell(read.reason)} |`;
  });
}

export function eventsPage(): string {
  return [
    '# Events',
    '',
    `${GENERATED} How to send them from each tool: [sources](../sources.md).`,
    '',
    '## Messages',
    '',
    `Segment’s: ${MESSAGE_TYPES.map(code).join(', ')}. One by itself to \`POST /v1/:type\`, many to \`POST /v1/batch\`, with the source’s write key as user name. At least one of \`userId\`, \`anonymousId\` or an e-mail address has to say whose it is.`,
    '',
    ...Object.entries(MESSAGES).flatMap(([name, body]) => [
      `\`POST /v1/${name}\``,
      '',
      '```json',
      JSON.stringify(body, null, 2),
      '```',
      '',
    ]),
    '## What a lead does',
    '',
    'A `track` is known by its name, whatever the case and whatever stands between the words: `Email Link Clicked`, `email_link_clicked` and `emailLinkClicked` are one. What it was about (the form, the webinar, the file) is the first of these properties that is there.',
    '',
    '| kind | names | about |',
    '|---|---|---|',
    ...engagementKind.options.map(kindRow),
    '',
    '## What became of it',
    '',
    'Told by a CRM. They move the lead’s stage and are never counted in a score.',
    '',
    '| kind | names | about | stage |',
    '|---|---|---|---|',
    ...outcomeKind.options.map((kind) => `${kindRow(kind)} ${code(STAGE_BY[kind])} |`),
    '',
    '## What is refused',
    '',
    'One bad message costs only itself: the answer lists it with its place and the reason, and it waits under *What could not be kept*.',
    '',
    '| a message with | is answered |',
    '|---|---|',
    ...refusals(),
    '',
    `Kinds in all: ${eventKind.options.length}.`,
    '',
  ].join('\n');
}
