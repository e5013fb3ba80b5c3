import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventKind } from '../../lib/contract/words.ts';
import { LANGUAGES } from '../../lib/words/speak.ts';
import { toJson } from '../../server/db/json.ts';
import { DOORS } from '../../server/doors/all.ts';
import { ProblemError } from '../../server/http/problems.ts';
import { momentOf } from '../../server/ingest/clock.ts';
import { eventIdOf } from '../../server/ingest/event-id.ts';
import { groupPeople } from '../../server/ingest/group-people.ts';
import { kindOf } from '../../server/ingest/kinds.ts';
import { byMachine } from '../../server/ingest/machines.ts';
import { readMessage } from '../../server/ingest/message.ts';
import { cut } from '../../server/ingest/read.ts';
import { digestOf } from '../../server/leads/digest.ts';
import { emailOf, idOf } from '../../server/leads/idents.ts';
import type { LeadEvent } from '../../server/leads/scored-events.ts';
import { storyOf } from '../../server/leads/story.ts';
import { lineFor } from '../../server/leads/timeline-words.ts';
import { repWords } from '../../server/words/asked.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const DAY = 86_400_000;

describe('names of events', () => {
  it.each([
    ['Email Link Clicked', 'email_clicked'],
    ['email_link_clicked', 'email_clicked'],
    ['emailLinkClicked', 'email_clicked'],
    ['EMAIL-LINK  clicked ', 'email_clicked'],
    ['Form Submitted', 'form_submitted'],
    ['Webinar Registered', 'webinar_registered'],
    ['Webinar Attended', 'webinar_attended'],
    ['Content Downloaded', 'content_downloaded'],
    ['Demo Requested', 'demo_requested'],
    ['Trial Started', 'trial_started'],
    ['Meeting Booked', 'meeting_booked'],
    ['Event Attended', 'event_attended'],
    ['Email Marked as Spam', 'spam_reported'],
    ['Unsubscribed', 'unsubscribed'],
    ['Opportunity Created', 'opportunity_opened'],
    ['deal.won', 'deal_won'],
    ['Closed Won', 'deal_won'],
    ['opportunity_closed_lost', 'deal_lost'],
    // What some libraries make of a page call; a page view only as a page call.
    ['Viewed Pricing Page', 'other'],
    ['Signed In', 'other'],
    ['__proto__', 'other'],
    ['constructor', 'other'],
    ['', 'other'],
  ])('%s is %s', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });
});

describe('the timeline', () => {
  const happened = { name: 'name', title: null, path: null, url: null };
  it.each([
    [{ kind: 'page_viewed', title: 'Pricing', path: '/pricing' }, 'Viewed “Pricing”', '/pricing'],
    [{ kind: 'page_viewed', name: '/x', path: '/x' }, 'Viewed “/x”', null],
    [{ kind: 'form_submitted', title: 'Demo request' }, 'Submitted “Demo request” form', null],
    [{ kind: 'form_submitted', title: 'Contact form' }, 'Submitted “Contact form”', null],
    [{ kind: 'form_submitted' }, 'Submitted a form', null],
    [
      {
        kind: 'email_clicked',
        name: 'acme.example/a',
        title: 'Spring',
        url: 'https://acme.example/a',
      },
      'Clicked “acme.example/a” in “Spring”',
      null,
    ],
    [{ kind: 'email_clicked' }, 'Clicked a link in an e-mail', null],
    [{ kind: 'other', name: 'Signed In' }, 'Signed In', null],
    [{ kind: 'other', name: 'Watched', title: 'Film' }, 'Watched: “Film”', null],
  ] as const)('says %j as %s', (event, title, detail) => {
    expect(lineFor({ ...happened, ...event }, repWords('en'))).toEqual({ title, detail });
  });

  it('has words for every kind, with and without a title', () => {
    for (const language of LANGUAGES) {
      for (const kind of eventKind.options) {
        for (const title of [null, 'T'.repeat(200)]) {
          const event = { ...happened, kind, name: 'N'.repeat(200), title };
          const line = lineFor(event, repWords(language));
          expect(line.title).toMatch(/^\S/);
          expect(line.title.length).toBeLessThanOrEqual(500);
          expect(line.title).not.toMatch(/null|undefined/);
        }
      }
    }
  });
});

describe('the story', () => {
  const event = (more: Partial<LeadEvent>): LeadEvent => ({
    id: '1',
    kind: 'page_viewed',
    name: 'Home',
    title: 'Home',
    path: '/',
    url: 'https://acme.example/',
    campaign: null,
    channel: null,
    mail: null,
    source: 'Website',
    machine: false,
    at: NOW,
    ...more,
  });
  const told = (events: LeadEvent[]) =>
    storyOf(digestOf(events), repWords('en'))
      .map(({ text }) => text)
      .join('');

  it('is silent when nobody did anything', () => {
    expect(storyOf(digestOf([]), repWords('en'))).toEqual([]);
    const others = [event({ machine: true }), event({ kind: 'email_delivered' })];
    expect(storyOf(digestOf(others), repWords('en'))).toEqual([]);
  });

  it('tells one event once', () => {
    expect(told([event({})])).toBe(
      'First seen on 22 November 2026 through Website: viewed “Home”.',
    );
  });

  it('tells a habit only from the third time on', () => {
    const twice = [event({ at: NOW - DAY }), event({})];
    expect(told(twice)).not.toContain('Keeps');
    expect(told([event({ at: NOW - 2 * DAY }), ...twice])).toContain(
      'Keeps coming back to “Home” (3 times, last on 22 November 2026).',
    );
  });

  it('never says more than the events do', () => {
    const kinds = fc.constantFrom(...eventKind.options);
    const title = fc.option(fc.string({ minLength: 1, maxLength: 20 }));
    fc.assert(
      fc.property(fc.array(fc.record({ kind: kinds, title }), { maxLength: 10 }), (some) => {
        const text = told(some.map((one, n) => event({ ...one, name: 'N', at: NOW + n })));
        expect(text).not.toMatch(/null|undefined|“”/);
        expect(text === '' || text.startsWith('First seen on')).toBe(true);
      }),
    );
  });
});

describe('anything that is sent', () => {
  const envelope = {
    wsId: '00000000-0000-4000-8000-000000000000',
    sourceId: '00000000-0000-4000-8000-000000000001',
    source: 'Website',
    sentAt: undefined,
    receivedAt: NOW,
    type: null,
  };

  it('is read or refused, and never throws', () => {
    const message = fc.record(
      {
        type: fc.oneof(
          fc.constantFrom('track', 'page', 'identify', 'group', 'alias'),
          fc.anything(),
        ),
        event: fc.oneof(fc.string(), fc.anything()),
        userId: fc.oneof(fc.string(), fc.anything()),
        anonymousId: fc.anything(),
        messageId: fc.anything(),
        timestamp: fc.oneof(fc.date({ noInvalidDate: true }).map(String), fc.anything()),
        properties: fc.oneof(fc.object(), fc.anything()),
        traits: fc.oneof(fc.object(), fc.anything()),
        context: fc.oneof(fc.object(), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(message, fc.anything()), (raw) => {
        // As it comes out of JSON.parse, which is the only way in.
        const json = jsonOf(raw);
        if (json === undefined) return;
        const read = readMessage(JSON.parse(json), envelope);
        if (!read.ok) {
          expect(read.reason).toMatch(/\.$/);
          return;
        }
        expect(read.message.at).toBeLessThanOrEqual(NOW);
        JSON.parse(toJson(read.message.event));
      }),
      { numRuns: 2000 },
    );
  });

  const jsonOf = (value: unknown) => {
    try {
      return JSON.stringify(value);
    } catch {
      return undefined;
    }
  };

  it('is stored as text that PostgreSQL takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const stored = toJson({ [text]: [text] });
        expect(stored).not.toContain('\\u0000');
        expect(JSON.parse(stored)).toBeDefined();
        expect(stored.isWellFormed()).toBe(true);
      }),
    );
  });

  it('is cut between characters', () => {
    expect(cut('😀😀😀', 4)).toBe('😀…');
    expect(cut('😀😀', 4)).toBe('😀😀');
  });
});

describe('names of people', () => {
  it('are no words that broken clients send instead', () => {
    for (const id of [
      '',
      ' ',
      'null',
      'undefined',
      'NULL',
      '0',
      '[object Object]',
      '00000000-0000-0000-0000-000000000000',
      null,
      {},
      true,
    ]) {
      expect(idOf(id)).toBeNull();
    }
    expect(idOf(42)).toBe('42');
    expect(idOf('x'.repeat(5000))).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('are addresses only when they are', () => {
    expect(emailOf(' Ana@Acme.example ')).toBe('ana@acme.example');
    for (const text of ['ana', 'a@b', '<a@b.example>', `${'x'.repeat(250)}@b.example`, 7, null]) {
      expect(emailOf(text)).toBeNull();
    }
  });

  it('belong together unless they are surely two people', () => {
    const who = (email: string | null, ...idents: string[]) => ({
      email,
      idents: [...(email ? [`email:${email}`] : []), ...idents],
      at: NOW,
    });
    const groups = (...people: ReturnType<typeof who>[]) => groupPeople(people).length;
    expect(groups(who('a@x', 'anon:1'), who(null, 'anon:1'), who('a@x', 'anon:2'))).toBe(1);
    expect(groups(who('a@x', 'anon:1'), who('b@x', 'anon:1'))).toBe(2);
    expect(groups(who(null, 'user:1', 'anon:1'), who(null, 'user:2', 'anon:1'))).toBe(2);
    expect(groups(who(null, 'anon:1'), who(null, 'anon:2'), who('a@x', 'anon:1', 'anon:2'))).toBe(
      1,
    );
    expect(groups(who('a@x'), who('b@x'), who(null, 'user:1'), who('a@x', 'user:1'))).toBe(2);
  });
});

describe('clocks', () => {
  it('never put anything after now or before 2005', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (timestamp, sentAt) => {
        const { at } = momentOf(timestamp, sentAt, NOW);
        expect(at).toBeLessThanOrEqual(NOW);
        expect(at).toBeGreaterThanOrEqual(Date.UTC(2005, 0, 1));
      }),
    );
  });
});

describe('clocks of senders', () => {
  const minute = 60_000;
  it('are believed while a request may only have been slow, so that what one did stays in order', () => {
    const at = (happened: number, sent: number) => momentOf(happened, sent, NOW).at;
    // Tried again for two minutes; the next request came through at once.
    const first = at(NOW - 3 * minute, NOW - 2 * minute);
    const second = at(NOW - 3 * minute + 1, NOW);
    expect([first, second]).toEqual([NOW - 3 * minute, NOW - 3 * minute + 1]);
    // An hour behind is a clock; a little ahead is one, too.
    expect(at(NOW - 61 * minute, NOW - 60 * minute)).toBe(NOW - minute);
    expect(at(NOW + minute, NOW + 2 * minute)).toBe(NOW - minute);
  });
});

describe('machines', () => {
  const chrome =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36';
  it('are known by what they say of themselves', () => {
    expect(byMachine('page_viewed', {}, chrome)).toBe(false);
    expect(byMachine('email_opened', {}, null)).toBe(false);
    expect(byMachine('page_viewed', {}, 'Googlebot/2.1 (+http://www.google.com/bot.html)')).toBe(
      true,
    );
    expect(byMachine('email_opened', {}, 'Mozilla/5.0')).toBe(true);
    expect(byMachine('page_viewed', {}, 'Mozilla/5.0')).toBe(false);
    expect(byMachine('email_clicked', { machine: true }, chrome)).toBe(true);
  });
});

describe('event ids', () => {
  it('are UUIDs of version 8 that differ with every part', () => {
    const id = eventIdOf('a', 'b', 'c');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(eventIdOf('a', 'b', 'c')).toBe(id);
    expect(new Set([id, eventIdOf('ab', '', 'c'), eventIdOf('a', 'bc', '')]).size).toBe(3);
  });
});

describe('what tools send', () => {
  const source = {
    mapping: { columns: { a: 'email' as const }, event: null, zone: 'UTC', record: null },
  };
  const doors = Object.entries(DOORS).flatMap(([kind, door]) =>
    door ? [[kind, door] as const] : [],
  );

  it.each(doors)('%s is read or refused, and never throws', (_, door) => {
    const words = fc.constantFrom(
      'contact.propertyChange',
      'contact.merge',
      'mautic.page_on_hit',
      'mautic.email_on_open',
      'open',
      'click',
      'email',
      'customer',
      'unsubscribe',
      'cleaned',
      '36',
      'lifecyclestage',
      'opportunity',
      '__proto__',
      '',
    );
    const keys = fc.constantFrom(
      ...'subscriptionType portalId objectId changes propertyName propertyValue occurredAt kind payload contact lead stat hit'.split(
        ' ',
      ),
      ...'submission event email timestamp metric object_type data type fired_at merges leadId activityTypeId attributes'.split(
        ' ',
      ),
      ...'name value mergedObjectIds identifiers batch activities tags category __proto__ constructor a'.split(
        ' ',
      ),
    );
    const { item } = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, words, fc.anything(), fc.double(), tie('item')),
      item: fc.oneof(fc.dictionary(keys, tie('value')), fc.array(tie('value'), { maxLength: 4 })),
    }));
    const envelope = {
      wsId: '00000000-0000-4000-8000-000000000000',
      sourceId: '00000000-0000-4000-8000-000000000001',
      source: 'Tool',
      sentAt: undefined,
      receivedAt: NOW,
      type: null,
    };
    fc.assert(
      fc.property(item, (raw) => {
        let json: string | undefined;
        try {
          json = JSON.stringify(raw);
        } catch {
          return;
        }
        if (json === undefined) return;
        const bytes = Buffer.from(json);
        const request = { method: 'POST', uri: '', header: () => undefined, bytes, now: NOW };
        let items: unknown[] = [];
        try {
          items = door.open(request);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
          return;
        }
        for (const one of items) {
          const heard = door.read(one, source);
          if ('notKept' in heard) {
            expect(heard.notKept).toMatch(/[.;]/);
            continue;
          }
          for (const { message, names } of heard) readMessage(message, envelope, names);
        }
      }),
      { numRuns: 500 },
    );
  });
});
