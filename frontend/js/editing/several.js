/** Several that are ticked, as the words of one field: a line for each, those that were there before first. */
const linesOf = (words) => [...new Set(words.split("\n").filter(Boolean))];

function enhance(details) {
  const { form } = details.querySelector("input") ?? { form: details.closest("form") };
  const field = document.createElement("textarea");
  Object.assign(field, { id: details.dataset.several, name: "words", value: form.elements.base.value, hidden: true });
  const boxes = () => [...details.querySelectorAll("[type=checkbox]")];
  boxes().forEach((box) => box.removeAttribute("name"));
  details.append(field);

  const tell = () => {
    details.querySelector(".several__chosen").innerText = field.value || "–";
  };
  /** A box for words that there was none for. */
  const addBox = (words) => {
    const group = details.querySelector(".several__group");
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", value: words });
    label.append(box, ` ${words}`);
    group.append(label);
    group.hidden = false;
  };
  const typed = () => {
    const chosen = [...new Set(boxes().filter(({ checked }) => checked).map(({ value }) => value))];
    const before = linesOf(field.value);
    field.value = [...before.filter((one) => chosen.includes(one)), ...chosen.filter((one) => !before.includes(one))].join("\n");
    tell();
  };
  details.addEventListener("change", ({ target }) => {
    if (target === field) return;
    for (const box of boxes()) if (box.value === target.value) box.checked = target.checked;
    typed();
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  });
  field.addEventListener("shown", () => {
    const chosen = linesOf(field.value);
    const known = boxes().map(({ value }) => value);
    chosen.filter((one) => !known.includes(one)).forEach(addBox);
    for (const box of boxes()) box.checked = chosen.includes(box.value);
    tell();
  });
  if (boxes().some(({ checked, value }) => checked !== linesOf(field.value).includes(value))) typed();
}

/** Lets every field in `root` where several are ticked be one field of words. */
export function gatherTicks(root) {
  for (const details of root.querySelectorAll("[data-several]:not(:has(> textarea))")) enhance(details);
}
