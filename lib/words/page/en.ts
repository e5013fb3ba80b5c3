/** The few words in the CRM page itself; everything else is said inside frames. */
export const en = {
  open: 'Open Truce',
  width: 'Width of the Truce sidebar',
  sidebar: 'Truce: what marketing knows of this lead',
  row: 'Truce: the lead of this row',
  updated: 'Truce was updated. What you saved is safe; reload this page to go on with it.',
  reload: 'Reload this page',
};
