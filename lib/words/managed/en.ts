import type { ManagedKey } from '../../contract/managed.ts';

type PerKey = { [Key in ManagedKey]: string };

const keys: PerKey = {
  store: 'Store',
  signOn: 'Sign-on',
  invitation: 'Invitation',
  consent: 'Consent',
  clouds: 'CRM clouds',
  sites: 'CRM sites',
  ownSites: 'Other sites',
  teach: 'Teaching CRMs',
  home: 'Place of the sidebar',
  lists: 'Scores in lists',
  notifications: 'Notifications',
  notes: 'Notes in verdicts and flags',
  keepDays: 'Days that leads are kept',
  keys: 'Keys of the browser',
  repairs: 'Repaired selectors',
};

const onOff = 'has to be “on” or “off”.';
const wants: PerKey = {
  store: 'has to be an address that begins with https://.',
  signOn: 'has to be “press” or “silent”.',
  invitation: 'has to be a whole invitation link of a store.',
  consent: 'has to be “ask” or “given”.',
  clouds: 'has to be a list of ids of CRMs.',
  sites: 'has to be a list of entries with “origin” (an address) and “crm” (an id).',
  ownSites: onOff,
  teach: onOff,
  home: 'has to be “page” or “panel”.',
  lists: onOff,
  notifications: 'has to be “allowed”, “nameless” or “off”.',
  notes: onOff,
  keepDays: 'has to be a whole number from 0 to 14.',
  keys: onOff,
  repairs: onOff,
};

export const en = {
  title: 'Managed by your organization',
  lead: 'Your administrator has set this for your browser. It cannot be changed here.',
  wrong: 'Not used, because it is not right. Everything else holds.',
  noSuchKey: 'Truce knows no such key.',
  entry: (key: string, n: number) => `${key}, entry ${n}`,
  keys,
  wants,
};
