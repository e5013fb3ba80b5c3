/** Cells in React. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Cell } from './cell.ts';

/** @returns the value of a cell, now and after every change */
export function useCell<T>(cell: Cell<T>): T {
  return useSyncExternalStore(cell.subscribe, cell.get);
}

/** @returns the time in ms, again every `every` ms; ages and countdowns are drawn from it */
export function useNow(every: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
