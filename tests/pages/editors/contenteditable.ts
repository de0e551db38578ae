import { caretAtEnd, linkByCommand, startEditor } from './editor-page.ts';

startEditor((element) => {
  element.contentEditable = 'true';
  return {
    focus: () => caretAtEnd(element),
    link: (href, text) => linkByCommand(document, href, text),
    save() {
      element.contentEditable = 'false';
      return element.innerHTML;
    },
  };
});
