/** Dialogs of the editor, for the address of a link and the text of a footnote. */
import { isSafe } from "./schema.js";

/** Opens a dialog with a value; `keep` is told the new one and may refuse it, `remove` that it is to go. */
function ask(dialog, value, { keep, remove }) {
  const field = dialog.querySelector("[name=value]");
  const fault = dialog.querySelector("[role=alert]");
  const tell = (wrong) => {
    fault.textContent = wrong ? dialog.dataset.fault : "";
    field.toggleAttribute("aria-invalid", wrong);
  };
  field.value = value;
  tell(false);
  dialog.querySelector("[value=remove]").hidden = !value;
  dialog.querySelector("form").onsubmit = (event) => {
    if (event.submitter?.value === "remove") return remove();
    if (keep(field.value.trim())) return tell(false);
    event.preventDefault();
    tell(true);
    field.focus();
  };
  dialog.querySelector("[data-close]").onclick = () => dialog.close();
  dialog.showModal();
  field.select();
}

/** An address as people write it: with its beginning left out. */
function address(written) {
  if (isSafe(written)) return written;
  if (/^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(written)) return `mailto:${written}`;
  if (/^[^\s@:/]+\.[^\s@:/]+(\/\S*)?$/.test(written)) return `https://${written}`;
  return null;
}

/** Asks where the selected words, or the link around the cursor, lead. */
export function askForLink(editor, dialog) {
  ask(dialog, editor.getAttributes("link").href ?? "", {
    keep(written) {
      const href = address(written);
      if (!href) return false;
      const chain = editor.chain().focus().extendMarkRange("link");
      if (editor.state.selection.empty && !editor.isActive("link")) return chain.insertContent({ type: "text", text: written, marks: [{ type: "link", attrs: { href } }] }).run();
      return chain.setMark("link", { href }).run();
    },
    remove: () => editor.chain().focus().extendMarkRange("link").unsetMark("link").run(),
  });
}

/** Asks what the selected footnote, or a new one, says. */
export function askForNote(editor, dialog) {
  const { node } = editor.state.selection;
  const selected = node?.type.name === "footnote";
  ask(dialog, selected ? node.attrs.text : "", {
    keep(text) {
      if (!text) return false;
      if (selected) return editor.chain().focus().updateAttributes("footnote", { text }).run();
      return editor.chain().focus().setTextSelection(editor.state.selection.to).insertContent({ type: "footnote", attrs: { text } }).run();
    },
    remove: () => editor.chain().focus().deleteSelection().run(),
  });
}
