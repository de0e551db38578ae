/** Lets the browser save contents made here like a download. */
export function saveFile(name: string, type: string, contents: string | Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([contents], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Firefox starts the download after the click; the address must live until then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
