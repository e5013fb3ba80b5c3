/** A team, its log, and people who asked: made up for the page “Your store”. */
import type { MergePage } from '../../lib/contract/identity.ts';
import type { AuditAction, AuditEntry, TeamAnswer, TeamMember } from '../../lib/contract/people.ts';
import type { PersonAnswer, RetentionAnswer } from '../../lib/contract/privacy.ts';
import { eventKind } from '../../lib/contract/words.ts';
import { ADMIN, MEMBER, REP } from './members.ts';
import { before, DAY, HOUR, id, NOW } from './moment.ts';
import { HOSTILE_NAME, LONG, RIGHT_TO_LEFT } from './people.ts';

const device = (n: number, label: string, seen: number | null, current = false) => ({
  deviceId: id(800 + n),
  label,
  createdAt: before(40 * DAY),
  lastSeenAt: seen === null ? null : before(seen),
  current,
});

const member = (
  who: { memberId: string; name: string; email: string | null },
  rest: Partial<TeamMember>,
): TeamMember => ({
  memberId: who.memberId,
  name: who.name,
  email: who.email,
  role: 'rep',
  createdAt: before(120 * DAY),
  via: 'invite',
  devices: [],
  ...rest,
});

const RUTH = member(ADMIN, {
  email: 'ruth@example.com',
  role: 'admin',
  devices: [device(1, 'Chrome on Linux', 0, true), device(2, 'Firefox on Mac OS', 3 * DAY)],
});

export const TEAM: TeamAnswer = {
  members: [
    RUTH,
    member(MEMBER, {
      role: 'marketer',
      via: 'sign-on',
      devices: [device(3, 'Edge on Windows', 2 * HOUR)],
    }),
    member(REP, {
      email: 'tomas@example.com',
      devices: [
        device(4, 'Chrome on Windows', HOUR),
        device(5, 'Chrome on Android', 34 * DAY),
        device(6, 'Firefox on Linux', null),
      ],
    }),
    member({ memberId: id(90), name: 'Daniel Kim', email: null }, { createdAt: before(3 * DAY) }),
  ],
  invites: [
    {
      inviteId: id(91),
      name: 'Aisha Bello',
      email: 'aisha@example.com',
      role: 'rep',
      kind: 'link',
      createdAt: before(DAY),
      expiresAt: new Date(NOW + 6 * DAY).toISOString(),
    },
    {
      inviteId: id(92),
      name: 'Tomas Reyes',
      email: null,
      role: 'marketer',
      kind: 'code',
      createdAt: before(60_000),
      expiresAt: new Date(NOW + 9 * 60_000).toISOString(),
    },
  ],
};

export const ALONE: TeamAnswer = { members: [RUTH], invites: [] };

export const ODD_NAMES: TeamAnswer = {
  members: [
    RUTH,
    member(
      {
        memberId: id(93),
        name: LONG.who.name ?? '',
        email: `${'wolfeschlegelsteinhausen'.repeat(3)}@example.com`,
      },
      { role: 'admin', devices: [device(7, 'Chrome on Windows', HOUR)] },
    ),
    member(
      { memberId: id(94), name: RIGHT_TO_LEFT.who.name ?? '', email: 'noura@example.com' },
      { devices: [device(8, 'Safari', DAY)] },
    ),
    member({ memberId: id(95), name: HOSTILE_NAME, email: null }, {}),
  ],
  invites: [],
};

const entry = (
  n: number,
  ago: number,
  action: AuditAction,
  what: string,
  name: string | null = 'Ruth Okafor',
): AuditEntry => ({
  id: id(600 + n),
  at: before(ago),
  action,
  by: name === null ? null : { memberId: id(70), name },
  what,
});

export const AUDIT: AuditEntry[] = [
  entry(1, 60_000, 'invite.made', 'Tomas Reyes (marketing)'),
  entry(2, HOUR, 'member.role-changed', 'Daniel Kim (sales)'),
  entry(3, 3 * HOUR, 'source.made', 'SendGrid'),
  entry(4, 5 * HOUR, 'import.started', 'trade-fair-2026.csv', 'Ines Moreau'),
  entry(5, DAY, 'lead.erased', 'a person, as they asked'),
  entry(6, DAY + HOUR, 'lead.unmerged', 'Gordon Kreiger', 'Ines Moreau'),
  entry(7, DAY + 2 * HOUR, 'device.revoked', 'Chrome on Android of Tomas Reyes'),
  entry(8, 5 * DAY, 'definition.published', 'v7'),
  entry(9, 5 * DAY + HOUR, 'retention.changed', 'mails opened: a year'),
  entry(10, 9 * DAY, 'hook.changed', 'https://tools.example/hooks/truce'),
  entry(11, 9 * DAY + HOUR, 'member.joined', RIGHT_TO_LEFT.who.name ?? '', null),
];

export const MERGES: MergePage['merges'] = [
  {
    mergeId: id(701),
    leadId: id(60),
    who: 'Gordon Kreiger',
    at: before(2 * HOUR),
    because: '“Website” said that visitor 8f1c2a90 is gordon@shanahan.example.',
    by: null,
    names: [{ kind: 'visitor', value: '8f1c2a90' }],
    events: 14,
    feedback: 0,
    undone: null,
    undoable: true,
  },
  {
    mergeId: id(702),
    leadId: id(61),
    who: 'Elena Petrova',
    at: before(DAY),
    because:
      'Ines Moreau said that elena@northgate.example and e.petrova@northgate.example are one person.',
    by: 'Ines Moreau',
    names: [
      { kind: 'email', value: 'e.petrova@northgate.example' },
      { kind: 'user', value: '20418' },
      { kind: 'record', value: 'salesforce 00Q5g00000ABCDE' },
    ],
    events: 131,
    feedback: 2,
    undone: null,
    undoable: true,
  },
  {
    mergeId: id(703),
    leadId: id(62),
    who: RIGHT_TO_LEFT.who.name,
    at: before(4 * DAY),
    because: '“Mailings” said that user 771 is noura@mutaqaddim.example.',
    by: null,
    names: [{ kind: 'user', value: '771' }],
    events: 3,
    feedback: 1,
    undone: { at: before(3 * DAY), by: 'Ruth Okafor' },
    undoable: false,
  },
  {
    mergeId: id(704),
    leadId: id(63),
    who: null,
    at: before(30 * DAY),
    because: '“Website” said that visitor 44aa is user 9.',
    by: null,
    names: [{ kind: 'other', value: `${'very-long-identifier-'.repeat(6)}end` }],
    events: 1,
    feedback: 0,
    undone: null,
    undoable: false,
  },
];

export const PERSON: PersonAnswer = {
  person: {
    leadId: id(60),
    name: 'Gordon Kreiger',
    company: 'Shanahan Planning Software',
    names: [
      'gordon@shanahan.example',
      'user 20418',
      'visitor 8f1c2a90',
      'salesforce 00Q5g00000ABCDE',
    ],
    events: 214,
    feedback: 3,
    firstAt: before(190 * DAY),
  },
  erasedAt: null,
};

export const ERASED: PersonAnswer = { person: null, erasedAt: before(12 * DAY) };

const days: RetentionAnswer['days'] = Object.fromEntries(
  eventKind.options.map((kind) => [kind, /^email_(sent|delivered|opened)/.test(kind) ? 365 : 730]),
) as RetentionAnswer['days'];

export const RETENTION: RetentionAnswer = {
  days: { ...days, spam_reported: null, unsubscribed: null, other: 200 },
  due: 1204,
  sweptAt: before(13 * HOUR),
};
