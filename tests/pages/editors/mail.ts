import { caretAtEnd, linkByCommand, startEditor, waitFor } from './editor-page.ts';

/*
 * A mail composer: a new text above the message that it answers, which is copied out of the page as it is shown there.
 * With `?frame` in a frame in design mode (with `&shown` when a test says so), else in an editable element.
 */
startEditor(async (message) => {
  const quote = (document: Document) => {
    const quoted = document.createElement('blockquote');
    quoted.innerHTML = message.innerHTML;
    return quoted;
  };
  const query = new URLSearchParams(location.search);
  if (!query.has('frame')) {
    const composer = document.createElement('div');
    composer.contentEditable = 'true';
    composer.append(quote(document), document.createElement('p'));
    message.after(composer);
    return {
      focus: () => caretAtEnd(composer),
      link: (href, text) => linkByCommand(document, href, text),
      save: () => composer.innerHTML,
    };
  }
  const frame = document.createElement('iframe');
  message.after(frame);
  const inner = frame.contentDocument;
  if (!inner) throw new Error('The frame has no document.');
  inner.open();
  inner.write('<!doctype html><body></body>');
  inner.close();
  inner.body.append(quote(inner));
  await waitFor('shown');
  inner.designMode = 'on';
  return {
    focus() {
      frame.focus();
      frame.contentWindow?.focus();
      caretAtEnd(inner.body);
    },
    link: (href, text) => linkByCommand(inner, href, text),
    save: () => inner.body.innerHTML,
  };
});
