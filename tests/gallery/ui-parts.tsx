/** What the pages of parts are laid out with. */
import type { ReactNode } from 'react';
import text from '../../components/ui/text.module.css';
import { CHIP_STYLE } from '../../lib/page/chip-style.ts';
import { PANEL_STYLE, WAITING_STYLE } from '../../lib/page/panel-style.ts';
import styles from './ui-screens.module.css';

export const Page = ({ title, children }: { title: string; children: ReactNode }) => (
  <main className={styles.page}>
    <h1 className={styles.title}>{title}</h1>
    {children}
  </main>
);

export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles.part} aria-label={title}>
    <h2 className={text.label}>{title}</h2>
    <div className={styles.shown}>{children}</div>
  </section>
);

export const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.row}>
    <span className={`${text.tiny} ${text.muted} ${styles.name}`}>{name}</span>
    {children}
  </div>
);

export const Wide = ({ children }: { children: ReactNode }) => (
  <span className={styles.wide}>{children}</span>
);

/** In a shadow of their own, as on the CRM's page. */
export function ListChips() {
  const fill = (host: HTMLElement | null) => {
    if (!host || host.shadowRoot) return;
    const root = host.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = `${WAITING_STYLE}${PANEL_STYLE}${CHIP_STYLE}:host{position:static;display:block}.chip{position:relative;margin-inline-end:12px}`;
    root.append(style, ...['hot', 'warm', 'cold', 'hot open', 'plain'].map(chip));
  };
  return <div ref={fill} className={styles.chips} />;
}

function chip(kind: string): HTMLElement {
  const button = document.createElement('button');
  button.className = `chip ${kind}`;
  button.append(document.createElement('i'), kind === 'plain' ? 'SAL' : '7 of 10');
  return button;
}
