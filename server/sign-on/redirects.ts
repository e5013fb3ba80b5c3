/** Where a sign-on may lead back to: addresses that a browser hands to one extension and never asks a server for. */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

/** Ids of Truce's own builds (wxt.config.ts): the one that its key gives, and the one it has in Firefox. */
const CHROMIUM_ID = 'pjmoebhlmlcgciihlhgknohonbpagelf';
const FIREFOX_ID = createHash('sha1').update('truce@truce.example').digest('hex');

const OURS: readonly string[] = [
  `https://${CHROMIUM_ID}.chromiumapp.org/`,
  `https://${FIREFOX_ID}.extensions.allizom.org/`,
  `http://127.0.0.1/mozoauth2/${FIREFOX_ID}`,
];

const SHAPES = [
  /^https:\/\/[a-p]{32}\.chromiumapp\.org\/[\w./-]*$/,
  /^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\/[\w./-]*$/,
  /^http:\/\/127\.0\.0\.1\/mozoauth2\/[0-9a-f]{40}$/,
];

/** One of another build, as `identity.getRedirectURL()` says it there. */
export const extensionRedirect = z.string().check(
  z.refine((uri) => SHAPES.some((shape) => shape.test(uri)), {
    error: 'has to list addresses like https://<id of the extension>.chromiumapp.org/',
  }),
);

/** @returns whether a sign-on may end there; letter by letter, since what is only alike may be somebody else's */
export function mayLeadTo(uri: string, others: readonly string[]): boolean {
  return OURS.includes(uri) || others.includes(uri);
}
