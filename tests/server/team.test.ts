import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { invitationIn, pairAnswer } from '../../lib/contract/access.ts';
import {
  auditPage,
  inviteAnswer,
  ownDevices,
  type TeamAnswer,
  team,
} from '../../lib/contract/people.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { addWorkspace, listWorkspaces, newCodeFor } from '../../server/cli/workspaces.ts';
import { people } from '../../server/db/migrations/0011-people.ts';
import { taughtRecipe } from '../fixtures/recipe.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { putInForce } from './support/in-force.ts';
import { DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

describe.each(enginesFor(import.meta.url))('the team, on %s', (engine) => {
  const db = useEngine(engine);

  /** What an administrator does to the team. */
  const hands = (scene: Scene, token = scene.tokens.admin) => {
    const act = (method: string, path: string, body?: object) =>
      scene.ask({ path, method, token, ...(body ? { body } : {}) });
    return {
      act,
      team: async (): Promise<TeamAnswer> => team.parse((await act('GET', '/api/team')).body),
      member: async (name: string) => {
        const { members } = team.parse((await act('GET', '/api/team')).body);
        const found = members.find((member) => member.name === name);
        if (!found) throw new Error(`Nobody is called ${name}.`);
        return found;
      },
      invite: async (body: object) =>
        inviteAnswer.parse((await act('POST', '/api/invites', body)).body),
      audit: async (query = '') => auditPage.parse((await act('GET', `/api/audit${query}`)).body),
    };
  };
  const pair = (scene: Scene, code: string, label = 'Chrome on Linux') =>
    scene.ask({ path: '/api/pair', body: { code, label } });

  it('is invited by a link that is good once, for a week', async () => {
    const scene = await makeScene(db(), { publicUrl: 'https://truce.acme.example' });
    const { invite, team: look } = hands(scene);
    const made = await invite({
      name: 'Kim',
      email: 'kim@acme.example',
      role: 'rep',
      kind: 'link',
    });
    expect(made.link).toMatch(/^https:\/\/truce\.acme\.example\/invite#[\w-]{43}$/);
    expect((await look()).invites).toMatchObject([{ name: 'Kim', kind: 'link' }]);
    const pasted = invitationIn(`Hi Kim, here: ${made.link} see you`);
    expect(pasted).toEqual({ store: 'https://truce.acme.example', code: made.code });

    scene.clock.now += 7 * DAY - MINUTE;
    const first = await pair(scene, ` ${made.code} `);
    expect(pairAnswer.parse(first.body).member).toMatchObject({ name: 'Kim', role: 'rep' });
    expect(await pair(scene, made.code)).toMatchObject({ status: 404 });
    expect((await look()).invites).toEqual([]);
    const late = await invite({ name: 'Lou', role: 'rep', kind: 'link' });
    scene.clock.now += 7 * DAY;
    expect(await pair(scene, late.code)).toMatchObject({ status: 404 });
    const code = await invite({ name: 'Lou', role: 'rep' });
    expect([code.link, code.code]).toEqual([null, expect.stringMatching(/^.{4}-.{4}$/)]);
  });

  it('reads an invitation link only where it is one', () => {
    const secret = 'x'.repeat(43);
    for (const wrong of [
      'https://truce.example',
      `https://truce.example/invite#${secret}x`,
      `https://truce.example/deep/invite#${secret}`,
      `ftp://truce.example/invite#${secret}`,
      `https://truce.example/invite?code=${secret}`,
    ]) {
      expect(invitationIn(wrong), wrong).toBeNull();
    }
  });

  it('takes an invitation back', async () => {
    const scene = await makeScene(db());
    const { invite, act } = hands(scene);
    const made = await invite({ name: 'Kim', role: 'admin', kind: 'link' });
    const path = `/api/invites/${made.inviteId}`;
    const other = hands(await makeScene(db()));
    expect((await other.act('DELETE', path)).status).toBe(404);
    expect((await act('DELETE', path)).body).toMatchObject({ invites: [] });
    expect(await pair(scene, made.code)).toMatchObject({ status: 404 });
    expect((await act('DELETE', path)).status).toBe(404);
  });

  it('serves a page for the link that runs one script and loads nothing', async () => {
    const { app } = await makeScene(db());
    const answer = await app.request('/invite');
    const text = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'.*script-src 'sha256-.*frame-ancestors 'none'/);
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(text).not.toMatch(/(?:src|href)=/);
  });

  it('loses a member at once, and keeps what they said under their name', async () => {
    const scene = await makeScene(db());
    const { member, act, invite } = hands(scene);
    await scene.send({
      type: 'track',
      event: 'Demo Requested',
      properties: { email: 'e@acme.example' },
    });
    const card = await scene.card('e@acme.example');
    const said = { verdict: 'rejected', reason: 'student', note: '', until: null } as const;
    await scene.say(scene.tokens.rep, verdictItem(card, said, scene.tools));
    const ben = await member('Ben');
    const open = await invite({
      name: 'Ben',
      email: 'ben@acme.example',
      role: 'rep',
      kind: 'link',
    });

    const path = `/api/members/${ben.memberId}`;
    expect((await hands(await makeScene(db())).act('DELETE', path)).status).toBe(404);
    expect((await act('GET', '/api/me')).status).toBe(200);
    const left = team.parse((await act('DELETE', path)).body);
    expect(left.members.map(({ name }) => name)).not.toContain('Ben');
    expect((await scene.ask({ path: '/api/me', token: scene.tokens.rep })).status).toBe(401);
    expect(JSON.stringify(await scene.cardById(card.leadId, scene.tokens.marketer))).toContain(
      'Ben',
    );
    expect((await act('DELETE', path)).status).toBe(404);
    // The invitation was not for the address that they had, so it is not theirs.
    expect((await pair(scene, open.code)).status).toBe(200);
  });

  it('loses with a member what would let them in again', async () => {
    const scene = await makeScene(db());
    const { invite, act } = hands(scene);
    const kim = { name: 'Kim', email: 'kim@acme.example', role: 'rep' };
    const { member } = pairAnswer.parse((await pair(scene, (await invite(kim)).code)).body);
    const open = await invite({ ...kim, kind: 'link' });
    await act('DELETE', `/api/members/${member.memberId}`);
    expect((await pair(scene, open.code)).status).toBe(404);
    const again = pairAnswer.parse((await pair(scene, (await invite(kim)).code)).body);
    expect(again.member.memberId).toBe(member.memberId);
  });

  it('has an admin, whatever happens at once', async () => {
    const scene = await makeScene(db());
    const bo = await scene.join('Bo', 'admin');
    const ada = hands(scene);
    const [a, b] = [await ada.member('Ada'), await ada.member('Bo')];
    const demote = (by: string, id: string) =>
      hands(scene, by).act('PUT', `/api/members/${id}`, { role: 'rep' });
    const remove = (by: string, id: string) => hands(scene, by).act('DELETE', `/api/members/${id}`);
    const acts = [
      demote(scene.tokens.admin, b.memberId),
      demote(bo, a.memberId),
      remove(scene.tokens.admin, b.memberId),
      remove(bo, a.memberId),
      remove(scene.tokens.admin, a.memberId),
      remove(bo, b.memberId),
    ];
    await Promise.all(acts);
    const rows = await db()
      .selectFrom('member')
      .where('ws_id', '=', scene.wsId)
      .where('role', '=', 'admin')
      .where('removed_at', 'is', null)
      .select('name')
      .execute();
    expect(rows).toHaveLength(1);
    const last =
      rows[0]?.name === 'Ada' ? { token: scene.tokens.admin, of: a } : { token: bo, of: b };
    for (const refused of [
      await demote(last.token, last.of.memberId),
      await remove(last.token, last.of.memberId),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: { title: 'This is the last admin' } });
    }
  });

  it('keeps its last admin one, also when an old invitation says otherwise', async () => {
    const scene = await makeScene(db());
    const { invite, act } = hands(scene);
    const boss = { name: 'Bo', email: 'bo@acme.example' };
    const { code } = await invite({ ...boss, role: 'admin' });
    const { member, token } = pairAnswer.parse((await pair(scene, code)).body);
    const lesser = await invite({ ...boss, role: 'rep', kind: 'link' });
    const ada = await hands(scene).member('Ada');
    await hands(scene, token).act('DELETE', `/api/members/${ada.memberId}`);
    expect((await act('GET', '/api/me')).status).toBe(401);
    const again = pairAnswer.parse((await pair(scene, lesser.code)).body);
    expect(again.member).toEqual(member);
  });

  it('sees browsers by the hour, and lets them go one by one', async () => {
    const scene = await makeScene(db());
    const { member, act } = hands(scene);
    const own = async (token: string) =>
      ownDevices.parse((await scene.ask({ path: '/api/devices', token })).body).devices;
    scene.clock.now = START + 2 * HOUR + 59 * MINUTE;
    const [mine] = await own(scene.tokens.rep);
    expect(mine).toMatchObject({
      current: true,
      label: 'Test',
      lastSeenAt: new Date(START + 2 * HOUR).toISOString(),
    });
    const code = await hands(scene).invite({ name: 'Kim', email: 'k@acme.example', role: 'rep' });
    const kim = pairAnswer.parse((await pair(scene, code.code, 'Firefox')).body);
    scene.clock.now += MINUTE;
    const second = await hands(scene).invite({ name: 'Kim', email: 'k@acme.example', role: 'rep' });
    const other = pairAnswer.parse((await pair(scene, second.code, 'Edge')).body);
    const devices = await own(kim.token);
    expect(devices.map(({ label, current }) => [label, current])).toEqual([
      ['Firefox', true],
      ['Edge', false],
    ]);

    // Nobody but an administrator ends somebody else's.
    const edge = devices[1]?.deviceId ?? '';
    const letGo = (token: string, deviceId: string) =>
      scene.ask({ path: `/api/me/devices/${deviceId}`, method: 'DELETE', token });
    expect((await letGo(scene.tokens.rep, edge)).status).toBe(404);
    expect((await letGo(scene.tokens.admin, edge)).status).toBe(404);
    expect((await scene.ask({ path: '/api/me', token: other.token })).status).toBe(200);
    expect((await letGo(kim.token, edge)).body).toMatchObject({ devices: [{ label: 'Firefox' }] });
    expect((await scene.ask({ path: '/api/me', token: other.token })).status).toBe(401);

    const firefox = (await member('Kim')).devices[0]?.deviceId ?? '';
    const path = `/api/devices/${firefox}`;
    expect((await hands(await makeScene(db())).act('DELETE', path)).status).toBe(404);
    expect((await act('DELETE', path)).status).toBe(200);
    expect((await scene.ask({ path: '/api/me', token: kim.token })).status).toBe(401);
  });

  it('writes when a browser was here once an hour, not once a request', async () => {
    const writes: string[] = [];
    const scene = await makeScene(db(), {});
    const seen = async () =>
      (
        await db()
          .selectFrom('device')
          .where('ws_id', '=', scene.wsId)
          .select(['seen_at'])
          .orderBy('seen_at')
          .execute()
      ).map(({ seen_at }) => seen_at?.toISOString() ?? 'never');
    for (let minute = 0; minute < 120; minute += 20) {
      scene.clock.now = START + minute * MINUTE;
      await scene.ask({ path: '/api/me', token: scene.tokens.rep });
      writes.push(...(await seen()).filter((at) => at !== 'never'));
    }
    expect([...new Set(writes)]).toEqual([
      new Date(START).toISOString(),
      new Date(START + HOUR).toISOString(),
    ]);
  });

  it('ends the token of a browser that was away for ninety days, and of no other', async () => {
    const scene = await makeScene(db());
    const me = () => scene.ask({ path: '/api/me', token: scene.tokens.rep });
    scene.clock.now = START + 90 * DAY;
    expect((await me()).status).toBe(200);
    scene.clock.now += 90 * DAY;
    expect((await me()).status).toBe(200);
    scene.clock.now += 90 * DAY + HOUR;
    expect((await me()).status).toBe(401);
    const { member, team: look } = hands(scene, await scene.join('Cy', 'admin'));
    await db()
      .updateTable('device')
      .set({ created_at: new Date(scene.clock.now) })
      .where('ws_id', '=', scene.wsId)
      .where('seen_at', 'is', null)
      .execute();
    expect((await member('Ben')).devices).toEqual([]);
    expect((await look()).members).toHaveLength(4);
  });

  it('has what was done written down, newest first, page by page, and nothing of it elsewhere', async () => {
    const scene = await makeScene(db());
    const { invite, act, audit, member } = hands(scene);
    const tick = () => {
      scene.clock.now += MINUTE;
    };
    await act('PUT', '/api/crms/pinewood', taughtRecipe('pinewood'));
    tick();
    await act('DELETE', '/api/crms/pinewood');
    tick();
    await putInForce(scene, gitlabPreset);
    tick();
    const made = await invite({
      name: 'Kim',
      email: 'kim@acme.example',
      role: 'rep',
      kind: 'link',
    });
    tick();
    await pair(scene, made.code);
    tick();
    const kim = await member('Kim');
    await act('PUT', `/api/members/${kim.memberId}`, { role: 'marketer' });
    await act('PUT', `/api/members/${kim.memberId}`, { role: 'marketer' });
    tick();
    await act('DELETE', `/api/devices/${kim.devices[0]?.deviceId}`);
    tick();
    await act('DELETE', `/api/members/${kim.memberId}`);

    const { entries, next } = await audit();
    expect(next).toBeNull();
    const deeds = entries.map(({ action, by, what }) => [action, by?.name, what]);
    // Signatures are of the same moment as what they were given for.
    expect(deeds.filter(([action]) => action !== 'definition.signed')).toEqual([
      ['member.removed', 'Ada', 'Kim (marketer)'],
      ['device.revoked', 'Ada', 'Chrome on Linux, of Kim'],
      ['member.role-changed', 'Ada', 'Kim (rep, now marketer)'],
      ['member.joined', 'Kim', 'Kim (rep)'],
      ['invite.made', 'Ada', 'Kim (rep), by link'],
      ['definition.published', 'Ines', expect.stringContaining('version 2')],
      ['crm.unshared', 'Ada', 'pinewood'],
      ['crm.shared', 'Ada', 'pinewood'],
    ]);
    expect(JSON.stringify(entries)).not.toContain(made.code);
    const paged: string[] = [];
    for (let query = '?limit=3'; query; ) {
      const page = await audit(query);
      paged.push(...page.entries.map(({ id }) => id));
      query = page.next ? `?limit=3&before=${page.next}` : '';
    }
    expect(paged).toEqual(entries.map(({ id }) => id));
  });

  it('is still in after an upgrade from a store that knew neither browsers nor links', async () => {
    const scene = await makeScene(db());
    const { invite, team: look } = hands(scene);
    const { code, inviteId } = await invite({ name: 'Kim', role: 'rep' });
    await sql`update device set device_id = null where ws_id = ${scene.wsId}`.execute(db());
    await sql`update invite set invite_id = null, kind = null where ws_id = ${scene.wsId}`.execute(
      db(),
    );
    await people.up(db());
    const { members, invites } = await look();
    const ids = members.flatMap(({ devices }) => devices.map(({ deviceId }) => deviceId));
    expect([members.length, new Set(ids).size]).toEqual([3, 3]);
    expect(invites).toMatchObject([{ name: 'Kim', kind: 'code' }]);
    expect(invites[0]?.inviteId).not.toBe(inviteId);
    expect((await pair(scene, code)).status).toBe(200);
  });

  it('is one of several in a store', async () => {
    const scene = await makeScene(db());
    const { store } = scene;
    const name = `Sales ${randomUUID()}`;
    const added = await addWorkspace(store, ` ${name} `);
    if (!added.ok) throw new Error(added.problem.detail);
    expect(await addWorkspace(store, name)).toMatchObject({ problem: { code: 'conflict' } });
    expect(await addWorkspace(store, ' ')).toMatchObject({ problem: { code: 'bad-request' } });
    scene.clock.now += 10 * MINUTE;
    expect((await pair(scene, added.value.code)).status).toBe(404);
    const again = await newCodeFor(store, added.value.id);
    if (!again.ok) throw new Error(again.problem.detail);
    const { token, member } = pairAnswer.parse((await pair(scene, again.value.code)).body);
    expect(member).toMatchObject({ role: 'admin', workspace: { id: added.value.id, name } });
    expect((await hands(scene, token).team()).members).toHaveLength(1);
    expect(await newCodeFor(store, added.value.id)).toMatchObject({
      problem: { code: 'conflict' },
    });
    const listed = (await listWorkspaces(store)).find(({ id }) => id === added.value.id);
    expect(listed).toMatchObject({ name, members: 1, admins: 1 });
  });
});
