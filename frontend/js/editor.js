/** Running text: each `<textarea data-prose>` gets an editor, which writes the document back into it as JSON. */
import { Editor, Extension } from "@tiptap/core";
import { gapCursor } from "@tiptap/pm/gapcursor";
import { closeHistory, history, redo, undo } from "@tiptap/pm/history";
import { DOMSerializer, Node } from "@tiptap/pm/model";

import { askForLink, askForNote } from "./prose/notes.js";
import { Pasting } from "./prose/pasting.js";
import { kinds, open, schema, stored } from "./prose/schema.js";
import { Tables } from "./prose/tables.js";
import { equip } from "./prose/toolbar.js";

const part = (name) => document.getElementById("editing").content.querySelector(`[data-part="${name}"]`).cloneNode(true);

const Undoing = Extension.create({
  name: "undoing",
  addCommands: () => ({
    undo: () => ({ state, dispatch }) => undo(state, dispatch),
    redo: () => ({ state, dispatch }) => redo(state, dispatch),
  }),
  addProseMirrorPlugins: () => [history(), gapCursor()],
  addKeyboardShortcuts() {
    return { "Mod-z": () => this.editor.commands.undo(), "Shift-Mod-z": () => this.editor.commands.redo(), "Mod-y": () => this.editor.commands.redo() };
  },
});

/** The keys for what has no key of its own: as in most writing programs. */
const keysFor = (dialogs, toTools) => Extension.create({
  name: "keys",
  priority: 250,
  addKeyboardShortcuts() {
    const chain = () => this.editor.chain();
    const headings = [1, 2, 3, 4].map((level) => [`Mod-Alt-${level}`, () => chain().toggleNode("heading", "paragraph", { level }).run()]);
    return {
      ...Object.fromEntries(headings),
      "Mod-Alt-0": () => chain().setNode("paragraph").run(),
      "Mod-Shift-7": () => chain().toggleList("orderedList", "listItem").run(),
      "Mod-Shift-8": () => chain().toggleList("bulletList", "listItem").run(),
      "Shift-Enter": () => this.editor.commands.keyboardShortcut("Enter"),
      "Mod-k": () => (askForLink(this.editor, dialogs.link), true),
      "Mod-Alt-f": () => (askForNote(this.editor, dialogs.note), true),
      Enter: () => this.editor.isActive("footnote") && Boolean(this.editor.state.selection.node) && (askForNote(this.editor, dialogs.note), true),
      "Alt-F10": () => (toTools(), true),
    };
  },
});

function enhance(textarea) {
  const place = textarea.form.querySelector(`[data-prose-of="${textarea.id}"]`);
  const toolbar = part("tools");
  const dialogs = { link: part("link"), note: part("note") };
  const tools = { focus: () => {} };
  const write = (words) => {
    if (words === textarea.value) return;
    textarea.value = words;
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  };
  place.replaceChildren();
  place.before(toolbar);
  document.body.append(dialogs.link, dialogs.note);
  const editor = new Editor({
    element: place,
    extensions: [...kinds, Tables, Pasting, Undoing, keysFor(dialogs, () => tools.focus())],
    content: open(textarea.value),
    injectCSS: false,
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": `${textarea.id}-label`, "aria-describedby": textarea.getAttribute("aria-describedby") },
      handleDoubleClickOn: (_view, _at, node) => node.type.name === "footnote" && (askForNote(editor, dialogs.note), true),
    },
    onUpdate: ({ editor }) => write(stored(editor.state.doc)),
  });
  tools.focus = equip(toolbar, editor, dialogs);
  textarea.addEventListener("shown", () => {
    editor.commands.setContent(open(textarea.value), { emitUpdate: false });
    editor.view.dispatch(closeHistory(editor.state.tr));
  });
  textarea.form.querySelector(`label[for="${textarea.id}"]`).addEventListener("click", () => editor.commands.focus());
}

/** Running text to be read only, where it is asked for; its headings are none of the page's. */
document.addEventListener("prose", ({ target, detail }) => {
  const { content } = Node.fromJSON(schema, open(detail));
  target.replaceChildren(DOMSerializer.fromSchema(schema).serializeFragment(content));
  for (const heading of target.querySelectorAll("[data-level]")) {
    const line = document.createElement("p");
    line.className = "choice__heading";
    line.append(...heading.childNodes);
    heading.replaceWith(line);
  }
});

function begin() {
  for (const textarea of document.querySelectorAll("textarea[data-prose]:not([data-edited])")) {
    textarea.dataset.edited = "";
    enhance(textarea);
  }
}

begin();
document.addEventListener("htmx:after:swap", begin);
