import type { DefinitionRoomState } from '../../components/definition/props.ts';
import { changesOf } from '../../lib/contract/definition-changes.ts';
import { checkedDefinition } from '../../lib/contract/definition-issues.ts';
import { DefinitionBooth } from './DefinitionBooth.tsx';
import {
  AGREED,
  AHEAD,
  DEFINITIONS,
  definitions,
  IN_FORCE,
  LONG_NAME,
  PROPOSED,
} from './definitions.ts';
import { OFFLINE } from './fixtures.ts';
import { ADMIN, REP } from './members.ts';
import { before } from './moment.ts';
import { queue } from './review-screens.tsx';
import type { Screens } from './screens.tsx';

const booth = (state: DefinitionRoomState) => () => {
  const rep = 'member' in state && state.member.role === 'rep';
  return (
    <DefinitionBooth
      state={state}
      desk={
        rep
          ? { is: 'notMarketer', member: state.member }
          : queue('member' in state ? { member: state.member } : {})
      }
    />
  );
};

const NO_DRAFT = { ...DEFINITIONS, draft: null };
const NO_PREVIEW = { preview: null, busy: false, problem: null };
const SALES = { memberId: ADMIN.memberId, by: 'Ruth Okafor', at: before(60_000) };
const BOTH = {
  ...DEFINITIONS,
  draft: { ...AGREED, signatures: { ...AGREED.signatures, sales: SALES } },
};
const BROKEN = {
  ...PROPOSED,
  mqlAt: 22.5,
  fit: [...PROPOSED.fit.slice(1), { ...PROPOSED.fit.slice(0, 1)[0], id: 'x', label: ' ' }],
};
const read = checkedDefinition(BROKEN);
const UNSAVED = {
  unsaved: true,
  canUndo: true,
  canRedo: false,
  json: null,
  issues: [],
  conflict: null,
};

export const definitionScreens: Screens = {
  'definition-draft': booth(definitions()),
  'definition-in-force': booth(definitions(NO_DRAFT, { preview: NO_PREVIEW })),
  'definition-rep': booth(
    definitions({ ...DEFINITIONS, maySign: ['sales'] }, { member: REP, suggestions: [] }),
  ),
  'definition-signed': booth(definitions(BOTH, { member: ADMIN })),
  'definition-edited': booth(
    definitions(DEFINITIONS, {
      shown: { ...PROPOSED, mqlAt: 24, name: LONG_NAME },
      edits: UNSAVED,
      preview: { preview: AHEAD, busy: true, problem: null },
    }),
  ),
  'definition-faulty': booth(
    definitions(DEFINITIONS, {
      shown: { ...PROPOSED, mqlAt: 22.5 },
      edits: { ...UNSAVED, issues: read.ok ? [] : read.issues },
    }),
  ),
  'definition-conflict': booth(
    definitions(DEFINITIONS, {
      shown: { ...IN_FORCE, mqlAt: 25 },
      edits: {
        ...UNSAVED,
        conflict: {
          draft: { ...AGREED, by: LONG_NAME },
          version: false,
          theirs: changesOf(IN_FORCE, PROPOSED),
        },
      },
    }),
  ),
  'definition-no-verdicts': booth(
    definitions(
      { ...DEFINITIONS, versions: DEFINITIONS.versions.slice(2) },
      {
        evidence: null,
        suggestions: [],
        preview: {
          preview: {
            ...AHEAD,
            verdicts: 0,
            flips: [],
            scores: null,
            leads: null,
            before: { volume: 0, precision: null, recall: null },
            after: { volume: 0, precision: null, recall: null },
          },
          busy: false,
          problem: null,
        },
      },
    ),
  ),
  'definition-stale': booth(definitions(DEFINITIONS, { problem: OFFLINE })),
  'definition-outdated': booth(
    definitions({ ...DEFINITIONS, current: { ...IN_FORCE, version: 8 } }),
  ),
  'definition-loading': booth({ is: 'loading' }),
  'definition-problem': booth({ is: 'problem', problem: OFFLINE, retrying: false }),
};

export const DEFINITION_PRESSED = {
  'definition-json': { from: 'definition-draft', press: ['[value="json"]'] },
  'definition-versions': {
    from: 'definition-draft',
    press: ['[value="versions"]', '[data-action="show-changes"]'],
  },
  'definition-rule': {
    from: 'definition-draft',
    press: [
      '[data-rule="clicked"] [data-action="open-rule"]',
      '[data-rule="from-fair"] [data-action="open-rule"]',
      '[data-rule="pricing"] [data-action="open-rule"]',
    ],
  },
  'definition-new-rule': { from: 'definition-in-force', press: ['[data-action="add-engagement"]'] },
};
