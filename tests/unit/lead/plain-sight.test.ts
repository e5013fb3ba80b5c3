import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CALM_MS,
  LINGER_MS,
  type PlainSight,
  plainSight,
  type Witness,
} from '../../../lib/lead/plain-sight.ts';

/** A frame whose witnesses say what the test says, by a clock that the test moves. */
let clock: number;
let tell: ((witness: Witness, clear: boolean) => void) | null;
let turn: () => void;
let looks: number;
let sight: PlainSight;

beforeEach(() => {
  clock = 1000;
  tell = null;
  looks = 0;
  sight = plainSight({
    witnesses: ['browser', 'page'],
    observe(hear) {
      tell = hear;
      return () => {
        tell = null;
      };
    },
    look: () => {
      looks += 1;
    },
    now: () => clock,
    every(_, act) {
      turn = act;
      return () => undefined;
    },
  });
});

const pass = (ms: number) => {
  clock += ms;
  turn();
};
const bothSay = (clear: boolean) => {
  tell?.('browser', clear);
  tell?.('page', clear);
};
/** What a press is told, as far as it is told yet. */
const pressed = () => {
  const told = vi.fn();
  void sight.pressed().then(told);
  return async () => {
    await Promise.resolve();
    return told.mock.calls[0]?.[0] ?? null;
  };
};

describe('a press', () => {
  it('counts at once when it was to be seen for half a second', async () => {
    sight.near('pointer');
    bothSay(true);
    clock += 500;
    expect(await pressed()()).toBe('seen');
  });

  it('that comes sooner waits for it, and counts when nothing is in the way', async () => {
    sight.near('pointer');
    bothSay(true);
    clock += 100;
    const told = pressed();
    expect(await told()).toBeNull();
    pass(399);
    expect(await told()).toBeNull();
    pass(1);
    expect(await told()).toBe('seen');
  });

  it('does not count while either witness sees us hidden, nor right after', async () => {
    sight.near('pointer');
    bothSay(true);
    clock += CALM_MS;
    tell?.('page', false);
    expect(sight.hidden.get()).toBe(true);
    expect(await pressed()()).toBe('hidden');
    tell?.('page', true);
    expect(sight.hidden.get()).toBe(false);
    clock += 499;
    expect(await pressed()()).toBe('too-soon');
    clock += 1;
    expect(await pressed()()).toBe('seen');
  });

  it('that waits does not count when we are hidden meanwhile', async () => {
    sight.near('pointer');
    tell?.('browser', true);
    clock += CALM_MS;
    const told = pressed();
    tell?.('page', false);
    expect(await told()).toBe('hidden');
  });

  it('needs the word of every witness, and is not taken when one says nothing for seconds', async () => {
    sight.near('pointer');
    tell?.('page', true);
    const told = pressed();
    pass(4000);
    expect(await told()).toBeNull();
    pass(1001);
    expect(await told()).toBe('hidden');
  });

  it('of a key counts with the first clear word, and never while we are hidden', async () => {
    sight.near('keys');
    const told = pressed();
    bothSay(true);
    expect(await told()).toBe('seen');
    clock += CALM_MS;
    bothSay(false);
    expect(await pressed()()).toBe('hidden');
  });
});

describe('when we have just come, or become another size', () => {
  it('a key waits for what the browser sees now, a pointer does not profit, and nobody is told of what was', async () => {
    sight.near('keys');
    bothSay(false);
    expect(sight.hidden.get()).toBe(false);
    const byKey = pressed();
    expect(await byKey()).toBeNull();
    sight.near('pointer');
    expect(await pressed()()).toBe('too-soon');
    bothSay(true);
    expect(await byKey()).toBe('seen');
  });

  it('what stays covered is told after a second, and stays so whatever size saying it makes us', async () => {
    sight.near('keys');
    bothSay(true);
    clock += CALM_MS;
    sight.moved();
    bothSay(false);
    expect(sight.hidden.get()).toBe(false);
    const told = pressed();
    pass(CALM_MS);
    expect(sight.hidden.get()).toBe(true);
    expect(await told()).toBe('hidden');
    sight.moved();
    turn();
    expect(sight.hidden.get()).toBe(true);
    expect(await pressed()()).toBe('hidden');
    bothSay(true);
    expect(sight.hidden.get()).toBe(false);
  });

  it('a page that makes us another size again and again lets no press wait for longer', async () => {
    sight.near('keys');
    bothSay(false);
    const told = pressed();
    clock += CALM_MS + 1;
    sight.moved();
    turn();
    expect(await told()).toBe('hidden');
  });
});

describe('while nobody is near', () => {
  it('nothing is observed or asked, before and after', () => {
    expect(tell).toBeNull();
    expect(looks).toBe(0);
    sight.near('pointer');
    expect(tell).not.toBeNull();
    pass(LINGER_MS);
    expect(tell).not.toBeNull();
    pass(1);
    expect(tell).toBeNull();
    expect(sight.hidden.get()).toBe(false);
  });

  it('what was seen before is forgotten', async () => {
    sight.near('pointer');
    bothSay(true);
    clock += 1000;
    sight.rest();
    sight.near('pointer');
    expect(await pressed()()).toBeNull();
  });
});
