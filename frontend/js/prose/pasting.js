/** What is pasted from Word, mail and the web, reduced to running text before the schema reads it. */
import { Extension } from "@tiptap/core";
import { Fragment, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";

import { placeInTable } from "./tables.js";

const BLOCKS = "p, div, li, h1, h2, h3, h4, h5, h6, blockquote, pre";
const UNSEEN = "script, style, meta, link, title, img, svg, object, iframe, o\\:p";

/** HTML as others write it, as HTML that only says what the document model can hold. */
export function reduce(html) {
  const page = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  page.querySelectorAll(UNSEEN).forEach((element) => element.remove());
  page.querySelectorAll("[data-style]").forEach(nameLooks);
  gatherLists(page);
  page.querySelectorAll("td, th").forEach(flatten);
  page.querySelectorAll("caption, colgroup").forEach((element) => element.remove());
  page.querySelectorAll("br").forEach((element) => element.replaceWith(" "));
  return page.body.innerHTML;
}

/** Styles as data: the content security policy refuses them as styles, and complains. */
const withoutStyles = (html) => html.replace(/<style\b[^]*?<\/style\s*>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, " data-style"));

/** What looks bold or italic is; what is called bold and does not look it is not. */
function nameLooks(element) {
  const style = element.dataset.style.replace(/\s/g, "");
  if (element.matches("b, strong") && /font-weight:(normal|400)/.test(style)) return element.replaceWith(...element.childNodes);
  for (const [look, tag] of [[/font-weight:(bold|[6-9]00)/, "strong"], [/font-style:italic/, "em"]]) {
    if (!element.matches("span") || !look.test(style)) continue;
    const named = element.ownerDocument.createElement(tag);
    named.append(...element.childNodes);
    element.append(named);
  }
}
/** A cell holds words alone: its blocks are joined by spaces, and a table inside it by its words. */
function flatten(cell) {
  for (const inner of cell.querySelectorAll("table")) inner.replaceWith(` ${inner.textContent.trim()} `);
  for (let block = cell.querySelector(BLOCKS); block; block = cell.querySelector(BLOCKS)) block.replaceWith(...block.childNodes, " ");
  for (const element of cell.querySelectorAll("ul, ol")) element.replaceWith(...element.childNodes);
}

/** Word writes a list as paragraphs that begin with a bullet or a number: makes them a list again. */
function gatherLists(page) {
  for (const first of page.querySelectorAll("p[data-style*='mso-list']")) {
    if (!first.isConnected) continue;
    const list = page.createElement(/^\s*[\da-z]+[.)]/i.test(first.textContent) ? "ol" : "ul");
    const items = [first];
    for (let next = first.nextElementSibling; next?.matches("p[data-style*='mso-list']"); next = next.nextElementSibling) items.push(next);
    first.before(list);
    for (const paragraph of items) {
      paragraph.querySelectorAll("[data-style*='mso-list']").forEach((mark) => mark.remove());
      const item = page.createElement("li");
      item.append(...paragraph.childNodes);
      list.append(item);
      paragraph.remove();
    }
  }
}

/** All the running text of a slice, its blocks joined by spaces: what may stand in a cell. */
function inlineOnly(slice, schema) {
  const runs = [];
  slice.content.descendants((node) => {
    if (node.isTextblock && runs.length) runs.push(schema.text(" "));
    if (node.isInline) runs.push(node);
  });
  return new Slice(Fragment.from(runs), 0, 0);
}

export const Pasting = Extension.create({
  name: "pasting",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPastedHTML: reduce,
        transformPasted: (slice, view) => (placeInTable(view.state.selection) ? inlineOnly(slice, view.state.schema) : slice),
      },
    }),
  ],
});
