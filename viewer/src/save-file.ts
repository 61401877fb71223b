/** Milliseconds after which the browser has surely begun to write a file. */
const BEGUN = 60_000;

/** Hands a file to the browser, which asks where it goes or puts it where files go. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), BEGUN);
}
