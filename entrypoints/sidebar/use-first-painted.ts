/** What is read first is painted first: laid out and drawn together with everything below it, it would be seen later. */
import { useEffect, useState } from 'react';

/**
 * @param isShown whether there is a lead to be painted
 * @returns whether the first one of this page has been, and everything else is to follow; from then on everything comes at once
 */
export function useFirstPainted(isShown: boolean): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (!isShown || painted) return;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => setPainted(true);
    // In the frame in which it is painted, and after that.
    const asked = requestAnimationFrame(() => channel.port2.postMessage(null));
    return () => {
      cancelAnimationFrame(asked);
      channel.port1.close();
    };
  }, [isShown, painted]);
  return painted;
}
