import { uiWords } from '../../lib/words/ui.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { SidebarProps } from './props.ts';
import styles from './Toolbar.module.css';

type Props = Pick<SidebarProps, 'side' | 'onClose' | 'onDock'>;

/** Where the sidebar is, and whether. */
export function Toolbar({ side, onClose, onDock }: Props) {
  if (side === null) return null;
  const t = uiWords();
  const other = side === 'right' ? 'left' : 'right';
  return (
    <div className={styles.toolbar}>
      <IconButton
        icon={other === 'left' ? 'dockLeft' : 'dockRight'}
        label={other === 'left' ? t.moveLeft : t.moveRight}
        data-action="dock"
        onClick={onDock}
      />
      <IconButton icon="close" label={t.closeSidebar} data-action="close" onClick={onClose} />
    </div>
  );
}
