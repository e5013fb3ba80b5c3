import { describe, expect, it } from 'vitest';
import { enginesFor, useEngine } from './support/engines.ts';
import { fixture, importing } from './support/importing.ts';
import { DAY, makeScene, START } from './support/scene.ts';

describe.each(enginesFor(import.meta.url))(
  'exports that are known by their columns, on %s',
  (engine) => {
    const db = useEngine(engine);
    const begin = async () => {
      const scene = await makeScene(db());
      return { scene, files: importing(scene) };
    };
    const known = (events: { kind: string; name: string }[]) =>
      events.map(({ kind, name }) => `${kind}: ${name}`);

    it('HubSpot contacts: people, opt-outs, and what is wrong with the others', async () => {
      const { files } = await begin();
      const job = await files.tried('hubspot-contacts.csv');
      expect(job).toMatchObject({
        state: 'tried',
        format: 'hubspot-contacts',
        counts: { rows: 4, accepted: 3, duplicates: 0, refused: 1 },
        people: 3,
        events: 0,
        done: job.total,
      });
      expect(await files.leads()).toEqual([]);
      expect(job.mapping?.columns).toMatchObject({
        'Record ID': 'record',
        'Create Date': 'at',
        'Last Modified Date': 'at',
        'Unsubscribed from all email': 'optedOut',
      });
      expect(job.columns.find(({ name }) => name === 'Industry')?.examples).toEqual([
        'Utilities',
        'Manufacturing',
      ]);
      const done = await files.written(job.importId);
      expect(done).toMatchObject({ state: 'done', counts: job.counts });
      const leads = await files.leads();
      expect(leads).toMatchObject([
        {
          email: 'nora@fjordlys.example',
          name: 'Nora Quist',
          title: 'Head of Supply',
          company: 'Fjordlys AS',
          opted_out: false,
          traits: { industry: 'Utilities', country: 'Norway', employees: 420 },
          traits_at: new Date('2026-10-04T17:30:00Z'),
        },
        { email: 'tomas@quebracho.example', opted_out: true, traits: { employees: 1200 } },
        // Known by the id in the CRM alone; who it is may come with another file.
        { email: null, name: 'Nobody' },
      ]);
      expect(await files.refused(job.importId)).toBe(
        [
          'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Marketing contact status,Create Date,Last Modified Date,Job Title,Company Name,Industry,Country/Region,Number of Employees,Unsubscribed from all email,row,reason',
          '304,Wrong,Date,wrong@fjordlys.example,,,New,Marketing contact,soon,,,,,,,,5,The date cannot be read; write it like 2026-11-22 09:15.',
          '',
        ].join('\r\n'),
      );
    });

    it('HubSpot deals: outcomes of the people they are with', async () => {
      const { files } = await begin();
      await files.written((await files.tried('hubspot-contacts.csv')).importId);
      const job = await files.tried('hubspot-deals.csv');
      expect(job).toMatchObject({
        format: 'mapped',
        counts: { accepted: 3 },
        people: 2,
        events: 3,
      });
      await files.written(job.importId);
      expect(known(await files.events())).toEqual([
        'opportunity_opened: Quebracho pilot',
        'deal_won: Fjordlys metering',
        'deal_lost: Quebracho second line',
      ]);
      expect((await files.leads()).map(({ stage }) => stage)).toEqual(['won', 'lost', 'inquiry']);
    });

    it('Marketo: people and what they did, found by the id of the lead', async () => {
      const { scene, files } = await begin();
      const activities = await files.tried('marketo-activities.csv');
      expect(activities).toMatchObject({
        format: 'marketo-activities',
        counts: { rows: 9, accepted: 8, refused: 1 },
        people: 2,
        events: 8,
        reasons: [
          { reason: "An activity of type 13 is Marketo's doing, not the person's.", firstRow: 8 },
        ],
        span: { from: '2026-10-01T08:00:00.000Z', to: '2026-10-08T13:00:00.000Z' },
      });
      await files.written(activities.importId);
      await files.written((await files.tried('marketo-leads.csv')).importId);
      const card = await scene.card('irja@havu.example');
      expect(card.who).toMatchObject({ name: 'Irja Salo', company: 'Havu Oy' });
      expect(card.counts.all).toBe(6);
      expect(known(await files.events())).toEqual([
        'page_viewed: /pricing',
        'form_submitted: Talk to us',
        'email_delivered: Email Delivered',
        'email_opened: Email Opened',
        'email_clicked: tidewell.example/guide',
        'webinar_attended: Webinar: Metering at sea',
        'other: Marketo activity 100012',
        'unsubscribed: Unsubscribed',
      ]);
      expect((await files.leads()).map(({ opted_out }) => opted_out)).toEqual([false, true]);
    });

    it('Mailchimp: the audience, and who opened and clicked, in the zone of the account', async () => {
      const { files } = await begin();
      const audience = await files.tried('mailchimp-audience.csv');
      expect(audience).toMatchObject({ format: 'mailchimp-audience', counts: { accepted: 2 } });
      await files.written(audience.importId);
      const activity = await files.tried('mailchimp-activity.csv');
      expect(activity).toMatchObject({ format: 'mailchimp-activity', counts: { accepted: 3 } });
      const { mapping } = activity;
      if (!mapping) throw new Error('It has no mapping.');
      const berlin = { ...mapping, zone: 'Europe/Berlin' };
      const again = await files.tryAs(activity.importId, {
        format: activity.format,
        mapping: berlin,
      });
      expect(again.span?.from).toBe('2026-06-10T03:00:00.000Z');
      await files.written(activity.importId);
      expect(known(await files.events())).toEqual([
        'email_bounced: Email Bounced',
        'email_opened: Email Opened',
        'email_clicked: tidewell.example/guide',
        'unsubscribed: Unsubscribed',
      ]);
      expect(await files.leads()).toMatchObject([
        { email: 'mara@lindwurm.example', opted_out: false },
        { email: 'piet@veenkade.example', opted_out: true, company: 'Veenkade' },
      ]);
    });

    it('Salesforce: leads from a German report, opportunities from an American one', async () => {
      const { files } = await begin();
      const leads = await files.tried('salesforce-leads.csv');
      expect(leads).toMatchObject({ format: 'salesforce-leads', counts: { accepted: 2 } });
      await files.written(leads.importId);
      expect(await files.leads()).toMatchObject([
        { name: 'Ayşe Demir', opted_out: false, traits_at: new Date('2026-09-21T00:00:00Z') },
        { company: 'Brandt & Söhne', opted_out: true, traits: { employees: 51 } },
      ]);
      const deals = await files.tried('salesforce-opportunities.csv');
      expect(deals).toMatchObject({ format: 'salesforce-opportunities', counts: { accepted: 3 } });
      await files.written(deals.importId);
      const events = await files.events();
      expect(events.map(({ kind, at }) => [kind, at.toISOString().slice(0, 10)])).toEqual([
        ['deal_won', '2025-12-31'],
        ['opportunity_opened', '2026-11-03'],
        ['deal_lost', '2026-11-09'],
      ]);
      const idents = await db()
        .selectFrom('identity')
        .where('ws_id', '=', `${(await files.leads())[0]?.ws_id}`)
        .select('ident')
        .execute();
      // The 18 characters that the pages of the CRM have.
      expect(idents.map(({ ident }) => ident)).toContain('ext:salesforce:00Q5g00000AbCdEEAV');
    });

    it('Segment messages as they were archived', async () => {
      const { scene, files } = await begin();
      const job = await files.tried('segment-messages.ndjson');
      expect(job).toMatchObject({
        format: 'segment-messages',
        counts: { rows: 6, accepted: 3, refused: 3 },
        span: { from: '2026-05-01T10:01:00.000Z' },
      });
      await files.written(job.importId);
      const card = await scene.card('lise@norrbo.example');
      expect(card.counts.all).toBe(2);
      const refused = await files.refused(job.importId);
      expect(refused).toContain('not json at all,5,The line is not a JSON object.');
      expect(refused).toContain('before 2005');
    });

    it('hand people over when they asked, not when the file came', async () => {
      const { files } = await begin();
      const asked = new Date(START - 2 * DAY);
      const text = `Email,Event,Date\nold@acme.example,Demo Requested,${asked.toISOString()}\n`;
      const job = await files.tried('demos.csv', text);
      expect(job).toMatchObject({ format: 'mapped', events: 1 });
      await files.written(job.importId);
      expect(await files.leads()).toMatchObject([{ stage: 'mql', handoff_at: asked }]);
    });

    it('are the same packed, and with any line ends and encodings', async () => {
      const { gzipSync } = await import('node:zlib');
      const text = fixture('salesforce-leads.csv').toString('utf8');
      const variants = {
        packed: gzipSync(text),
        windows: Buffer.from(text.replaceAll('\n', '\r\n').replace('\uFEFF', '')),
        mac: Buffer.from(text.replaceAll('\n', '\r')),
        utf16: Buffer.from(`\uFEFF${text.replace('\uFEFF', '')}`, 'utf16le'),
        unmarked16: Buffer.from(text.replace('\uFEFF', ''), 'utf16le'),
        swapped: Buffer.from(text, 'utf16le').swap16(),
      };
      for (const [name, bytes] of Object.entries(variants)) {
        const { files } = await begin();
        const job = await files.tried(`${name}.csv`, bytes);
        expect(job, name).toMatchObject({ format: 'salesforce-leads', counts: { accepted: 2 } });
        await files.written(job.importId);
        expect(
          (await files.leads()).map((lead) => lead.name),
          name,
        ).toEqual(['Ayşe Demir', 'Jonas Brandt']);
      }
      const { files } = await begin();
      const latin = Buffer.from('Email,Company\nj@brandt.example,"Brandt & S\xf6hne"\n', 'latin1');
      await files.written((await files.tried('old.csv', latin)).importId);
      expect((await files.leads())[0]?.company).toBe('Brandt & Söhne');
    });
  },
);
