import { definitionWords } from '../../lib/words/definition.ts';
import { Choices } from '../ui/Choices.tsx';

const VIEWS = ['form', 'json', 'versions'] as const;
export type View = (typeof VIEWS)[number];

type Props = { view: View; onView: (view: View) => void };

/** Form, JSON, versions: three ways to look at the same thing. */
export function Views({ view, onView }: Props) {
  const t = definitionWords();
  return (
    <Choices
      legend={t.views}
      quiet
      side="marketing"
      choices={VIEWS.map((each) => ({ value: each, label: t.view[each] }))}
      chosen={view}
      onChoose={onView}
    />
  );
}
