/** What was done, as a sentence goes: who, this, to what. */
import type { AuditAction, AuditEntry } from '../../lib/contract/people.ts';

const WORDS: Record<AuditAction, string> = {
  'member.joined': 'joined as',
  'member.role-changed': 'changed the role of',
  'member.removed': 'removed',
  'device.revoked': 'signed out',
  'invite.made': 'invited',
  'invite.revoked': 'took back the invitation of',
  'source.made': 'added the source',
  'source.changed': 'changed the source',
  'source.revoked': 'removed the source',
  'hook.made': 'added the webhook to',
  'hook.changed': 'changed the webhook to',
  'hook.removed': 'removed the webhook to',
  'definition.published': 'put in force',
  'crm.shared': 'shared the CRM',
  'crm.unshared': 'no longer shares the CRM',
  'import.started': 'started the import of',
  'import.stopped': 'stopped the import of',
  'lead.merged': 'joined',
  'lead.unmerged': 'took apart',
  'lead.exported': 'exported what is known of',
  'lead.erased': 'erased',
  'retention.changed': 'changed how long things are kept:',
  'data.exported': 'exported',
  'intake.replayed': 'tried again what was refused:',
};

/** @returns the middle of the sentence; where nobody did it, the store did */
export const actionWords = ({ action, by }: AuditEntry): string =>
  action === 'member.joined' && !by ? 'let in' : WORDS[action];

/** @returns the whole sentence, to look in */
export const sentenceOf = (entry: AuditEntry): string =>
  `${entry.by?.name ?? 'The store'} ${actionWords(entry)} ${entry.what}`;
