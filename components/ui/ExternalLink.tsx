import type { ReactNode } from 'react';

type Props = { href: string; children: ReactNode };

/**
 * A link out, in a new tab that learns nothing about where it came from. An address that is neither http
 * nor https stays text, whoever sent it.
 */
export function ExternalLink({ href, children }: Props) {
  if (!/^https?:\/\//i.test(href)) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
