/** What `npm start` understands. */
import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** A CRM page to open instead of the demo CRM; null for the demo CRM. */
  url: URL | null;
  /** False: print what to open, start no browser. */
  browser: boolean;
  /** File for a picture of the page; null to stay open for a person. */
  screenshot: string | null;
  /** Where the store keeps its data and the browser its profile; null for `.truce` in the project. */
  data: string | null;
  /** Port of the store. */
  port: number;
  /** Whether the person asked for this port, so that no other will do. */
  portGiven: boolean;
}

export type Parsed =
  | { is: 'options'; options: DemoOptions }
  | { is: 'help' }
  | { is: 'wrong'; message: string };

export const HELP = `Starts Truce with a sample team: the store, a CRM, and a browser with the extension.

  npm start [-- options]

  --url URL          open this CRM page instead of the demo CRM
  --no-browser       start no browser, print what to open
  --screenshot FILE  save a picture of a lead's page with the sidebar (PNG, 1440x900), then stop
  --data DIR         where the store and the browser keep their data (default .truce in the project)
  --port N           port of the store (default 4860)
  --help             this text

Stop it with Ctrl-C, or by closing the browser.`;

const DEFAULT_PORT = 4860;

/**
 * @param args what the person typed after `npm start --`
 * @returns the options, a wish for help, or one sentence about what is wrong
 */
export function parseOptions(args: readonly string[]): Parsed {
  let values: ReturnType<typeof read>;
  try {
    values = read(args);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    return wrong(`${reason}.`);
  }
  if (values.help) return { is: 'help' };

  const url = values.url === undefined ? null : webAddress(values.url);
  if (url === undefined) return wrong(`--url needs a web address, and "${values.url}" is none.`);
  const port = values.port === undefined ? DEFAULT_PORT : portNumber(values.port);
  if (port === null) return wrong(`--port needs a number from 1 to 65535, not "${values.port}".`);
  if (values.screenshot !== undefined && values['no-browser']) {
    return wrong('--screenshot needs a browser, so it cannot go with --no-browser.');
  }
  if (values.screenshot !== undefined && url && !isLocal(url)) {
    return wrong(
      '--screenshot works on localhost only: elsewhere the browser asks somebody to allow the extension first.',
    );
  }
  return {
    is: 'options',
    options: {
      url,
      browser: !values['no-browser'],
      screenshot: values.screenshot ?? null,
      data: values.data ?? null,
      port,
      portGiven: values.port !== undefined,
    },
  };
}

function read(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' },
      'no-browser': { type: 'boolean', default: false },
      screenshot: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;
}

function wrong(message: string): Parsed {
  return { is: 'wrong', message: `${message} See npm start -- --help.` };
}

/** @returns whether the demo build of the extension may act there without asking */
export function isLocal(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '127.0.0.1';
}

/** @returns undefined when it is not a web address */
function webAddress(text: string): URL | undefined {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function portNumber(text: string): number | null {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65535 ? port : null;
}
