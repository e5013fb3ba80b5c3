/** Whether somebody has begun to write something in this page that is not saved yet. */

/**
 * Tells each time that this changes: with the first letter, and when the field is empty again or gone with its form.
 *
 * @param tell gets whether something is written now
 */
export function watchTyping(
  document: Document,
  tell: (isTyping: boolean) => void,
  signal: AbortSignal,
): void {
  const written = new Set<HTMLInputElement | HTMLTextAreaElement>();
  const gone = new MutationObserver(() => look());
  let told = false;
  const look = () => {
    for (const field of written) {
      if (!field.isConnected || field.value === '') written.delete(field);
    }
    const is = written.size > 0;
    if (is === told) return;
    told = is;
    tell(is);
    if (is) gone.observe(document, { childList: true, subtree: true });
    else gone.disconnect();
  };
  const hear = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    written.add(target);
    look();
  };
  document.addEventListener('input', hear, { signal });
  signal.addEventListener('abort', () => gone.disconnect());
}
