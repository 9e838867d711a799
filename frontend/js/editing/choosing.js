/** Two versions of a field side by side, and the choice between them: mine, theirs or both. */
import { part } from "./words.js";

/**
 * Shows the choice in the form. `mine` and `theirs` are each `{ words, label, choice }`: what it says, whose it is
 * and the words on its button; `chosen` is told "mine", "theirs" or "both".
 */
export function choose(form, { title, mine, theirs, chosen }) {
  const panel = part("choice");
  const at = (name) => panel.querySelector(`[data-${name}]`);
  panel.setAttribute("aria-label", title);
  at("mine-label").textContent = mine.label;
  at("theirs-label").textContent = theirs.label;
  panel.querySelector("[data-choice=mine]").textContent = mine.choice;
  panel.querySelector("[data-choice=theirs]").textContent = theirs.choice;
  panel.querySelector("[data-choice=both]").hidden = form.elements.words.localName !== "textarea";
  for (const button of panel.querySelectorAll("[data-choice]")) {
    button.addEventListener("click", () => {
      panel.remove();
      chosen(button.dataset.choice);
    });
  }
  const refresh = (side, words) => show(form, at(`${side}-words`), words);
  form.append(panel);
  refresh("mine", mine.words);
  refresh("theirs", theirs.words);
  return { refresh, focus: () => panel.focus() };
}

/** Plain words as they are; running text is shown by the editor, a choice by its own words. */
function show(form, place, words) {
  const control = form.elements.words;
  const option = [...(control.options ?? [])].find(({ value }) => value === words);
  place.textContent = option?.label ?? words;
  if ("prose" in control.dataset) place.dispatchEvent(new CustomEvent("prose", { bubbles: true, detail: words }));
}
