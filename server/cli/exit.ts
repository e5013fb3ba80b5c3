/** What a command ends with, so that scripts can tell why. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  /** A word or a setting that is not understood. */
  setting: 2,
  /** Another process has the data folder. */
  folderInUse: 3,
  portTaken: 4,
  /** Asked to stop a second time, before it was done. */
  stoppedAtOnce: 130,
} as const;
