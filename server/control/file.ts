/** Where in the data folder a running store says how to reach it. */
export const CONTROL_FILE = 'control';
