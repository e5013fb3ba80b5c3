import '../ui/tokens.css';
import '../ui/base.css';
import './frame.css';
import { LeadView } from './LeadView.tsx';
import { NotConnected } from './NotConnected.tsx';
import { ProblemView } from './ProblemView.tsx';
import type { SidebarProps } from './props.ts';
import styles from './Sidebar.module.css';
import { Skeleton } from './Skeleton.tsx';
import { Toolbar } from './Toolbar.tsx';
import { Unknown } from './Unknown.tsx';

/** The whole page in the frame: one face per state, the same bar of buttons on each. */
export function Sidebar(props: SidebarProps) {
  const { state, side, onClose, onDock } = props;
  const toolbar = <Toolbar side={side} onClose={onClose} onDock={onDock} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the sidebar from anywhere in it
    <div
      className={styles.sidebar}
      data-state={state.is}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || side === null) return;
        if (!event.nativeEvent.isComposing) onClose();
      }}
    >
      {face(props, toolbar)}
    </div>
  );
}

function face(props: SidebarProps, toolbar: React.ReactNode) {
  const { state, outbox, onRetry, onConnect, onRegister } = props;
  switch (state.is) {
    case 'lead':
      // Another lead is another view: nothing typed or opened for one is left for the next.
      return <LeadView key={state.card.leadId} {...props} state={state} toolbar={toolbar} />;
    case 'skeleton':
      return <Skeleton waitingFor={state.waitingFor} toolbar={toolbar} />;
    case 'unknown':
    case 'pageUnreadable':
      return (
        <Unknown
          key={`${state.record.crm}:${state.record.org}:${state.record.kind}:${state.record.id}`}
          state={state}
          outbox={outbox}
          toolbar={toolbar}
          disarmed={props.disarmed}
          onRegister={onRegister}
          onRetry={onRetry}
          onOpenOutbox={props.onOpenOutbox}
        />
      );
    case 'notConnected':
      return <NotConnected toolbar={toolbar} onConnect={onConnect} />;
    case 'problem':
      return (
        <ProblemView
          problem={state.problem}
          retrying={state.retrying}
          outbox={outbox}
          toolbar={toolbar}
          onRetry={onRetry}
          onConnect={onConnect}
        />
      );
  }
}
