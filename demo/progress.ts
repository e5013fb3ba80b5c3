/** Progress lines: what is being done, and how long it took. A spinner where somebody watches, plain lines elsewhere. */

export interface Progress {
  /** Shows the line while `work` runs; `note` completes it (`40 of 60`). A failure is marked and passed on. */
  step<T>(label: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  /** One line by itself. */
  say(text: string): void;
}

/** What progress is written to: a terminal, a pipe, or a test's memory. */
export interface Out {
  write(text: string): unknown;
  isTTY?: boolean;
}

const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const CLEAR_LINE = '\r\x1b[2K';

/**
 * @param out where to write
 * @param now milliseconds, for the times
 */
export function makeProgress(out: Out = process.stdout, now: () => number = Date.now): Progress {
  const say = (text: string) => {
    out.write(`${text}\n`);
  };
  const begin = out.isTTY ? spinning(out) : plain(say);
  return {
    say,
    async step(label, work) {
      const started = now();
      const line = begin(label);
      try {
        const result = await work(line.note);
        line.end(`✓ ${label} (${seconds(now() - started)})`);
        return result;
      } catch (error) {
        line.end(`✗ ${label} (${seconds(now() - started)})`);
        throw error;
      }
    },
  };
}

/** A step that is under way. */
interface Line {
  note(text: string): void;
  end(text: string): void;
}

function plain(say: (text: string) => void): (label: string) => Line {
  return (label) => {
    say(`… ${label}`);
    return { note: () => {}, end: say };
  };
}

function spinning(out: Out): (label: string) => Line {
  return (label) => {
    let turn = 0;
    let detail = '';
    const draw = () => {
      const frame = FRAMES[turn++ % FRAMES.length];
      out.write(`${CLEAR_LINE}${frame} ${label}${detail}`);
    };
    const timer = setInterval(draw, 100);
    draw();
    return {
      note: (text) => {
        detail = `: ${text}`;
      },
      end: (text) => {
        clearInterval(timer);
        out.write(`${CLEAR_LINE}${text}\n`);
      },
    };
  };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 9950 ? 1 : 0)} s`;
}
