/** Fields as tall as their words, in browsers whose style sheets cannot say `field-sizing: content`. */
const grow = (field) => {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight}px`;
};

/** Lets the text fields of `root` grow. */
export function growFields(root) {
  if (!CSS.supports("field-sizing", "content")) root.querySelectorAll(".editable textarea").forEach(grow);
}

if (!CSS.supports("field-sizing", "content")) {
  for (const kind of ["input", "shown"]) document.addEventListener(kind, ({ target }) => target.matches(".editable textarea") && grow(target));
}
