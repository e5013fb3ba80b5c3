/**
 * lib/platform: the browser and the disk, each behind one small file, so that the rest can be tested without them.
 *
 * In: nothing of Truce but the contract. Out: browser APIs, IndexedDB stores, settings, the connection.
 * This file is the only one that imports the polyfill, so that it can be dropped in one place.
 */
import browser from 'webextension-polyfill';

export { browser };
