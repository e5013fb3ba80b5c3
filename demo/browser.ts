/** A Chromium with the extension in it. */
import puppeteer, { type Browser } from 'puppeteer-core';

export interface BrowserOptions {
  executablePath: string;
  /** The unpacked extension. */
  extension: string;
  /** Folder of the profile. */
  profile: string;
  headless: boolean;
}

export interface ExtendedBrowser {
  browser: Browser;
  /** `chrome-extension://…` */
  extensionOrigin: string;
}

/** What a screenshot shows, and how large the window of a first start is. */
export const SIZE = { width: 1440, height: 900 };

/** Over the pipe, because that is the one way in which branded Chrome takes an unpacked extension as well. */
export async function launchBrowser(options: BrowserOptions): Promise<ExtendedBrowser> {
  const { executablePath, extension, profile, headless } = options;
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    enableExtensions: true,
    headless,
    defaultViewport: headless ? SIZE : null,
    userDataDir: profile,
    args: flags(headless),
    // Ctrl-C stops everything in order, see stopping.ts; a browser killed first would lose what it has not written.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const id = await browser.installExtension(extension);
  return { browser, extensionOrigin: `chrome-extension://${id}` };
}

function flags(headless: boolean): string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--hide-crash-restore-bubble',
    `--window-size=${SIZE.width},${SIZE.height}`,
    ...(headless ? ['--disable-gpu'] : []),
    // Chromium's sandbox does not work for root, who is who one is in most containers.
    ...(asRoot ? ['--no-sandbox'] : []),
  ];
}

/** @returns whether a window could be shown here at all */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
