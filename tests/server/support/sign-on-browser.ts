/** A browser as far as sign-on needs one: follows redirects, keeps cookies by host, fills the provider's forms. */
import type { Hono } from 'hono';

export interface Shown {
  /** Where it ended: a page, or the address that a browser would hand to the extension. */
  url: URL;
  status: number;
  text: string;
}

export class SignOnBrowser {
  private readonly app: Hono;
  private readonly store: string;
  private readonly isExtension: (url: URL) => boolean;
  private readonly cookies = new Map<string, Map<string, string>>();
  /** Every address on the way, in order. */
  readonly visited: string[] = [];

  /** @param app the store, and the address it is taken to be at */
  constructor(app: Hono, store: string, isExtension: (url: URL) => boolean) {
    this.app = app;
    this.store = store;
    this.isExtension = isExtension;
  }

  /** Goes there, and wherever it leads. */
  async go(to: string | URL, form?: Record<string, string>): Promise<Shown> {
    let url = new URL(to);
    let body = form;
    for (let hops = 0; hops < 20; hops++) {
      this.visited.push(url.href);
      if (this.isExtension(url)) return { url, status: 0, text: '' };
      const answer = await this.request(url, body);
      const location = answer.headers.get('location');
      if (location === null) return { url, status: answer.status, text: await answer.text() };
      url = new URL(location, url);
      body = undefined;
    }
    throw new Error('It leads in circles.');
  }

  /** Signs in at the provider, and agrees, as often as it asks. */
  async signIn(to: string | URL, login: string): Promise<Shown> {
    let shown = await this.go(to);
    for (let forms = 0; forms < 4 && shown.text.includes('<form'); forms++) {
      const [, action = ''] = /action="([^"]+)"/.exec(shown.text) ?? [];
      const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(shown.text) ?? [];
      shown = await this.go(new URL(action, shown.url), { prompt, login, password: 'any' });
    }
    return shown;
  }

  /** Presses “cancel” at the provider. */
  async cancel(to: string | URL): Promise<Shown> {
    const shown = await this.go(to);
    const [, link = ''] = /href="([^"]+\/abort)"/.exec(shown.text) ?? [];
    return this.go(new URL(link, shown.url));
  }

  private async request(url: URL, form: Record<string, string> | undefined): Promise<Response> {
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    const request = {
      method: form ? 'POST' : 'GET',
      redirect: 'manual' as const,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    };
    const answer =
      url.origin === this.store
        ? await this.app.request(url.href, request)
        : await fetch(url, request);
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) jar.set(name, value);
    }
    this.cookies.set(url.host, jar);
    return answer;
  }
}
