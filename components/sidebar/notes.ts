import { createContext } from 'react';

/** Whether the organisation lets people write in their own words. */
export const NotesAllowed = createContext(true);
