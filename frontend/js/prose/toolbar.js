/** The editor's toolbar: one stop for the Tab key, arrows within; each button says whether it is on. */
import { askForLink, askForNote } from "./notes.js";
import { placeInTable } from "./tables.js";

const heading = (level) => ({
  act: (editor) => editor.chain().focus().toggleNode("heading", "paragraph", { level }).run(),
  on: (editor) => editor.isActive("heading", { level }),
});
const list = (name) => ({
  act: (editor) => editor.chain().focus().toggleList(name, "listItem").run(),
  on: (editor) => editor.isActive(name),
});
const mark = (name) => ({ act: (editor) => editor.chain().focus().toggleMark(name).run(), on: (editor) => editor.isActive(name) });
const inTable = (name) => ({ act: (editor) => editor.chain().focus()[name]().run(), needsTable: true });

const TOOLS = {
  bold: mark("bold"),
  italic: mark("italic"),
  link: { act: (editor, dialogs) => askForLink(editor, dialogs.link), on: (editor) => editor.isActive("link") },
  note: { act: (editor, dialogs) => askForNote(editor, dialogs.note), on: (editor) => editor.isActive("footnote") },
  heading1: heading(1),
  heading2: heading(2),
  heading3: heading(3),
  heading4: heading(4),
  bulletList: list("bulletList"),
  orderedList: list("orderedList"),
  table: { act: (editor) => editor.chain().focus().insertTable().run(), on: (editor) => placeInTable(editor.state.selection) !== null },
  addRow: inTable("addRow"),
  removeRow: inTable("removeRow"),
  addColumn: inTable("addColumn"),
  removeColumn: inTable("removeColumn"),
  undo: { act: (editor) => editor.commands.undo() },
  redo: { act: (editor) => editor.commands.redo() },
};

/** Makes the toolbar work for an editor; `dialogs` are its link and note. */
export function equip(toolbar, editor, dialogs) {
  const buttons = [...toolbar.querySelectorAll("button")];
  const seen = () => buttons.filter((button) => !button.hidden);
  const stop = (at) => buttons.forEach((button) => (button.tabIndex = button === at ? 0 : -1));
  const refresh = () => {
    for (const button of buttons) {
      const tool = TOOLS[button.value];
      if (tool.on) button.setAttribute("aria-pressed", tool.on(editor));
      if (tool.needsTable) button.hidden = placeInTable(editor.state.selection) === null;
    }
    if (!seen().some((button) => button.tabIndex === 0)) stop(buttons[0]);
  };
  toolbar.addEventListener("mousedown", (event) => event.preventDefault());
  toolbar.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    stop(button);
    TOOLS[button.value].act(editor, dialogs);
  });
  toolbar.addEventListener("keydown", (event) => {
    const all = seen();
    const at = all.indexOf(document.activeElement);
    const next = { ArrowRight: (at + 1) % all.length, ArrowLeft: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Escape") editor.commands.focus();
    if (next === undefined) return;
    event.preventDefault();
    stop(all[next]);
    all[next].focus();
  });
  editor.on("transaction", refresh);
  refresh();
  return () => toolbar.querySelector("[tabindex='0']").focus();
}
