/** Hands a text to the browser as a file to save. */
export function saveFile(file: {
  name: string;
  /** Media type, e.g. `text/csv`. */
  type: string;
  text: string;
}): void {
  const url = URL.createObjectURL(
    new Blob([file.text], { type: `${file.type};charset=utf-8` }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  // Some browsers follow a link only while it stands in the page.
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
