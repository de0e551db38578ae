import tinymce from 'tinymce';
import 'tinymce/icons/default/icons';
import 'tinymce/models/dom/model';
import 'tinymce/themes/silver/theme';
import { startEditor } from './editor-page.ts';

startEditor(async (target) => {
  const [editor] = await tinymce.init({
    target,
    // With `?inline` in the shown element itself, else in a frame beside it.
    inline: new URLSearchParams(location.search).has('inline'),
    skin: false,
    content_css: false,
    promotion: false,
    plugins: [],
  });
  if (!editor) throw new Error('TinyMCE made no editor.');
  return {
    focus() {
      editor.focus();
      editor.selection.select(editor.getBody(), true);
      editor.selection.collapse(false);
    },
    link: (href, text) => editor.insertContent(editor.dom.createHTML('a', { href }, text)),
    save: () => editor.getContent(),
  };
});
