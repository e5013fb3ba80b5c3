import type { StoryPart } from '../../lib/contract/lead.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Section } from './Section.tsx';

/** What happened so far in a few sentences, with what they read. */
export function Story({ story }: { story: StoryPart[] }) {
  return (
    <Section title="Story so far">
      <p dir="auto" data-story="">
        {story.map((part, index) =>
          part.url ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity and never move
            <ExternalLink key={index} href={part.url}>
              {part.text}
            </ExternalLink>
          ) : (
            part.text
          ),
        )}
      </p>
    </Section>
  );
}
