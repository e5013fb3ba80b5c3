/** The sample team: who they are, and how each gets in, by an invite like everybody else. */
import type { Role } from '../../lib/contract/words.ts';
import type { Account, StoreClient } from '../store-client.ts';

interface Colleague {
  name: string;
  email: string;
  role: Role;
}

/** The person at the demo's browser, signed in to the demo CRM under the same name. */
export const JANE: Colleague = { name: 'Jane Doe', email: 'janedoe@atomic.dev', role: 'admin' };

export const TEAM = {
  ines: { name: 'Ines Moreau', email: 'ines.moreau@tidewell.example', role: 'marketer' },
  omar: { name: 'Omar Haddad', email: 'omar.haddad@tidewell.example', role: 'rep' },
  lena: { name: 'Lena Fischer', email: 'lena.fischer@tidewell.example', role: 'rep' },
  tom: { name: 'Tom Ruiz', email: 'tom.ruiz@tidewell.example', role: 'rep' },
} as const satisfies Record<string, Colleague>;

export type TeamName = keyof typeof TEAM;
export type Team = Record<TeamName, Account>;

/** Invites and pairs everybody but Jane, whose browser pairs by itself. */
export async function gatherTeam(store: StoreClient, adminToken: string): Promise<Team> {
  const join = async (name: TeamName) => {
    const { name: fullName, email, role } = TEAM[name];
    const code = await store.invite(adminToken, fullName, role, email);
    return store.pair(code, 'Sample data');
  };
  return {
    ines: await join('ines'),
    omar: await join('omar'),
    lena: await join('lena'),
    tom: await join('tom'),
  };
}
