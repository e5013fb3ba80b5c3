/** The room “Webhooks”: whom the store tells what, and whether they heard it. */
import type { HookChange, HookRequest } from '../contract/hooks.ts';
import type { Result } from '../contract/problem.ts';
import { loader } from './loaded.ts';
import type { Call } from './page.ts';

interface Tools {
  call: Call;
  /** Whether anybody looks at the room. */
  watched: () => boolean;
  /** Calls back after so many ms. */
  later?: (then: () => void, ms: number) => void;
}

/** A delivery is tried at once; its outcome is known a moment later. */
const LOOK_AGAIN_MS = 2000;

export function hooksRoom({ call, watched, later = setTimeout }: Tools) {
  const { view, load, clear } = loader(async () => {
    const answer = await call((client) => client.hooks());
    return answer.ok ? { ok: true, value: answer.value.hooks } : answer;
  });
  const then = async <T>(answer: Promise<Result<T>>) => {
    const result = await answer;
    if (result.ok) await load();
    return result;
  };
  const thenAgain = async <T>(answer: Promise<Result<T>>) => {
    const result = await then(answer);
    if (result.ok) later(() => watched() && void load(), LOOK_AGAIN_MS);
    return result;
  };
  return {
    view,
    open: load,
    clear,
    acts: {
      onRefresh: () => void load(),
      onAdd: (said: HookRequest) => then(call((client) => client.addHook(said))),
      onChange: (id: string, said: HookChange) =>
        then(call((client) => client.changeHook(id, said))),
      onRemove: (id: string) => then(call((client) => client.removeHook(id))),
      onTest: (id: string) => thenAgain(call((client) => client.testHook(id))),
      onAgain: (id: string, deliveryId: string) =>
        thenAgain(call((client) => client.deliverAgain(id, deliveryId))),
    },
  };
}
