import { useEffect, useRef, useState } from 'react';

/** @returns a value that is read once, and again on request; of reads that overtake each other the last counts */
export function useRead<T>(initial: T, read: () => Promise<T>): [T, () => void] {
  const [value, setValue] = useState(initial);
  const reads = useRef(0);
  const again = () => {
    reads.current += 1;
    const mine = reads.current;
    void read().then((fresh) => mine === reads.current && setValue(fresh));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once; later reads are asked for
  useEffect(again, []);
  return [value, again];
}
