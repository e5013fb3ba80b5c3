/** Giving the person a file that the store made. */
export function saveBlob(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download begins after this turn; an address that is gone by then is an empty file in Firefox.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
