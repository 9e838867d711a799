/** What pages in editing do beyond plain HTML: save as one types, grow with their words, and let things be moved. */
import { growFields } from "./editing/growing.js";
import { moveItems } from "./editing/moving.js";
import { saveForms } from "./editing/saving.js";
import { gatherTicks } from "./editing/several.js";

function begin() {
  growFields(document);
  gatherTicks(document);
  saveForms(document);
  moveItems(document);
}

begin();
document.addEventListener("htmx:after:swap", begin);
