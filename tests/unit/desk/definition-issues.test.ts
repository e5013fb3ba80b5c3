import { describe, expect, it } from 'vitest';
import { readDefinition } from '../../../lib/contract/definition-issues.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';

const [demo, ...others] = gitlabPreset.engagement;
const read = (over: object) => readDefinition(JSON.stringify({ ...gitlabPreset, ...over }));
const issue = (over: object) => {
  const answer = read(over);
  return answer.ok ? null : answer.issues[0];
};

describe('a definition as JSON', () => {
  it('is read whole', () => {
    expect(read({})).toEqual({ ok: true, definition: gitlabPreset });
  });

  it.each([
    [{ engagement: [{ ...demo, points: 1.5 }] }, ['engagement', 0, 'points'], 'not-whole'],
    [{ engagement: [{ ...demo, points: 301 }] }, ['engagement', 0, 'points'], 'too-big'],
    [{ engagement: [{ ...demo, label: ' ' }] }, ['engagement', 0, 'label'], 'empty'],
    [{ engagement: [{ ...demo, id: 'De mo' }] }, ['engagement', 0, 'id'], 'not-an-id'],
    [{ engagement: [{ ...demo, kind: 'sneezed' }] }, ['engagement', 0, 'kind'], 'unknown-choice'],
    [{ engagement: [demo, { ...others[0], id: 'demo' }] }, ['engagement', 1, 'id'], 'same-id'],
    [{ engagement: [{ ...demo, colour: 'red' }] }, ['engagement', 0, 'colour'], 'unknown-key'],
    [
      {
        engagement: [
          {
            ...demo,
            steps: [
              { from: 2, points: 1 },
              { from: 1, points: 2 },
            ],
          },
        ],
      },
      ['engagement', 0, 'steps'],
      'steps',
    ],
    [
      { fit: [{ ...gitlabPreset.fit[0], test: { is: 'shoe-size' } }] },
      ['fit', 0, 'test', 'is'],
      'unknown-choice',
    ],
    [{ sla: { ...gitlabPreset.sla, salesHours: 0 } }, ['sla', 'salesHours'], 'too-small'],
    [{ mqlAt: 'twenty' }, ['mqlAt'], 'wrong-kind'],
    [{ mqlAt: undefined }, ['mqlAt'], 'missing'],
  ])('%j is wrong at %j: %s', (over, path, is) => {
    expect(issue(over)).toMatchObject({ path, is });
  });

  it('says when it is no JSON at all', () => {
    expect(readDefinition('{"version": 7,')).toEqual({
      ok: false,
      issues: [{ path: [], is: 'not-json' }],
    });
  });
});
