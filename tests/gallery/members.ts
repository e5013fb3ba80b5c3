import type { Member } from '../../lib/contract/access.ts';
import { id } from './moment.ts';

export const MEMBER: Member = {
  memberId: id(70),
  name: 'Ines Moreau',
  email: 'ines@example.com',
  role: 'marketer',
  workspace: { id: id(71), name: 'Shanahan Planning Software' },
};

export const REP: Member = { ...MEMBER, memberId: id(72), name: 'Tomas Reyes', role: 'rep' };
export const ADMIN: Member = { ...MEMBER, memberId: id(73), name: 'Ruth Okafor', role: 'admin' };
