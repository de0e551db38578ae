/** Milliseconds. A browser starts the download after the click has returned, and Firefox reads the contents only then. */
const KEPT = 60_000;

/** Lets the browser save contents made here like a download. */
export function saveFile(name: string, type: string, contents: string | Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([contents], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
