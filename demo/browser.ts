/** A Chromium with the extension in it. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { Sentence } from './sentence.ts';

export interface BrowserOptions {
  executablePath: string;
  /** The unpacked extension. */
  extension: string;
  /** Folder of the profile. */
  profile: string;
  headless: boolean;
  /** Whether nothing but the demo's own pages is going to be opened. */
  ownPagesOnly: boolean;
  /** What it asks pages and extensions to speak; its own if absent. */
  language?: string;
}

export interface ExtendedBrowser {
  browser: Browser;
  /** `chrome-extension://…` */
  extensionOrigin: string;
}

/** What a screenshot shows, and how large the window of a first start is. */
export const SIZE = { width: 1440, height: 900 };

/**
 * Starts the browser. Where its sandbox cannot work (as root, and in many containers) it does without, unless
 * other people's pages are to be opened in it.
 */
export async function launchBrowser(options: BrowserOptions): Promise<ExtendedBrowser> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  try {
    return await launch(options, !isRoot).catch((error: unknown) => {
      if (isRoot || !options.ownPagesOnly) throw error;
      return launch(options, false);
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Sentence(
      `${options.executablePath} could not be started with the extension (${reason}). ` +
        'To use another browser, name it, as in TRUCE_CHROMIUM=/path/to/program.',
    );
  }
}

/** Over the pipe, because that is the one way in which branded Chrome takes an unpacked extension as well. */
async function launch(options: BrowserOptions, sandbox: boolean): Promise<ExtendedBrowser> {
  const { executablePath, extension, profile, headless } = options;
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    enableExtensions: true,
    headless,
    defaultViewport: headless ? SIZE : null,
    userDataDir: profile,
    args: [...flags(headless, sandbox), ...speaking(options.language)],
    // Ctrl-C stops everything in order, see stopping.ts; a browser killed first would lose what it has not written.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  try {
    const id = await browser.installExtension(extension);
    return { browser, extensionOrigin: `chrome-extension://${id}` };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

const speaking = (language: string | undefined): string[] =>
  language ? [`--lang=${language}`, `--accept-lang=${language}`] : [];

function flags(headless: boolean, sandbox: boolean): string[] {
  return [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--hide-crash-restore-bubble',
    `--window-size=${SIZE.width},${SIZE.height}`,
    ...(headless ? ['--disable-gpu'] : []),
    ...(sandbox ? [] : ['--no-sandbox']),
  ];
}

/** @returns whether a window could be shown here at all */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
