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

/** What is sent without the scripts' help is sent once, however often a hurried hand presses. */
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if ("sent" in event.target.dataset) event.preventDefault();
  event.target.dataset.sent = "";
});
window.addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent));

begin();
document.addEventListener("htmx:after:swap", begin);
