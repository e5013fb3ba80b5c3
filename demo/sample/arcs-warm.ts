/** Stories of people who may buy: from the one who asked for a demo to the one who only reads. */
import { CAMPAIGNS, MAILS, PAGES, REFERRERS } from './site.ts';
import type { Arc } from './story.ts';

const BOOTH = { name: 'LogiMeet', title: 'LogiMeet, our booth' };

/** Came by an advert, read everything, sat through the webinar yesterday, asked for a demo, looked at prices again since. */
export const hotBuyer: Arc = (story) => {
  story.visit(74, [PAGES.calm, PAGES.home, PAGES.product], {
    referrer: REFERRERS.linkedin,
    campaign: CAMPAIGNS.linkedin,
  });
  story.visit(61, [PAGES.boards, PAGES.harbour], { referrer: REFERRERS.google });
  story.form(58, 'Guide: leaving the planning spreadsheet', PAGES.guide, {
    campaign: CAMPAIGNS.linkedin,
  });
  story.did(58, 'Content Downloaded', {
    name: 'Guide: leaving the planning spreadsheet',
    title: 'Guide: leaving the planning spreadsheet',
  });
  story.mail(57, MAILS.welcome, { opened: true, clicked: true });
  story.mail(50, MAILS.calm, { machine: 'privacy proxy' });
  story.mail(43, MAILS.harbour, { opened: true, clicked: true });
  story.visit(43, [PAGES.integrations, PAGES.security]);
  story.mail(36, MAILS.price, { opened: true });
  story.mail(29, MAILS.calm, { opened: true });
  story.visit(21, [PAGES.nordwind, PAGES.boards], { referrer: REFERRERS.google });
  story.mail(8, MAILS.invite, { opened: true });
  story.visit(4, [PAGES.integrations, PAGES.api]);
  story.did(2, 'Webinar Registered', {
    name: 'Plan a week in an hour',
    title: 'Plan a week in an hour',
  });
  story.did(1, 'Webinar Attended', {
    name: 'Plan a week in an hour',
    title: 'Plan a week in an hour',
    minutes: '52',
  });
  story.mail(1, MAILS.replay, { opened: true, clicked: true });
  story.visit(1, [PAGES.pricing, PAGES.demo]);
  story.did(0.4, 'Demo Requested', {
    name: 'See Tidewell with your own data',
    title: 'See Tidewell with your own data',
  });
  story.visit(0.12, [PAGES.pricing, PAGES.security]);
};

/** Found by search, sat through the webinar, is trying it out. */
export const trialUser: Arc = (story, random) => {
  const start = random.between(24, 40);
  story.visit(start, [PAGES.home, PAGES.boards, PAGES.pricing], {
    referrer: REFERRERS.google,
    campaign: CAMPAIGNS.search,
  });
  story.form(start - 2, 'Webinar: plan a week in an hour', PAGES.webinar, {
    campaign: CAMPAIGNS.webinar,
  });
  story.did(start - 2, 'Webinar Registered', { name: 'Plan a week in an hour' });
  story.did(15, 'Webinar Attended', { name: 'Plan a week in an hour' });
  story.mail(14, MAILS.replay, { opened: true, clicked: random.next() < 0.5 });
  story.visit(random.between(5, 9), [PAGES.pricing, PAGES.security]);
  story.visit(random.between(3, 4), [PAGES.trial]);
  story.did(2, 'Trial Started', { name: 'Tidewell trial' });
  story.visit(1, [PAGES.api, PAGES.integrations]);
};

/** Little history, but wrote today. */
export const handRaiser: Arc = (story, random) => {
  story.visit(random.between(6, 12), [PAGES.home, PAGES.product, PAGES.pricing], {
    referrer: REFERRERS.partner,
    campaign: CAMPAIGNS.partner,
  });
  story.form(random.between(2, 9) / 24, 'Talk to us', PAGES.contact);
};

/** Met at a fair, gets the letter, clicks now and then. */
export const nurtured: Arc = (story, random) => {
  const start = random.between(70, 88);
  story.did(start, 'Event Attended', BOOTH, { campaign: CAMPAIGNS.fair });
  story.mail(start - 3, MAILS.welcome, { opened: true });
  story.mail(start - 17, MAILS.letterSpring, { opened: true, clicked: random.next() < 0.6 });
  story.mail(start - 38, MAILS.letterSummer, { opened: random.next() < 0.7 });
  story.form(random.between(18, 26), 'Report: the state of planning', PAGES.report);
  story.did(17, 'Content Downloaded', { name: 'Report: the state of planning' });
  story.mail(9, MAILS.letterAutumn, { opened: true, clicked: true });
  if (random.next() < 0.5) story.visit(random.between(2, 7), [PAGES.pricing, PAGES.nordwind]);
};

/** Checks the technical side again and again, never fills in more than one form. */
export const evaluator: Arc = (story, random) => {
  const start = random.between(28, 46);
  story.visit(start, [PAGES.api, PAGES.integrations], {
    referrer: REFERRERS.google,
    campaign: CAMPAIGNS.search,
  });
  story.form(start - 4, 'Template: capacity plan', PAGES.template);
  story.did(start - 4, 'Content Downloaded', { name: 'Template: capacity plan' });
  story.mail(start - 5, MAILS.welcome, { machine: 'privacy proxy' });
  story.visit(start - 10, [PAGES.security, PAGES.api]);
  story.visit(random.between(6, 12), [PAGES.integrations, PAGES.api, PAGES.security]);
  story.visit(random.between(2, 4), [PAGES.api, PAGES.pricing]);
};

/** Was interested a season ago; mails arrive, nobody reads them. */
export const goneCold: Arc = (story, random) => {
  const start = random.between(82, 89);
  story.visit(start, [PAGES.home, PAGES.pricing, PAGES.compare], {
    referrer: REFERRERS.linkedin,
    campaign: CAMPAIGNS.linkedin,
  });
  story.form(start - 1, 'Guide: leaving the planning spreadsheet', PAGES.guide);
  story.did(start - 1, 'Content Downloaded', { name: 'Guide: leaving the planning spreadsheet' });
  story.mail(start - 2, MAILS.welcome, { opened: true, clicked: true });
  story.mail(start - 12, MAILS.calm, { opened: true });
  story.mail(52, MAILS.letterSummer, {});
  story.mail(30, MAILS.invite, {});
  story.mail(9, MAILS.letterAutumn, {});
};
