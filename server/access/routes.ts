/** The routes of people: who is in, with what, and who did what. */
import type { Route } from '../http/route.ts';
import { auditRoute } from './audit-log.ts';
import { devicesRoute, letGoRoute } from './devices.ts';
import { invitePageRoute } from './invite-page.ts';
import { inviteRoute, revokeInviteRoute } from './invites.ts';
import { meRoute } from './me.ts';
import { changeMemberRoute, removeMemberRoute, revokeDeviceRoute } from './members.ts';
import { pairRoute } from './pair.ts';
import { setTeamSettingsRoute, teamSettingsRoute } from './settings.ts';
import { teamRoute } from './team.ts';

export const peopleRoutes: readonly Route[] = [
  invitePageRoute,
  pairRoute,
  meRoute,
  inviteRoute,
  revokeInviteRoute,
  teamRoute,
  changeMemberRoute,
  removeMemberRoute,
  revokeDeviceRoute,
  devicesRoute,
  letGoRoute,
  auditRoute,
  teamSettingsRoute,
  setTeamSettingsRoute,
];
