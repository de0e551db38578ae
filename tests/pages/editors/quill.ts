import Quill from 'quill';
import { startEditor } from './editor-page.ts';

startEditor((element) => {
  const quill = new Quill(element, { modules: { toolbar: false } });
  const end = () => quill.getLength() - 1;
  return {
    focus: () => quill.setSelection(end()),
    link: (href, text) => {
      quill.insertText(end(), text, 'link', href, 'user');
    },
    save: () => quill.root.innerHTML,
  };
});
