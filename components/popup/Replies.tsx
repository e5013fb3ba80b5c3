import { useEffect, useRef } from 'react';
import type { Reply } from '../../lib/contract/mine.ts';
import { popupWords } from '../../lib/words/popup.ts';
import type { LineProps } from './LeadLine.tsx';
import { Part } from './Part.tsx';
import { ReplyLine } from './ReplyLine.tsx';

type Props = {
  replies: Reply[];
  unread: readonly string[];
  line: LineProps;
  onSeen: (keys: readonly string[]) => void;
};

/** What marketing answered. Read is what has been on the screen, not what was loaded. */
export function Replies({ replies, unread, line, onSeen }: Props) {
  const t = popupWords();
  const list = useRef<HTMLUListElement>(null);
  const latest = useRef({ unread, onSeen });
  useEffect(() => {
    latest.current = { unread, onSeen };
  });
  const waiting = unread.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other lines to watch
  useEffect(() => {
    if (!list.current || !waiting) return;
    const observer = new IntersectionObserver((entries) => {
      const seen = entries
        .filter(({ isIntersecting }) => isIntersecting)
        .flatMap(({ target }) => (target instanceof HTMLElement && target.dataset.key) || []);
      const news = seen.filter((key) => latest.current.unread.includes(key));
      if (news.length > 0) latest.current.onSeen(news);
    });
    for (const line of list.current.children) observer.observe(line);
    return () => observer.disconnect();
  }, [waiting, replies]);

  if (replies.length === 0) return null;
  const fresh = replies.filter((reply) => unread.includes(keyOfReply(reply))).length;
  return (
    <Part
      name="replies"
      title={t.replies}
      some={fresh > 0 ? t.someNew(replies.length, fresh) : t.some(replies.length)}
      open={fresh > 0}
    >
      <ul ref={list}>
        {replies.map((reply) => (
          <ReplyLine
            key={keyOfReply(reply)}
            name={keyOfReply(reply)}
            reply={reply}
            fresh={unread.includes(keyOfReply(reply))}
            {...line}
          />
        ))}
      </ul>
    </Part>
  );
}

/** Marketing may answer the same thing anew. */
function keyOfReply({ feedback }: Reply): string {
  return `${feedback.id}:${feedback.resolution?.madeAt ?? ''}`;
}
