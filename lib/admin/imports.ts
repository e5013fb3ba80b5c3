/** The room “Imports”: a file on its way, what was found in it, how far it is. */
import type { ColumnMapping, ImportJob, SavedMapping, TryRequest } from '../contract/imports.ts';
import type { Result } from '../contract/problem.ts';
import { type Cell, cell } from '../platform/cell.ts';
import { loader } from './loaded.ts';
import type { Call } from './page.ts';

/** A file that is leaving this browser. */
export interface Upload {
  name: string;
  sent: number;
  total: number;
}

interface Tools {
  call: Call;
  /** Whether anybody looks at the room. */
  watched: () => boolean;
  /** Calls back after so many ms. */
  later?: (then: () => void, ms: number) => void;
}

const ASK_AGAIN_MS = 1000;

/** These go on by themselves. */
const MOVING: readonly ImportJob['state'][] = ['receiving', 'waiting', 'running'];

export function importsRoom({ call, watched, later = setTimeout }: Tools) {
  const jobs = loader<ImportJob[]>(async () => {
    const answer = await call((client) => client.imports());
    return answer.ok ? { ok: true, value: answer.value.imports } : answer;
  });
  const mappings = cell<SavedMapping[]>([]);
  const upload: Cell<Upload | null> = cell<Upload | null>(null);
  let stopSending = () => {};
  let waiting = false;

  /** Asks again while something moves and somebody looks. */
  const follow = () => {
    const now = jobs.view.get();
    const moving = now.is === 'here' && now.value.some(({ state }) => MOVING.includes(state));
    if (!moving || waiting) return;
    waiting = true;
    later(() => {
      waiting = false;
      if (watched()) void jobs.load();
    }, ASK_AGAIN_MS);
  };
  jobs.view.subscribe(follow);

  const readMappings = async () => {
    const answer = await call((client) => client.mappings());
    if (answer.ok) mappings.set(answer.value.mappings);
  };
  const open = async () => {
    await Promise.all([jobs.load(), readMappings()]);
  };

  const put = (job: ImportJob) =>
    jobs.change((all) =>
      all.some(({ importId }) => importId === job.importId)
        ? all.map((each) => (each.importId === job.importId ? job : each))
        : [job, ...all],
    );
  const changed = async (answer: Promise<Result<ImportJob>>) => {
    const result = await answer;
    if (result.ok) put(result.value);
    // What is on screen was old.
    else if (result.problem.code === 'conflict') void jobs.load();
    return result;
  };

  async function send(file: File) {
    const life = new AbortController();
    stopSending = () => life.abort();
    const onSent = (sent: number, total: number) => upload.set({ name: file.name, sent, total });
    onSent(0, file.size);
    const answer = await changed(
      call((client) => client.sendFile(file, { onSent, signal: life.signal })),
    );
    upload.set(null);
    return answer;
  }

  return {
    view: jobs.view,
    mappings,
    upload,
    open,
    clear() {
      stopSending();
      jobs.clear();
      mappings.set([]);
    },
    refusedRows: (id: string) => call((client) => client.refusedRows(id)),
    acts: {
      onRefresh: () => void open(),
      onFile: send,
      onStopSending: () => stopSending(),
      onTry: (id: string, how: TryRequest) => changed(call((client) => client.tryImport(id, how))),
      onStart: (id: string) => changed(call((client) => client.startImport(id))),
      onStop: (id: string) => changed(call((client) => client.stopImport(id))),
      onForget: async (id: string) => {
        const answer = await call((client) => client.forgetImport(id));
        if (answer.ok) jobs.change((all) => all.filter(({ importId }) => importId !== id));
        return answer;
      },
      onSaveMapping: async (said: { name: string; mapping: ColumnMapping }) => {
        const answer = await call((client) => client.saveMapping(said));
        if (answer.ok) await readMappings();
        return answer;
      },
      onDropMapping: async (id: string) => {
        const answer = await call((client) => client.dropMapping(id));
        if (answer.ok) await readMappings();
        return answer;
      },
    },
  };
}
