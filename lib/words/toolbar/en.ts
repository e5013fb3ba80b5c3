const things = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const en = {
  nothing: 'Truce',
  notConnected: 'Truce is not connected to a store yet. Press to connect.',
  refused:
    'Truce: the store no longer knows this browser. What you said is kept; press to connect again.',
  blocked:
    'Truce: this page does not let the sidebar in (its security headers isolate it from other frames)',
  /** On the button itself: at most four letters. */
  off: 'off',
  paused: 'Truce is paused: it reads no pages and shows nothing in them. Press to go on.',
  needYou: (n: number) => `Truce: ${things(n, 'thing needs', 'things need')} you`,

  woken: (n: number) => things(n, 'recycled lead is back', 'recycled leads are back'),
  replies: (n: number) => things(n, 'answer from marketing', 'answers from marketing'),
  soon: (n: number) =>
    things(n, 'lead waits less than an hour more', 'leads wait less than an hour more'),
  about: (names: string) => `About ${names}`,
  more: (n: number) => `${n} more`,
};
