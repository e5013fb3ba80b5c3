import { teachWords } from '../../lib/words/teach.ts';
import type { Address } from './props.ts';
import styles from './Teach.module.css';

/** The page's address, with the part marked that tells whose page it is. */
export function AddressLine({ address }: { address: Address }) {
  return (
    <p className={styles.address} dir="ltr" title={teachWords().address}>
      {address.before}
      {address.id ? <mark>{address.id}</mark> : null}
      {address.after}
    </p>
  );
}
