/** The document model of `domain/prose.py`, and nothing else: what the editor can hold is what pages and papers can show. */
import { getSchema, Mark, mergeAttributes, Node, wrappingInputRule, textblockTypeInputRule } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Italic } from "@tiptap/extension-italic";

export const LEVELS = [1, 2, 3, 4];
const SAFE_LINK = /^(https?:\/\/|mailto:)\S+$/;

/** Whether an address may stand in a link. */
export const isSafe = (href) => SAFE_LINK.test(href ?? "");

const Doc = Node.create({ name: "doc", topNode: true, content: "block+" });
const Text = Node.create({ name: "text", group: "inline" });

const Paragraph = Node.create({
  name: "paragraph",
  priority: 1000,
  group: "block",
  content: "inline*",
  parseHTML: () => [{ tag: "p" }],
  renderHTML: () => ["p", 0],
});

const Heading = Node.create({
  name: "heading",
  group: "block",
  content: "inline*",
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, LEVELS.length) } })),
  renderHTML: ({ node }) => [`h${node.attrs.level + 2}`, { "data-level": node.attrs.level }, 0],
  addInputRules() {
    return LEVELS.map((level) => textblockTypeInputRule({ find: new RegExp(`^(#{${level}})\\s$`), type: this.type, getAttributes: { level } }));
  },
});

const list = (name, tag, find) => Node.create({
  name,
  group: "block list",
  content: "listItem+",
  parseHTML: () => [{ tag }],
  renderHTML: () => [tag, 0],
  addInputRules() {
    return [wrappingInputRule({ find, type: this.type })];
  },
});

const ListItem = Node.create({
  name: "listItem",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: () => ["li", 0],
  addKeyboardShortcuts() {
    const command = (name) => () => this.editor.commands[name](this.name);
    return { Enter: command("splitListItem"), Tab: command("sinkListItem"), "Shift-Tab": command("liftListItem") };
  },
});

const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["table", { class: "ds-table", "data-cards": "never" }, ["tbody", 0]],
});

const TableRow = Node.create({
  name: "tableRow",
  content: "tableCell+",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});

const TableCell = Node.create({
  name: "tableCell",
  content: "inline*",
  isolating: true,
  parseHTML: () => [{ tag: "td" }, { tag: "th" }],
  renderHTML: () => ["td", 0],
});

const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  marks: "",
  addAttributes: () => ({ text: { default: "", rendered: false } }),
  parseHTML: () => [{ tag: "sup[data-note]", getAttrs: (element) => ({ text: element.dataset.note }) }],
  renderHTML: ({ node }) => ["sup", { class: "note", "data-note": node.attrs.text, title: node.attrs.text }],
  renderText: ({ node }) => ` (${node.attrs.text})`,
});

const Link = Mark.create({
  name: "link",
  priority: 1,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (element) => isSafe(element.getAttribute("href")) && null }],
  renderHTML: ({ HTMLAttributes }) => ["a", mergeAttributes(HTMLAttributes), 0],
});

/** Every kind of block, run and mark; marks in the order in which they are written. */
export const kinds = [
  Doc, Text, Paragraph, Heading, list("bulletList", "ul", /^\s*[-*–•]\s$/), list("orderedList", "ol", /^1[.)]\s$/),
  ListItem, Table, TableRow, TableCell, Footnote, Bold.extend({ priority: 3 }), Italic.extend({ priority: 2 }), Link,
];

export const schema = getSchema(kinds);

const emptyParagraph = { type: "paragraph" };

/** The stored blocks as a document that can be edited: whatever is empty gets a place to write in. */
export function open(words) {
  const blocks = JSON.parse(words || "[]").flatMap(opened);
  return { type: "doc", content: blocks.length ? blocks : [emptyParagraph] };
}

function opened(node) {
  if (node.type === "text") return node.text ? [node] : [];
  if (node.type === "footnote" || !("content" in node)) return [node];
  const content = node.content.flatMap(opened);
  if (content.length) return [{ ...node, content }];
  const place = { listItem: [emptyParagraph], tableRow: [{ type: "tableCell" }] }[node.type];
  if (place) return [{ ...node, content: place }];
  return ["bulletList", "orderedList", "table"].includes(node.type) ? [] : [{ type: node.type, ...(node.attrs && { attrs: node.attrs }) }];
}

/** The document as it is stored; nothing at all when nothing is written. */
export function stored(doc) {
  const { content } = doc.toJSON();
  const empty = content.length === 1 && content[0].type === "paragraph" && !content[0].content;
  return JSON.stringify(empty ? [] : content);
}
