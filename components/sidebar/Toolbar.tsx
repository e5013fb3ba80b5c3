import { IconButton } from '../ui/IconButton.tsx';
import type { SidebarProps } from './props.ts';
import styles from './Toolbar.module.css';

type Props = Pick<SidebarProps, 'side' | 'onClose' | 'onDock'>;

/** Where the sidebar is, and whether. */
export function Toolbar({ side, onClose, onDock }: Props) {
  if (side === null) return null;
  const other = side === 'right' ? 'left' : 'right';
  return (
    <div className={styles.toolbar}>
      <IconButton
        icon={other === 'left' ? 'dockLeft' : 'dockRight'}
        label={`Move to the ${other}`}
        data-action="dock"
        onClick={onDock}
      />
      <IconButton icon="close" label="Close the sidebar" data-action="close" onClick={onClose} />
    </div>
  );
}
