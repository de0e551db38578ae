/** What a test finds in the page of an editor. */
export interface EditorPage {
  /** Puts the caret at the end of the text. */
  focus(): void;
  /** Adds a link at the caret by the editor's own command. */
  link(href: string, text: string): void;
  /** The HTML that the editor would send to a server. */
  save(): string;
}

/** Waits until a test calls `goOn` in the page, where the address asks for it. */
export const waitFor = (name: string): Promise<void> =>
  new Promise((goOn) => {
    if (new URLSearchParams(location.search).has(name)) Object.assign(globalThis, { goOn });
    else goOn();
  });

/**
 * Starts an editor at once, or with `?late` in the address when a test says so, over text that has been shown until
 * then.
 *
 * @param begin makes the editor of the element, which holds the text to edit
 */
export function startEditor(begin: (element: HTMLElement) => EditorPage | Promise<EditorPage>): void {
  void waitFor('late').then(async () => {
    const element = document.getElementById('editor');
    if (element) Object.assign(globalThis, { editorPage: await begin(element) });
  });
}

/** Puts the caret at the end of an editable element. */
export function caretAtEnd(element: HTMLElement): void {
  element.focus();
  const { defaultView, body } = element.ownerDocument;
  const selection = defaultView?.getSelection();
  selection?.selectAllChildren(element === body ? element : (element.lastElementChild ?? element));
  selection?.collapseToEnd();
}

/** A link as browsers' own editing commands make it. */
export function linkByCommand(document: Document, href: string, text: string): void {
  document.execCommand('insertText', false, text);
  const selection = document.getSelection();
  for (const _ of text) selection?.modify('extend', 'backward', 'character');
  document.execCommand('createLink', false, href);
  selection?.collapseToEnd();
}
