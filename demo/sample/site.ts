/** The team whose marketing this is: Tidewell, an invented maker of planning software. Its pages, mails and campaigns. */

export interface Page {
  path: string;
  title: string;
}

export interface Campaign {
  name: string;
  source: string;
  medium: string;
}

/** One mailing. `link` is what its main button opens. */
export interface Mail {
  id: string;
  subject: string;
  campaign: string;
  link: Page;
}

export const SITE = 'https://www.tidewell.example';

const page = (path: string, title: string): Page => ({ path, title });

export const PAGES = {
  home: page('/', 'Tidewell: planning for teams that ship things'),
  product: page('/product', 'What Tidewell does'),
  boards: page('/product/capacity-boards', 'Capacity boards'),
  pricing: page('/pricing', 'Pricing'),
  compare: page('/compare/spreadsheets', 'Tidewell or spreadsheets'),
  rivals: page('/compare/planwise', 'Tidewell or Planwise'),
  integrations: page('/integrations', 'Integrations'),
  security: page('/security', 'Security and hosting'),
  api: page('/docs/api', 'API reference'),
  harbour: page('/customers/harbour-foods', 'How Harbour Foods plans 14 sites in one place'),
  nordwind: page('/customers/nordwind', 'Nordwind: from Friday panic to a calm Tuesday'),
  calm: page('/blog/calm-planning', 'Five habits of calm planning teams'),
  season: page('/blog/peak-season', 'Peak season without overtime'),
  forecast: page('/blog/forecast-error', 'Why your forecast is wrong, and why that is fine'),
  guide: page('/guides/leave-the-spreadsheet', 'Guide: leaving the planning spreadsheet'),
  report: page('/guides/state-of-planning', 'Report: the state of planning'),
  template: page('/guides/capacity-template', 'Template: capacity plan'),
  webinar: page('/webinars/plan-a-week-in-an-hour', 'Webinar: plan a week in an hour'),
  demo: page('/demo', 'See Tidewell with your own data'),
  contact: page('/contact', 'Talk to us'),
  trial: page('/trial', 'Try Tidewell'),
  letter: page('/letter', 'The Tidewell letter'),
  careers: page('/careers', 'Work with us'),
} as const satisfies Record<string, Page>;

const campaign = (name: string, source: string, medium: string): Campaign => ({
  name,
  source,
  medium,
});

export const CAMPAIGNS = {
  linkedin: campaign('Leave the spreadsheet', 'linkedin', 'paid-social'),
  search: campaign('Planning software', 'google', 'cpc'),
  webinar: campaign('Plan a week in an hour', 'linkedin', 'webinar'),
  fair: campaign('LogiMeet', 'logimeet', 'event'),
  partner: campaign('LogiMeet directory', 'logimeet', 'referral'),
} as const satisfies Record<string, Campaign>;

export const REFERRERS = {
  google: 'https://www.google.com/',
  linkedin: 'https://www.linkedin.com/',
  scholar: 'https://scholar.google.com/',
  partner: 'https://directory.logimeet.example/planning',
} as const;

const mail = (id: string, subject: string, name: string, link: Page): Mail => ({
  id,
  subject,
  campaign: name,
  link,
});

const LETTER = 'The Tidewell letter';
const SERIES = 'Leave the spreadsheet, in four mails';

export const MAILS = {
  welcome: mail('series-1', 'Your guide, and where to start', SERIES, PAGES.guide),
  calm: mail('series-2', 'Five habits of calm planning teams', SERIES, PAGES.calm),
  harbour: mail('series-3', 'How Harbour Foods plans 14 sites', SERIES, PAGES.harbour),
  price: mail('series-4', 'What it costs, without a call', SERIES, PAGES.pricing),
  letterSpring: mail(
    'letter-1',
    'Letter: forecasts are wrong, plan anyway',
    LETTER,
    PAGES.forecast,
  ),
  letterSummer: mail('letter-2', 'Letter: peak season without overtime', LETTER, PAGES.season),
  letterAutumn: mail('letter-3', 'Letter: what Nordwind stopped doing', LETTER, PAGES.nordwind),
  invite: mail(
    'webinar-invite',
    'Plan a week in an hour, live',
    'Plan a week in an hour',
    PAGES.webinar,
  ),
  replay: mail(
    'webinar-replay',
    'The recording, and the template',
    'Plan a week in an hour',
    PAGES.template,
  ),
} as const satisfies Record<string, Mail>;
