/** Writes down what one person did, as the calls that a website and a mail tool would make to Segment. */
import type { CrmPerson } from './people.ts';
import type { Random } from './random.ts';
import { type Campaign, type Mail, type Page, SITE } from './site.ts';

/** The website with its forms, and what sends the mails and runs the webinars. */
export type Tool = 'website' | 'mail';

/** One call of a Segment client. */
export interface Call {
  type: 'identify' | 'page' | 'track';
  /** Which of the team's tools saw it; each sends with a key of its own. */
  tool: Tool;
  /** Milliseconds since 1970. */
  at: number;
  messageId: string;
  anonymousId?: string;
  userId?: string;
  /** Event of `track`, name of `page`. */
  name?: string;
  properties?: Record<string, string | number | boolean>;
  traits?: Record<string, unknown>;
  context: Record<string, unknown>;
}

/** Where a visit came from. */
export interface From {
  referrer?: string;
  campaign?: Campaign;
}

/** What somebody did with a mail; `machine` stands for programs that open or click before any person does. */
export interface Reaction {
  opened?: boolean;
  clicked?: boolean;
  machine?: 'privacy proxy' | 'scanner';
  bounced?: boolean;
  unsubscribed?: boolean;
}

export interface Story {
  /** Looks at pages, some seconds to minutes apart. Days may have a fraction; below 1 it is today. */
  visit(daysAgo: number, pages: readonly Page[], from?: From): void;
  /** Fills in a form, and is known by name from then on. */
  form(daysAgo: number, name: string, page: Page, from?: From): void;
  mail(daysAgo: number, mail: Mail, reaction?: Reaction): void;
  /** Anything else, under the name the tool gives it. */
  did(daysAgo: number, event: string, properties: Record<string, string>, from?: From): void;
}

/** One kind of story: what such a person does, from the oldest event to the newest. */
export type Arc = (story: Story, random: Random) => void;

/** Webinars and fairs are kept where the mailings to their guests are. */
const IN_THE_MAIL_TOOL = /^(Webinar|Event) /;

const MINUTE = 60_000;
const DAY = 86_400_000;

const AGENTS = {
  desktop:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  mail: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
  // Apple's privacy proxy fetches the pictures of every mail and calls itself just this.
  'privacy proxy': 'Mozilla/5.0',
  scanner: 'Mozilla/5.0 (compatible; BarracudaCentral/1.0; link scanner)',
} as const;

/**
 * @param person whose story it is
 * @param now milliseconds; everything happens before it
 * @returns the pen, and what it wrote so far in order of time
 */
export function makeStory(
  person: CrmPerson,
  now: number,
  random: Random,
): { story: Story; calls: () => Call[] } {
  const calls: Call[] = [];
  const anonymousId = `visitor-${person.id}-${random.between(100_000, 999_999)}`;
  const userId = `tw-${person.id}`;
  const traits = traitsOf(person);
  let known = false;

  const record = (call: Omit<Call, 'messageId'>) => {
    // The same id at every start: filling twice, after a start that was broken off, doubles nothing.
    calls.push({ messageId: `sample-${person.id}-${calls.length}`, ...call });
  };
  const visitor = () => (known ? { anonymousId, userId } : { anonymousId });
  // Stories are written from old to new, and what is written later on the same day happens later.
  const when = (daysAgo: number) => {
    const latest = calls.at(-1)?.at ?? 0;
    return Math.max(workingHour(now, daysAgo, random), latest + random.between(15, 60) * 1000);
  };

  /** A form or a click in a mail tells the site who its visitor is. */
  const introduce = (at: number) => {
    known = true;
    record({ type: 'identify', tool: 'website', at, ...visitor(), traits, context: {} });
  };

  const look = (at: number, page: Page, from: From) =>
    record({
      type: 'page',
      tool: 'website',
      at,
      ...visitor(),
      name: page.title,
      properties: {
        url: SITE + page.path,
        path: page.path,
        title: page.title,
        referrer: from.referrer ?? '',
      },
      context: browsing(page, from),
    });

  const mailed = (
    at: number,
    event: string,
    mail: Mail,
    agent: keyof typeof AGENTS,
    link = false,
  ) =>
    record({
      type: 'track',
      tool: 'mail',
      at,
      userId,
      name: event,
      properties: {
        email_id: mail.id,
        email_subject: mail.subject,
        campaign_id: mail.campaign.toLowerCase().replaceAll(/\W+/g, '-'),
        campaign_name: mail.campaign,
        ...(link ? { link_id: 'button', link_url: SITE + mail.link.path } : {}),
      },
      context: { traits: { email: person.email }, userAgent: AGENTS[agent] },
    });

  const story: Story = {
    visit(daysAgo, pages, from = {}) {
      let at = when(daysAgo);
      for (const page of pages) {
        look(at, page, page === pages[0] ? from : { campaign: from.campaign });
        at += random.between(20, 150) * 1000;
      }
    },

    form(daysAgo, name, page, from = {}) {
      const at = when(daysAgo);
      look(at, page, from);
      const sent = at + random.between(40, 120) * 1000;
      introduce(sent);
      record({
        type: 'track',
        tool: 'website',
        at: sent + 500,
        ...visitor(),
        name: 'Form Submitted',
        properties: { form_name: name, name, title: page.title, url: SITE + page.path },
        context: browsing(page, from),
      });
    },

    mail(daysAgo, mail, reaction = {}) {
      const sent = when(daysAgo);
      if (reaction.bounced) {
        mailed(sent, 'Email Bounced', mail, 'mail');
        return;
      }
      mailed(sent, 'Email Delivered', mail, 'mail');
      if (reaction.machine) mailed(sent + 1500, 'Email Opened', mail, reaction.machine);
      if (reaction.machine === 'scanner') {
        mailed(sent + 1800, 'Email Link Clicked', mail, 'scanner', true);
      }
      const read = sent + random.between(8, 50) * MINUTE;
      if (reaction.opened || reaction.clicked) mailed(read, 'Email Opened', mail, 'mail');
      if (reaction.clicked) {
        mailed(read + 30_000, 'Email Link Clicked', mail, 'desktop', true);
        if (!known) introduce(read + 31_000);
        look(read + 32_000, mail.link, {
          campaign: { name: mail.campaign, source: 'tidewell', medium: 'email' },
        });
      }
      if (reaction.unsubscribed) mailed(read + 60_000, 'Unsubscribed', mail, 'desktop');
    },

    did(daysAgo, event, properties, { campaign } = {}) {
      const at = when(daysAgo);
      const tool = IN_THE_MAIL_TOOL.test(event) ? 'mail' : 'website';
      // Whoever took down the badge or the list of guests took down the name as well.
      if (!known) record({ type: 'identify', tool, at, userId, traits, context: {} });
      const context = {
        traits: { email: person.email },
        userAgent: AGENTS.desktop,
        ...(campaign ? { campaign } : {}),
      };
      const who = tool === 'mail' || !known ? { userId } : visitor();
      record({ type: 'track', tool, at: at + 1000, ...who, name: event, properties, context });
    },
  };
  return { story, calls: () => calls.toSorted((a, b) => a.at - b.at) };
}

function browsing(page: Page, { referrer = '', campaign }: From): Record<string, unknown> {
  const { path, title } = page;
  return {
    page: { path, title, url: SITE + path, referrer, search: '' },
    userAgent: AGENTS.desktop,
    ...(campaign ? { campaign } : {}),
  };
}

function traitsOf(person: CrmPerson): Record<string, unknown> {
  const { firstName, lastName, email, title, company, industry, country } = person;
  return {
    email,
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    title,
    company: { name: company, industry },
    industry,
    address: { country },
  };
}

/** Whole days ago means in the working hours of that day; less than one means that long before now. */
function workingHour(now: number, daysAgo: number, random: Random): number {
  const at = now - daysAgo * DAY;
  if (daysAgo < 1) return at;
  const midnight = Math.floor(at / DAY) * DAY;
  return midnight + 8 * 60 * MINUTE + random.between(0, 8 * 60) * MINUTE;
}
