/** Sources, files and webhooks: made up for the page “Your store”. */
import type { Delivery, Hook } from '../../lib/contract/hooks.ts';
import type { ImportJob, SavedMapping } from '../../lib/contract/imports.ts';
import type { RefusedInput, Source } from '../../lib/contract/sources.ts';
import { before, DAY, HOUR, id, NOW } from './moment.ts';
import { LONG, RIGHT_TO_LEFT } from './people.ts';

const MINUTE = 60_000;

const source = (n: number, kind: Source['kind'], label: string, rest: Partial<Source>): Source => ({
  sourceId: id(500 + n),
  kind,
  label,
  proof: 'signature',
  address: `https://truce.example.com/hooks/${kind}/${id(500 + n)}`,
  ready: true,
  createdAt: before(90 * DAY),
  lastAt: before(2 * MINUTE),
  refused: 0,
  mapping: null,
  ...rest,
});

export const SOURCES: Source[] = [
  source(1, 'segment', 'Website', { proof: 'write-key', address: 'https://truce.example.com/v1' }),
  source(2, 'hubspot', 'HubSpot', { lastAt: before(3 * DAY), refused: 12 }),
  source(3, 'sendgrid', 'Mailings', { ready: false, lastAt: null }),
  source(4, 'mailchimp', 'Newsletter', {
    proof: 'secret-address',
    lastAt: before(5 * HOUR),
    refused: 1,
  }),
  source(5, 'standard', 'Trade fair app', { lastAt: null }),
  source(6, 'import', 'Files', { proof: 'none', address: null, lastAt: before(6 * DAY) }),
];

export const ODD_SOURCES: Source[] = [
  source(7, 'mautic', LONG.who.company ?? '', { lastAt: before(70 * DAY), refused: 31_000 }),
  source(8, 'brevo', RIGHT_TO_LEFT.who.company ?? '', { proof: 'secret-address' }),
];

export const REFUSED: RefusedInput[] = [
  {
    intakeId: id(551),
    at: before(HOUR),
    source: 'HubSpot',
    reason: 'The signature does not fit. Enter the app’s client secret again under Sources.',
    excerpt:
      '[{"eventId":100,"subscriptionId":12,"portalId":62515,"occurredAt":1764150000000,"subscriptionType":"contact.propertyChange","objectId":123}]',
    replayable: true,
  },
  {
    intakeId: id(552),
    at: before(DAY),
    source: 'Newsletter',
    reason: 'The body is larger than 1 MB. Send it in smaller parts.',
    excerpt: '',
    replayable: false,
  },
  {
    intakeId: id(553),
    at: before(2 * DAY),
    source: null,
    reason: `Message 3: “timestamp” is ${'9'.repeat(80)}, which is no time.`,
    excerpt: `{"batch":[{"type":"track","event":"<b>not bold</b>","timestamp":"${'9'.repeat(120)}"}]}`,
    replayable: true,
  },
];

const job = (n: number, rest: Partial<ImportJob>): ImportJob => ({
  importId: id(400 + n),
  fileName: 'hubspot-contacts.csv',
  format: 'hubspot-contacts',
  mapping: null,
  state: 'done',
  done: 98_214_000,
  total: 98_214_000,
  counts: { rows: 1_000_000, accepted: 998_214, duplicates: 1204, refused: 582 },
  reasons: [],
  columns: [],
  span: null,
  problem: null,
  by: 'Ines Moreau',
  startedAt: before(20 * MINUTE),
  finishedAt: null,
  ...rest,
});

const REASONS = [
  {
    reason: 'There is no email address, and nothing else that says who it is.',
    rows: 431,
    firstRow: 88,
  },
  { reason: '“31/02/2026” is no date.', rows: 150, firstRow: 12_004 },
  { reason: 'The row has 14 cells, the head has 12.', rows: 1, firstRow: 999_999 },
];

const COLUMNS = [
  { name: 'Record ID', examples: ['123456789012345678', '44', '45'] },
  {
    name: 'E-mail address',
    examples: ['gordon@shanahan.example', 'elena@northgate.example', 'noura@mutaqaddim.example'],
  },
  { name: 'Full name', examples: ['Gordon Kreiger', 'Elena Petrova', 'نورة العبدالله'] },
  { name: 'Company', examples: ['Shanahan', LONG.who.company ?? '', ''] },
  { name: 'Visited our booth', examples: ['2026-11-17 11:05', '17.11.2026', ''] },
  { name: 'What they asked', examples: ['Prices; <b>a trial</b>', '', ''] },
  { name: 'Badge', examples: ['A-221', 'A-222', 'B-001'] },
];

const MAPPING = {
  columns: {
    'E-mail address': 'email',
    'Full name': 'name',
    Company: 'company',
    'Visited our booth': 'at',
  },
  event: 'Event Attended',
  zone: 'Europe/Berlin',
  record: null,
} as const;

export const JOBS = {
  receiving: job(1, {
    state: 'receiving',
    done: 41_000_000,
    counts: { rows: 418_000, accepted: 0, duplicates: 0, refused: 0 },
  }),
  tried: job(2, {
    state: 'tried',
    reasons: REASONS,
    columns: COLUMNS,
    span: { from: before(400 * DAY), to: before(DAY) },
    people: 412_000,
    events: 586_000,
  }),
  unknown: job(3, {
    fileName: 'trade fair, hall 4 (final) v2.csv',
    state: 'tried',
    format: 'mapped',
    mapping: {
      columns: { 'Full name': 'name', Company: 'company' },
      event: null,
      zone: 'UTC',
      record: null,
    },
    total: 81_000,
    done: 81_000,
    counts: { rows: 214, accepted: 0, duplicates: 0, refused: 214 },
    reasons: [
      {
        reason: 'There is no email address, and nothing else that says who it is.',
        rows: 214,
        firstRow: 2,
      },
    ],
    columns: COLUMNS,
  }),
  mapped: job(4, {
    fileName: 'trade fair, hall 4 (final) v2.csv',
    state: 'tried',
    format: 'mapped',
    mapping: MAPPING,
    counts: { rows: 214, accepted: 211, duplicates: 0, refused: 3 },
    reasons: REASONS.slice(1, 2).map((each) => ({ ...each, rows: 3, firstRow: 17 })),
    columns: COLUMNS,
    span: { from: before(7 * DAY), to: before(6 * DAY) },
    people: 198,
    events: 211,
  }),
  waiting: job(5, {
    state: 'waiting',
    done: 0,
    counts: { rows: 0, accepted: 0, duplicates: 0, refused: 0 },
  }),
  running: job(6, {
    state: 'running',
    done: 61_900_000,
    counts: { rows: 630_000, accepted: 628_900, duplicates: 800, refused: 300 },
  }),
  stopped: job(7, {
    state: 'stopped',
    fileName: 'marketo-activities-2026-11.csv',
    format: 'marketo-activities',
    done: 22_000_000,
    counts: { rows: 224_000, accepted: 223_800, duplicates: 0, refused: 200 },
    reasons: REASONS.slice(0, 1).map((each) => ({ ...each, rows: 200 })),
  }),
  failed: job(8, {
    state: 'failed',
    fileName: 'contacts.xlsx',
    format: null,
    counts: { rows: 0, accepted: 0, duplicates: 0, refused: 0 },
    problem: 'This is a spreadsheet, not a table as text. Save it as CSV (UTF-8) and bring that.',
  }),
  nothing: job(9, {
    state: 'tried',
    fileName: 'the-same-again.csv',
    counts: { rows: 214, accepted: 0, duplicates: 214, refused: 0 },
    columns: COLUMNS.slice(0, 1),
  }),
  done: job(10, { finishedAt: before(3 * HOUR) }),
  doneLong: job(11, {
    fileName: `${'a-very-long-file-name-without-a-space-'.repeat(3)}.csv`,
    format: 'salesforce-opportunities',
    counts: { rows: 12, accepted: 12, duplicates: 0, refused: 0 },
    finishedAt: before(9 * DAY),
    by: RIGHT_TO_LEFT.who.name,
  }),
};

export const MAPPINGS: SavedMapping[] = [
  { mappingId: id(471), name: 'Trade fair list', mapping: MAPPING },
  { mappingId: id(472), name: 'Partner export', mapping: { ...MAPPING, event: null } },
];

const delivery = (n: number, rest: Partial<Delivery>): Delivery => ({
  deliveryId: id(300 + n),
  topic: 'feedback.received',
  at: before(n * HOUR),
  state: 'delivered',
  attempts: 1,
  last: '200',
  nextAt: null,
  ...rest,
});

export const HOOKS: Hook[] = [
  {
    hookId: id(200),
    url: 'https://tools.example/hooks/truce',
    topics: ['feedback.received', 'resolution.made'],
    createdAt: before(40 * DAY),
    off: null,
    recent: [
      delivery(1, {}),
      delivery(2, { attempts: 3 }),
      delivery(3, { topic: 'resolution.made' }),
    ],
  },
  {
    hookId: id(201),
    url: 'https://warehouse.example/in/4f1c',
    topics: ['feedback.received', 'lead.handed-over', 'definition.published'],
    createdAt: before(20 * DAY),
    off: null,
    recent: [
      delivery(4, {
        state: 'waiting',
        attempts: 2,
        last: 'connection refused',
        nextAt: new Date(NOW + 5 * MINUTE).toISOString(),
        at: before(5 * MINUTE),
      }),
      delivery(5, { state: 'given-up', attempts: 8, last: '503', topic: 'lead.handed-over' }),
    ],
  },
  {
    hookId: id(202),
    url: `https://old.example/${'a-very-long-path-without-a-space/'.repeat(4)}`,
    topics: ['definition.published'],
    createdAt: before(200 * DAY),
    off: { at: before(2 * DAY), why: 'It answered 410 (gone).' },
    recent: [],
  },
];
