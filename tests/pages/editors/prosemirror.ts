import { baseKeymap } from 'prosemirror-commands';
import { DOMParser, DOMSerializer } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { startEditor } from './editor-page.ts';

startEditor((element) => {
  const doc = DOMParser.fromSchema(schema).parse(element);
  element.replaceChildren();
  const view = new EditorView(element, {
    state: EditorState.create({ doc }),
    handleKeyDown: ({ state, dispatch }, { key }) => !!baseKeymap[key]?.(state, dispatch),
  });
  return {
    focus() {
      view.focus();
      view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)));
    },
    link(href, text) {
      view.dispatch(view.state.tr.insert(view.state.selection.from, schema.text(text, [schema.mark('link', { href })])));
    },
    save() {
      const html = document.createElement('div');
      html.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
      return html.innerHTML;
    },
  };
});
