/** Stories that look like interest and are none, or have ended: what sales sends back, and why. */
import { CAMPAIGNS, MAILS, PAGES, REFERRERS } from './site.ts';
import type { Arc } from './story.ts';

const BOOTH = { name: 'LogiMeet', title: 'LogiMeet, our booth' };

/** Writes a thesis: downloads everything, buys nothing. */
export const student: Arc = (story, random) => {
  const start = random.between(20, 34);
  story.visit(start, [PAGES.forecast, PAGES.calm], { referrer: REFERRERS.scholar });
  story.form(start, 'Report: the state of planning', PAGES.report);
  story.did(start, 'Content Downloaded', { name: 'Report: the state of planning' });
  story.form(start - 3, 'Guide: leaving the planning spreadsheet', PAGES.guide);
  story.did(start - 3, 'Content Downloaded', { name: 'Guide: leaving the planning spreadsheet' });
  story.did(start - 6, 'Webinar Registered', { name: 'Plan a week in an hour' });
  story.did(15, 'Webinar Attended', { name: 'Plan a week in an hour' });
  story.visit(11, [PAGES.harbour, PAGES.nordwind, PAGES.season]);
  story.mail(9, MAILS.letterAutumn, { opened: true, clicked: true });
};

/** Sells the same kind of thing: prices and comparisons, over and over. */
export const competitor: Arc = (story, random) => {
  story.visit(random.between(40, 60), [PAGES.rivals, PAGES.pricing, PAGES.boards]);
  story.form(random.between(30, 36), 'Webinar: plan a week in an hour', PAGES.webinar);
  story.did(15, 'Webinar Attended', { name: 'Plan a week in an hour' });
  story.visit(12, [PAGES.pricing, PAGES.rivals]);
  story.visit(7, [PAGES.rivals, PAGES.careers, PAGES.pricing]);
  story.visit(2, [PAGES.pricing, PAGES.rivals, PAGES.boards]);
};

/** Reads the letter, nothing else. */
export const reader: Arc = (story, random) => {
  story.form(random.between(76, 88), 'Newsletter', PAGES.letter, { referrer: REFERRERS.google });
  story.mail(66, MAILS.letterSpring, { opened: true });
  story.mail(38, MAILS.letterSummer, { opened: true, clicked: random.next() < 0.3 });
  story.mail(9, MAILS.letterAutumn, { opened: random.next() < 0.6 });
};

/** All opens and clicks are the company's mail scanner. */
export const scanned: Arc = (story, random) => {
  story.did(random.between(70, 80), 'Event Attended', BOOTH, { campaign: CAMPAIGNS.fair });
  for (const [day, mail] of [
    [57, MAILS.welcome],
    [50, MAILS.calm],
    [43, MAILS.harbour],
    [36, MAILS.price],
    [9, MAILS.letterAutumn],
  ] as const) {
    story.mail(day, mail, { machine: 'scanner' });
  }
};

/** Asked not to be written to any more. */
export const optedOut: Arc = (story, random) => {
  const start = random.between(60, 80);
  story.visit(start, [PAGES.home, PAGES.pricing], { campaign: CAMPAIGNS.search });
  story.form(start - 1, 'Guide: leaving the planning spreadsheet', PAGES.guide);
  story.did(start - 1, 'Content Downloaded', { name: 'Guide: leaving the planning spreadsheet' });
  story.did(44, 'Webinar Registered', { name: 'Plan a week in an hour' });
  story.mail(30, MAILS.invite, { opened: true });
  story.mail(9, MAILS.letterAutumn, { opened: true, unsubscribed: true });
  story.visit(5, [PAGES.pricing]);
};

/** The address does not work any more. */
export const bounced: Arc = (story, random) => {
  const start = random.between(64, 84);
  story.visit(start, [PAGES.product, PAGES.boards], { campaign: CAMPAIGNS.linkedin });
  story.form(start, 'Template: capacity plan', PAGES.template);
  story.did(start, 'Content Downloaded', { name: 'Template: capacity plan' });
  story.mail(30, MAILS.invite, { bounced: true });
  story.mail(9, MAILS.letterAutumn, { bounced: true });
};

/** Looks for work here. */
export const jobSeeker: Arc = (story, random) => {
  story.visit(random.between(9, 16), [PAGES.careers, PAGES.home], {
    referrer: REFERRERS.linkedin,
  });
  story.form(random.between(5, 8), 'Newsletter', PAGES.letter);
  story.visit(3, [PAGES.careers, PAGES.nordwind]);
};
