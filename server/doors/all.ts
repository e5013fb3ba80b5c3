/** Every door by the kind of sender. */
import type { SourceKind } from '../../lib/contract/sources.ts';
import { brevo } from './brevo.ts';
import { customerio } from './customerio.ts';
import type { Door } from './door.ts';
import { hubspot } from './hubspot.ts';
import { mailchimp } from './mailchimp.ts';
import { marketo } from './marketo.ts';
import { mautic } from './mautic.ts';
import { segment } from './segment.ts';
import { sendgrid } from './sendgrid.ts';
import { standard } from './standard.ts';

/** Null: sends nothing by itself. */
export const DOORS: Record<SourceKind, Door | null> = {
  segment,
  hubspot,
  marketo,
  mautic,
  sendgrid,
  mailchimp,
  brevo,
  customerio,
  standard,
  import: null,
};
