/** Members of a workspace, their browsers, invitations, and the record of what administrators did. */
import * as z from 'zod/mini';
import { email, filled, instant, LIMITS, uuid } from './text.ts';
import { role } from './words.ts';

/** A browser that somebody connected. */
export const device = z.object({
  deviceId: uuid,
  label: z.string(),
  createdAt: instant,
  /** To the hour: a write per request would cost more than it tells. Null: never since it was connected. */
  lastSeenAt: z.nullable(instant),
  /** The browser that asks. */
  current: z.boolean(),
});
export type Device = z.infer<typeof device>;

export const teamMember = z.object({
  memberId: uuid,
  name: z.string(),
  email: z.nullable(z.string()),
  role,
  createdAt: instant,
  /** How they came in last: with a code or a link, or through the company's sign-on. */
  via: z.enum(['invite', 'sign-on']),
  devices: z.array(device),
});
export type TeamMember = z.infer<typeof teamMember>;

/** An invitation that nobody has used yet. */
export const openInvite = z.object({
  inviteId: uuid,
  name: z.string(),
  email: z.nullable(z.string()),
  role,
  /** Good once for ten minutes, read out or typed; or a link, good for a week. */
  kind: z.enum(['code', 'link']),
  createdAt: instant,
  expiresAt: instant,
});
export type OpenInvite = z.infer<typeof openInvite>;

/** `GET /api/team` (admin). */
export const team = z.object({ members: z.array(teamMember), invites: z.array(openInvite) });
export type TeamAnswer = z.infer<typeof team>;

/**
 * `PUT /api/members/:memberId` (admin); the last administrator cannot become something else. This, and `DELETE` of
 * `/api/members/:memberId`, `/api/devices/:deviceId` and `/api/invites/:inviteId`, answer with the team as it is afterwards.
 */
export const memberChange = z.object({ role });

/** `GET /api/devices` (rep): one's own browsers; `DELETE /api/me/devices/:deviceId` lets one go. */
export const ownDevices = z.object({ devices: z.array(device) });

/** What is written down: who did what to what, and when. Never a secret, never what a lead did. */
export const auditAction = z.enum([
  'member.joined',
  'member.role-changed',
  'member.removed',
  'device.revoked',
  'invite.made',
  'invite.revoked',
  'source.made',
  'source.changed',
  'source.revoked',
  'hook.made',
  'hook.changed',
  'hook.removed',
  'definition.signed',
  'definition.unsigned',
  'definition.scheduled',
  'definition.called-off',
  'definition.published',
  'definition.rolled-back',
  'crm.shared',
  'crm.unshared',
  'import.started',
  'import.stopped',
  'lead.merged',
  'lead.unmerged',
  'lead.exported',
  'lead.erased',
  'retention.changed',
  'reports.reps-shown',
  'reports.reps-hidden',
  'data.exported',
  'intake.replayed',
]);
export type AuditAction = z.infer<typeof auditAction>;

export const auditEntry = z.object({
  id: uuid,
  at: instant,
  action: auditAction,
  /** Null: the store itself, or whoever runs it. */
  by: z.nullable(z.object({ memberId: uuid, name: z.string() })),
  /** What it was done to, in words: `Ben (rep)`, `Website`. */
  what: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** `GET /api/audit?before=` (admin), newest first. */
export const auditPage = z.object({ entries: z.array(auditEntry), next: z.nullable(z.string()) });
export type AuditPage = z.infer<typeof auditPage>;

/** `POST /api/invites` with `kind: 'link'`: the link opens the store's own page, which hands the code on. */
export const inviteRequest = z.object({
  name: filled(LIMITS.name),
  /** With the address of a member, the invitation is for one more browser of theirs. */
  email: z.optional(email),
  role,
  kind: z._default(z.enum(['code', 'link']), 'code'),
});
export type InviteRequest = z.infer<typeof inviteRequest>;
export const inviteAnswer = z.object({
  inviteId: uuid,
  /** What is entered; for a link a long one. */
  code: z.string(),
  /** Only of a link: `https://truce.acme.example/invite#…`. The code is behind the `#`, so it reaches no log. */
  link: z.nullable(z.string()),
  expiresAt: instant,
});
export type InviteAnswer = z.infer<typeof inviteAnswer>;

/** `GET /api/sign-on` (nobody): whether the company's own sign-on is set up. */
export const signOn = z.object({ provider: z.nullable(z.object({ name: z.string() })) });
export type SignOn = z.infer<typeof signOn>;
