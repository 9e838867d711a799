/** What the pages do beyond plain HTML: fetch filtered lists in place, say when something takes time,
 * and keep tables tables on a phone. */
import "@digdir/designsystemet-web/ds-error-summary";
import "htmx.org";
import "./passkeys.js";

document.documentElement.dataset.scripted = "";

/** Rows drawn as cards lose their table meaning in some browsers; said outright, it stays. */
const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tfoot: "rowgroup", tr: "row", td: "cell" };
function keepTables(root) {
  for (const table of root.querySelectorAll("table.ds-table")) {
    table.setAttribute("role", ROLES.table);
    for (const part of table.querySelectorAll("thead, tbody, tfoot, tr, td")) part.setAttribute("role", ROLES[part.localName]);
    for (const head of table.querySelectorAll("th")) head.setAttribute("role", head.scope.startsWith("row") ? "rowheader" : "columnheader");
  }
}

keepTables(document);
document.addEventListener("htmx:after:swap", () => keepTables(document));

/** A filtered list's address names only what is filtered by. */
document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  if (ctx.request.method !== "GET") return;
  for (const [name, value] of [...ctx.request.body]) if (value === "") ctx.request.body.delete(name);
});


/** A form marked `data-busy` says that it works; its `.busy` words come in sight. */
document.addEventListener("submit", ({ target }) => target.matches("[data-busy]") && target.setAttribute("aria-busy", "true"));
window.addEventListener("pageshow", () => document.querySelectorAll("[data-busy]").forEach((form) => form.removeAttribute("aria-busy")));
