/** Giving the person a file. */

/** Saves something as JSON: theirs to keep whatever happens to this browser. */
export function saveAsFile(name: string, what: unknown): void {
  const blob = new Blob([JSON.stringify(what, null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @returns whether this browser understands a selector */
export function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}
