/** Progress lines: what is being done, and how long it took. A spinner where somebody watches, plain lines elsewhere. */

export interface Progress {
  /** Shows the line while `work` runs. A failure is marked and passed on. */
  step<T>(label: string, work: () => Promise<T>): Promise<T>;
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
      const end = begin(label);
      try {
        const result = await work();
        end(`✓ ${label} (${seconds(now() - started)})`);
        return result;
      } catch (error) {
        end(`✗ ${label} (${seconds(now() - started)})`);
        throw error;
      }
    },
  };
}

/** Shows that a step has begun; what it returns replaces that by how it ended. */
type Begin = (label: string) => (outcome: string) => void;

function plain(say: (text: string) => void): Begin {
  return (label) => {
    say(`… ${label}`);
    return say;
  };
}

function spinning(out: Out): Begin {
  return (label) => {
    let turn = 0;
    const draw = () => out.write(`${CLEAR_LINE}${FRAMES[turn++ % FRAMES.length]} ${label}`);
    const timer = setInterval(draw, 100);
    draw();
    return (outcome) => {
      clearInterval(timer);
      out.write(`${CLEAR_LINE}${outcome}\n`);
    };
  };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 9950 ? 1 : 0)} s`;
}
