import { describe, expect, it } from 'vitest';
import type { LeadCard } from '../../lib/contract/lead.ts';
import type { RefusedInput } from '../../lib/contract/sources.ts';
import type { CollectAnswer } from '../../server/ingest/collect.ts';
import { isObject } from '../../server/ingest/read.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { importing } from './support/importing.ts';
import { DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';
import { BASE, connect, type Tool } from './support/tools.ts';

const email = 'ana@acme.example';
const iso = (at: number) => new Date(at).toISOString();

describe.each(enginesFor(import.meta.url))('webhooks, on %s', (engine) => {
  const db = useEngine(engine);
  const makeOwn = () => makeScene(db(), { publicUrl: BASE });

  const kept = async (tool: Tool, body: unknown): Promise<CollectAnswer> => {
    const answer = await tool.send(body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as CollectAnswer;
  };
  const events = async (scene: Scene, card: LeadCard) => {
    const path = `/api/leads/${card.leadId}/events`;
    const { body } = await scene.ask({ path, token: scene.tokens.rep });
    return (body as { events: LeadCard['moments'] }).events.toReversed();
  };
  const lines = async (scene: Scene) =>
    (await events(scene, await scene.card(email))).map(({ title, at, machine }) => [
      title,
      Date.parse(at) - START,
      ...(machine ? ['machine'] : []),
    ]);
  const refused = async (scene: Scene): Promise<RefusedInput[]> => {
    const { body } = await scene.ask({ path: '/api/intake', token: scene.tokens.marketer });
    return (body as { refused: RefusedInput[] }).refused;
  };

  describe('HubSpot', () => {
    const contact = { crm: 'hubspot', org: '62515', kind: 'contact' as const, id: '1246965' };
    let eventId = 0;
    const item = (subscriptionType: string, more: object = {}) => ({
      eventId: ++eventId,
      subscriptionId: 12,
      portalId: 62515,
      appId: 54321,
      occurredAt: START - HOUR,
      subscriptionType,
      attemptNumber: 0,
      objectId: 1246965,
      changeSource: 'CRM_UI',
      ...more,
    });
    const change = (propertyName: string, propertyValue: string, more: object = {}) =>
      item('contact.propertyChange', { propertyName, propertyValue, ...more });

    it('says who somebody is, and the sidebar finds them by their record', async () => {
      const scene = await makeOwn();
      const tool = await connect(scene, 'hubspot');
      await kept(tool, [
        item('contact.creation'),
        change('firstname', 'Ana'),
        change('email', email),
        change('lastname', 'Silva'),
        change('jobtitle', 'VP Operations'),
        change('company', 'Acme'),
        change('favourite_colour', 'green'),
      ]);
      const found = await scene.find(contact);
      expect(found).toMatchObject({
        found: true,
        card: {
          who: { name: 'Ana Silva', title: 'VP Operations', company: 'Acme', email },
          counts: { all: 0 },
        },
      });
      // Half a name, by itself, takes nothing away.
      await kept(tool, [change('lastname', 'Silva-Costa', { occurredAt: START })]);
      expect((await scene.card(email)).who.name).toBe('Ana Silva');
    });

    it('tells what they did and what became of them, once', async () => {
      const scene = await makeOwn();
      const tool = await connect(scene, 'hubspot');
      const body = [
        change('email', email),
        change('hs_email_last_open_date', String(START - 5 * HOUR)),
        change('hs_email_last_click_date', String(START - 4 * HOUR)),
        change('recent_conversion_event_name', 'Pricing: Contact us', {
          occurredAt: START - 3 * HOUR,
        }),
        change('lifecyclestage', 'salesqualifiedlead', { occurredAt: START - 2 * HOUR }),
        change('lifecyclestage', 'opportunity', { occurredAt: START - HOUR }),
      ];
      expect(await kept(tool, body)).toMatchObject({ accepted: 6, duplicates: 0 });
      const again = body.map((one) => ({ ...one, attemptNumber: 1 }));
      expect(await kept(tool, again)).toMatchObject({ duplicates: 5 });
      expect(await lines(scene)).toEqual([
        ['Opened an e-mail', -5 * HOUR],
        ['Clicked a link in an e-mail', -4 * HOUR],
        ['Submitted “Pricing: Contact us” form', -3 * HOUR],
        ['Lifecycle Stage Changed: “salesqualifiedlead”', -2 * HOUR, 'machine'],
        ['Opportunity opened', -HOUR],
      ]);
      expect((await scene.card(email)).stage).toBe('opportunity');
      await kept(tool, [change('hs_email_optout', 'true')]);
      expect((await scene.card(email)).optedOut).toBe(true);
    });

    it('says that two records are one person, unless their addresses say otherwise', async () => {
      const scene = await makeOwn();
      const tool = await connect(scene, 'hubspot');
      const of = (objectId: number) => ({ ...contact, id: String(objectId) });
      await kept(tool, [
        change('email', email, { objectId: 1 }),
        change('lifecyclestage', 'customer', { objectId: 2 }),
        change('email', 'bo@acme.example', { objectId: 3 }),
      ]);
      await kept(tool, [
        item('contact.merge', {
          objectId: 1,
          primaryObjectId: 1,
          mergedObjectIds: [2],
          newObjectId: 4,
        }),
        item('contact.merge', { primaryObjectId: 1, mergedObjectIds: [3], objectId: 1 }),
      ]);
      const { leadId } = await scene.card(email);
      for (const id of [1, 2, 4]) {
        expect(await scene.find(of(id)), String(id)).toMatchObject({
          card: { leadId, stage: 'won' },
        });
      }
      const other = await scene.find(of(3));
      expect(other.found && other.card.who.email).toBe('bo@acme.example');
    });

    it('asks an admin before anybody is erased, and says what it does not keep', async () => {
      const scene = await makeOwn();
      const tool = await connect(scene, 'hubspot');
      await kept(tool, [change('email', email)]);
      const answer = await kept(tool, [
        item('contact.privacyDeletion'),
        item('deal.propertyChange', { propertyName: 'dealstage', propertyValue: 'closedwon' }),
        'nonsense',
        change('jobtitle', 'CEO', { occurredAt: START }),
      ]);
      expect(answer.refused.map(({ index }) => index)).toEqual([0, 1, 2]);
      expect((await scene.card(email)).who).toMatchObject({ email, title: 'CEO' });
      const waiting = await refused(scene);
      expect(waiting.map(({ reason, replayable }) => [reason.slice(0, 30), replayable])).toEqual(
        expect.arrayContaining([
          ['HubSpot asks for erasure: cont', false],
          ['“deal.propertyChange” does not', true],
        ]),
      );
    });

    it('in its generic form says the same', async () => {
      const scene = await makeOwn();
      const tool = await connect(scene, 'hubspot');
      const generic = { subscriptionType: 'object.propertyChange', objectTypeId: '0-1' };
      await kept(tool, [change('email', email, generic)]);
      expect((await scene.find(contact)).found).toBe(true);
    });
  });

  it('Marketo tells by our template and by its activities, which carry no address', async () => {
    const scene = await makeOwn();
    const tool = await connect(scene, 'marketo');
    await kept(tool, {
      leadId: 17,
      email,
      firstName: 'Ana',
      lastName: 'Silva',
      company: 'Acme',
      event: 'Form Submitted',
      name: 'Contact us',
      at: iso(START - 5 * HOUR),
      guid: 'g-1',
    });
    const activity = (activityTypeId: number, more: object = {}) => ({
      marketoGUID: `g-${activityTypeId}-${JSON.stringify(more).length}`,
      leadId: 17,
      activityDate: '2026-11-22T05:00:00+0000',
      activityTypeId,
      primaryAttributeValue: 'Spring mail',
      primaryAttributeValueId: 5,
      attributes: [],
      ...more,
    });
    expect(
      await kept(tool, [
        activity(11, { attributes: [{ name: 'Link', value: 'https://acme.example/a' }] }),
        activity(1, {
          activityDate: '2026-11-22T06:00:00Z',
          primaryAttributeValue: 'Pricing',
          attributes: [{ name: 'Webpage URL', value: '/pricing' }],
        }),
        activity(22),
        activity(34, { activityDate: '2026-11-22T07:00:00Z', primaryAttributeValue: 'Acme 2026' }),
        activity(36, {
          activityDate: '2026-11-22T08:00:00Z',
          primaryAttributeValue: 'Acme 2026',
          attributes: [{ name: 'Stage', value: 'Closed Won' }],
        }),
        activity(37),
        activity(46, { leadId: null }),
      ]),
    ).toMatchObject({ accepted: 4, refused: [{ index: 5 }, { index: 6 }] });
    expect(await lines(scene)).toEqual([
      ['Submitted “Contact us” form', -5 * HOUR],
      ['Clicked “acme.example/a” in “Spring mail”', -4 * HOUR],
      ['Viewed “Pricing”', -3 * HOUR],
      ['Opportunity opened', -2 * HOUR],
      ['Deal won', -HOUR],
    ]);
    await kept(tool, activity(32, { attributes: [{ name: 'Merge IDs', value: '[18]' }] }));
    await kept(tool, { leadId: 18, event: 'Webinar Attended', name: 'Tides' });
    expect((await lines(scene)).at(-1)).toEqual(['Attended “Tides” webinar', 0]);
  });

  it('Marketo says the same by webhook and by file, and what is in both is there once', async () => {
    const scene = await makeOwn();
    const files = importing(scene);
    const columns =
      'marketoGUID,leadId,activityDate,activityTypeId,campaignId,primaryAttributeValueId,primaryAttributeValue,attributes';
    const types = [2, 3, 6, 7, 8, 9, 10, 11, 27, 34, 39, 40, 41, 45, 46, 48, 104, 100_001];
    const status = { 'New Status': 'Attended' };
    const at = (type: number) => new Date(START - DAY + (type % 1_000) * MINUTE).toISOString();
    const row = (type: number) =>
      `g-${type},17,${at(type)},${type},,5,Tides webinar,"${JSON.stringify(status).replaceAll('"', '""')}"`;
    const file = [columns, ...types.map(row), ''].join('\n');
    await files.written((await files.tried('activities.csv', file)).importId);
    const all = async ({ wsId }: Scene) => {
      const rows = await db()
        .selectFrom('event')
        .where('ws_id', '=', wsId)
        .select(['kind', 'props'])
        .orderBy('at')
        .orderBy('event_id')
        .execute();
      return rows.map(({ kind, props }) => [kind, isObject(props) && props.event]);
    };
    const byFile = await all(scene);
    expect(byFile).toContainEqual(['other', 'Sales Email Clicked']);
    const activity = (type: number) => ({
      marketoGUID: `g-${type}`,
      leadId: 17,
      activityDate: at(type),
      activityTypeId: type,
      primaryAttributeValue: 'Tides webinar',
      attributes: [{ name: 'New Status', value: 'Attended' }],
      ...(type > 100_000 ? { activityTypeName: `Marketo activity ${type}` } : {}),
    });
    const tool = await connect(scene, 'marketo');
    expect(await kept(tool, types.map(activity))).toMatchObject({ duplicates: types.length });
    expect(await all(scene)).toEqual(byFile);
    // The other way about, with another team's: each type is the same kind of thing.
    const other = await makeOwn();
    const theirs = await connect(other, 'marketo');
    expect(await kept(theirs, types.map(activity))).toMatchObject({ accepted: types.length });
    expect(await all(other)).toEqual(byFile);
    // Adobe gives Interesting Moments two numbers; the name decides.
    const moment = { ...activity(41), marketoGUID: 'm-1', activityTypeName: 'Interesting Moment' };
    await kept(tool, moment);
    expect((await all(scene)).filter(([, name]) => name === 'Interesting Moment')).toHaveLength(2);
  });

  it('Mautic tells by hits, mails and forms; a click is a hit of a mail', async () => {
    const scene = await makeOwn();
    const tool = await connect(scene, 'mautic');
    const lead = {
      id: 26,
      doNotContact: [],
      fields: {
        core: {
          email: { value: email },
          firstname: { value: 'Ana' },
          lastname: { value: 'Silva' },
          position: { value: 'VP Operations' },
        },
      },
    };
    const time = (at: number) => iso(START - at).replace('.000Z', '+00:00');
    const body = {
      'mautic.lead_post_save_new': [{ contact: lead, timestamp: time(6 * HOUR) }],
      'mautic.email_on_open': [
        {
          stat: {
            id: 1,
            emailAddress: email,
            dateRead: time(5 * HOUR),
            trackingHash: 'h1',
            lead,
            email: { id: 3, name: 'Spring', subject: 'Spring is here' },
          },
          timestamp: time(5 * HOUR),
        },
      ],
      'mautic.page_on_hit': [
        {
          hit: {
            dateHit: time(4 * HOUR),
            redirect: { url: 'https://acme.example/a' },
            email: { id: 3, subject: 'Spring is here' },
            url: 'https://acme.example/a',
            lead,
          },
        },
        {
          hit: {
            dateHit: time(3 * HOUR),
            page: { title: 'Pricing' },
            url: 'https://acme.example/p',
            lead,
          },
        },
      ],
      'mautic.form_on_submit': [
        {
          submission: { id: 9, form: { name: 'Contact us' }, lead, dateSubmitted: time(2 * HOUR) },
        },
      ],
      'mautic.lead_points_change': [{ contact: lead, points: { old_points: 1, new_points: 9 } }],
      timestamp: time(0),
    };
    expect(await kept(tool, body)).toMatchObject({ accepted: 5, refused: [] });
    expect(await kept(tool, body)).toMatchObject({ duplicates: 4 });
    expect((await scene.card(email)).who).toMatchObject({
      name: 'Ana Silva',
      title: 'VP Operations',
    });
    expect(await lines(scene)).toEqual([
      ['Opened “Spring is here”', -5 * HOUR],
      ['Clicked “acme.example/a” in “Spring is here”', -4 * HOUR],
      ['Viewed “Pricing”', -3 * HOUR],
      ['Submitted “Contact us” form', -2 * HOUR],
    ]);
    // Known by its number alone, and by what it asks not to be sent.
    const change = {
      contact: { id: 26 },
      channel: 'email',
      old_status: 'contactable',
      new_status: 'manual',
    };
    await kept(tool, { 'mautic.lead_channel_subscription_changed': [change] });
    expect((await scene.card(email)).optedOut).toBe(true);
    const answer = await kept(tool, {
      'mautic.lead_post_delete': [{ id: 26 }],
      'mautic.new_thing': [{}],
    });
    expect(answer.refused).toHaveLength(2);
    expect((await scene.card(email)).counts.all).toBe(5);
  });

  it('SendGrid tells of every mail, of machines that open them, and of each event once', async () => {
    const scene = await makeOwn();
    const tool = await connect(scene, 'sendgrid');
    let id = 0;
    const event = (name: string, ago: number, more: object = {}) => ({
      email,
      timestamp: (START - ago) / 1000,
      event: name,
      'smtp-id': '<1@acme.example>',
      sg_event_id: `sg-${++id}`,
      sg_message_id: 'm1.filter0001.1',
      category: ['Spring', 'All'],
      ...more,
    });
    const body = [
      event('processed', 6 * HOUR),
      event('deferred', 6 * HOUR, { attempt: '1' }),
      event('delivered', 5 * HOUR),
      event('open', 4 * HOUR, { sg_machine_open: true }),
      event('click', 5 * HOUR - 1000, { url: 'https://acme.example/a' }),
      event('click', 3 * HOUR, { url: 'https://acme.example/a', useragent: 'Mozilla/5.0 (X11)' }),
      event('bounce', 2 * HOUR, { reason: '550', type: 'bounce' }),
      event('group_unsubscribe', HOUR, { asm_group_id: 1 }),
      event('mystery', HOUR),
    ];
    expect(await kept(tool, body)).toMatchObject({ accepted: 7, refused: [{ index: 8 }] });
    expect(await kept(tool, body)).toMatchObject({ accepted: 0, duplicates: 7 });
    expect(await lines(scene)).toEqual([
      ['Was sent “Spring”', -6 * HOUR],
      ['Received “Spring”', -5 * HOUR],
      // A second after it came.
      ['Clicked “acme.example/a” in “Spring”', -5 * HOUR + 1000, 'machine'],
      ['Opened “Spring”', -4 * HOUR, 'machine'],
      ['Clicked “acme.example/a” in “Spring”', -3 * HOUR],
      ['“Spring” bounced', -2 * HOUR],
      ['Unsubscribed', -HOUR],
    ]);
    const card = await scene.card(email);
    expect(card.warnings.map(({ kind }) => kind)).toEqual(['opted_out', 'bounced']);
  });

  it('Mailchimp sends forms about its audience', async () => {
    const scene = await makeOwn();
    const tool = await connect(scene, 'mailchimp');
    const form = (said: Record<string, string>) => new URLSearchParams(said).toString();
    const common = { 'data[list_id]': 'a6b5', 'data[email]': email };
    await kept(
      tool,
      form({
        type: 'subscribe',
        fired_at: '2026-11-22 07:00:00',
        ...common,
        'data[merges][EMAIL]': email,
        'data[merges][FNAME]': 'Ana',
        'data[merges][LNAME]': 'Silva',
        'data[merges][COMPANY]': 'Acme',
        'data[merges][__proto__]': 'x',
      }),
    );
    await kept(
      tool,
      form({ type: 'cleaned', fired_at: '2026-11-22 07:30:00', ...common, 'data[reason]': 'hard' }),
    );
    const gone = form({
      type: 'unsubscribe',
      fired_at: '2026-11-22 08:00:00',
      ...common,
      'data[reason]': 'abuse',
    });
    expect(await kept(tool, gone)).toMatchObject({ accepted: 2 });
    expect(await kept(tool, gone)).toMatchObject({ accepted: 0, duplicates: 2 });
    await kept(tool, form({ type: 'campaign', 'data[id]': '1' }));
    const card = await scene.card(email);
    expect(card).toMatchObject({ who: { name: 'Ana Silva', company: 'Acme' }, optedOut: true });
    expect((await lines(scene)).slice(0, 2)).toEqual([
      ['Subscribed', -2 * HOUR],
      ['An e-mail bounced', -90 * MINUTE],
    ]);
    const moved = {
      type: 'upemail',
      'data[old_email]': email,
      'data[new_email]': 'ana@new.example',
    };
    expect((await kept(tool, form(moved))).refused).toHaveLength(1);
    expect((await refused(scene))[0]?.reason).toContain('ana@acme.example is now ana@new.example');
  });

  it('Brevo calls things by several names, and tells the first opening twice', async () => {
    const scene = await makeOwn();
    const tool = await connect(scene, 'brevo');
    const event = (name: string, ago: number, more: object = {}) => ({
      event: name,
      email,
      id: 1,
      'message-id': '<m1@acme.example>',
      subject: 'Spring',
      ts_epoch: START - ago,
      ...more,
    });
    await kept(tool, event('delivered', 5 * HOUR));
    await kept(tool, [
      event('opened', 4 * HOUR),
      event('unique_opened', 4 * HOUR),
      event('proxy_open', 3 * HOUR),
      event('click', 2 * HOUR, { link: 'https://acme.example/a' }),
      {
        event: 'hardBounce',
        email,
        camp_id: 2,
        'campaign name': 'Summer',
        ts_event: (START - HOUR) / 1000,
      },
      event('contact_deleted', 0),
    ]);
    expect(await lines(scene)).toEqual([
      ['Received “Spring”', -5 * HOUR],
      ['Opened “Spring”', -4 * HOUR],
      ['Opened “Spring”', -3 * HOUR, 'machine'],
      ['Clicked “acme.example/a” in “Spring”', -2 * HOUR],
      ['“Summer” bounced', -HOUR],
    ]);
    expect((await refused(scene))[0]).toMatchObject({ replayable: false });
  });

  it('Customer.io knows people by its own ids', async () => {
    const scene = await makeOwn();
    const tool = await connect(scene, 'customerio');
    let id = 0;
    const event = (metric: string, ago: number, data: object = {}, object_type = 'email') => ({
      event_id: `01E4C4-${++id}`,
      object_type,
      metric,
      timestamp: (START - ago) / 1000,
      data: { customer_id: 'c-42', delivery_id: 'd1', subject: 'Spring', ...data },
    });
    await kept(tool, event('delivered', 5 * HOUR, { identifiers: { id: 'c-42', email } }));
    await kept(tool, event('opened', 4 * HOUR));
    await kept(tool, event('human_opened', 4 * HOUR));
    await kept(tool, event('machine_clicked', 3 * HOUR, { href: 'https://acme.example/a' }));
    await kept(tool, event('clicked', 2 * HOUR, { href: 'https://acme.example/a' }));
    await kept(tool, event('unsubscribed', HOUR, {}, 'customer'));
    expect(await kept(tool, event('sent', 0, {}, 'push'))).toMatchObject({
      refused: [{ index: 0 }],
    });
    expect(await lines(scene)).toEqual([
      ['Received “Spring”', -5 * HOUR],
      ['Opened “Spring”', -4 * HOUR],
      ['Clicked “acme.example/a” in “Spring”', -3 * HOUR, 'machine'],
      ['Clicked “acme.example/a” in “Spring”', -2 * HOUR],
      ['Unsubscribed', -HOUR],
    ]);
    expect((await scene.card(email)).optedOut).toBe(true);
  });

  it('Standard Webhooks bring messages, batches and flat objects', async () => {
    const scene = await makeOwn();
    const tool = await connect(scene, 'standard');
    const demo = {
      type: 'track',
      event: 'Demo Requested',
      userId: email,
      timestamp: iso(START - HOUR),
    };
    expect(await kept(tool, demo)).toMatchObject({ accepted: 1 });
    expect(await kept(tool, demo)).toMatchObject({ accepted: 0, duplicates: 1 });
    await kept(tool, {
      batch: [
        { type: 'identify', userId: email, traits: { title: 'CEO' } },
        { type: 'page', userId: email, name: 'Pricing', timestamp: iso(START - 50 * MINUTE) },
      ],
    });
    await kept(tool, {
      type: 'deal.won',
      timestamp: iso(START - MINUTE),
      data: { email, first_name: 'Ana', last_name: 'Silva', company_name: 'Acme' },
    });
    expect((await lines(scene)).map(([title]) => title)).toEqual([
      'Asked for a demo',
      'Viewed “Pricing”',
      'Deal won',
    ]);
    expect(await scene.card(email)).toMatchObject({
      stage: 'won',
      who: { name: 'Ana Silva', company: 'Acme', title: 'CEO' },
    });
    expect(await kept(tool, { type: 'ping' })).toMatchObject({
      accepted: 0,
      refused: [{ index: 0 }],
    });
  });

  it('of a sender with a mapping, fields are what the mapping says, a record of the CRM included', async () => {
    const scene = await makeOwn();
    const mapping = {
      columns: {
        'person.mail': 'email',
        'person.sfdc': 'record',
        phase: 'outcome',
        when: 'at',
        ref: 'eventId',
      },
      event: null,
      record: { crm: 'salesforce', org: 'acme.lightning.force.com', kind: 'contact' },
    };
    const tool = await connect(scene, 'standard', { mapping });
    const item = {
      person: { mail: email, sfdc: '003xx0000012345' },
      phase: 'Closed Won',
      when: iso(START - HOUR),
      ref: 'opp-1',
    };
    expect(await kept(tool, { batch: [item, { nothing: 1 }] })).toMatchObject({
      accepted: 1,
      refused: [{ index: 1 }],
    });
    expect(await kept(tool, item)).toMatchObject({ duplicates: 1 });
    const record = { ...mapping.record, kind: 'contact' as const, id: '003xx0000012345' };
    expect(await scene.find(record)).toMatchObject({ found: true, card: { stage: 'won' } });
  });

  it('names that only doors may give cannot be claimed with a write key', async () => {
    const scene = await makeOwn();
    const tool = await connect(scene, 'customerio');
    const data = { customer_id: 'c-1', identifiers: { email } };
    await kept(tool, {
      event_id: '1',
      object_type: 'email',
      metric: 'opened',
      timestamp: START / 1000,
      data,
    });
    const { leadId } = await scene.card(email);
    await scene.send(
      { type: 'track', event: 'Forged', userId: 'ext:customerio:c-1', messageId: 'a' },
      { type: 'track', event: 'Forged', anonymousId: 'ext:customerio:c-1', messageId: 'b' },
      {
        type: 'track',
        event: 'Forged',
        userId: 'x',
        messageId: 'c',
        names: ['ext:customerio:c-1'],
      },
      {
        type: 'track',
        event: 'Forged',
        userId: 'y',
        messageId: 'd',
        record: 'hubspot:1:contact:1',
      },
    );
    expect((await scene.cardById(leadId)).counts.all).toBe(1);
    const idents = await db()
      .selectFrom('identity')
      .where('ws_id', '=', scene.wsId)
      .select('ident')
      .execute();
    expect(
      idents.map(({ ident }) => ident).filter((ident) => /^(ext|record:hubspot):/.test(ident)),
    ).toEqual(['ext:customerio:c-1']);
  });
});
