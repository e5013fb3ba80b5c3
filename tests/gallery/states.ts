/** The states a screen can be in, each with where to look: what is looked through before anything goes out. */

/** Beginnings of the names of screens, or whole names. */
export const STATES: Record<string, readonly string[]> = {
  Empty: [
    'sidebar-no-verdicts',
    'sidebar-not-enough',
    'list-none',
    'popup-none',
    'review-empty',
    'score-none',
    'store-sources-none',
    'store-imports-none',
    'store-merges-none',
    'store-hooks-none',
    'store-audit-none',
    'options-crms-none',
  ],
  Loading: [
    'sidebar-skeleton',
    'popup-loading',
    'review-loading',
    'score-loading',
    'store-loading',
  ],
  Unknown: ['sidebar-unknown', 'sidebar-unreadable', 'popup-other', 'store-imports-unknown'],
  Hot: ['sidebar-lead', 'sidebar-hot', 'sidebar-hand-raise', 'popup-hot', 'list-chips'],
  Cold: ['sidebar-cold', 'sidebar-below', 'score-few'],
  'Opted out': ['sidebar-opted-out', 'sidebar-warned'],
  Offline: [
    'sidebar-offline',
    'sidebar-stale',
    'review-stale',
    'score-stale',
    'store-people-stale',
  ],
  Error: ['sidebar-problem', 'popup-problem', 'review-problem', 'score-problem', 'store-problem'],
  Conflict: ['sidebar-conflict', 'sidebar-first', 'sidebar-disarmed', 'sidebar-duplicate'],
  'Long names': [
    'sidebar-long',
    'sidebar-emoji',
    'sidebar-hostile',
    'options-crms-long',
    'store-people-odd',
  ],
  '5,000 events': ['sidebar-events', 'sidebar-older', 'sidebar-forty'],
  'Parts of every screen': ['ui-'],
};
