/** Lists marked `data-movable`: each item has a `data-move` form with buttons, and a handle to drag it by. */
import { say } from "./words.js";

const EDGE = 60;
const STEP = 12;

const formOf = (item) => item.querySelector("form[data-move]");
/** The items of a list, in order. */
const items = (list) => [...list.children].filter(formOf);

/** Asks the server to put the item at a place, counted from 1; says whether it did. */
async function send(form, to) {
  const body = new URLSearchParams(new FormData(form));
  body.set("to", to);
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Requested-With": "fetch" }, redirect: "manual" });
    return answer.ok;
  } catch {
    return false;
  }
}

function tell(message) {
  document.getElementById("moved").textContent = message;
}

/** The first cannot go up, nor the last down; the buttons can have the focus all the same. */
function refresh(list) {
  const all = items(list);
  all.forEach((item, at) => {
    formOf(item).querySelector("[value=up]").setAttribute("aria-disabled", at === 0);
    formOf(item).querySelector("[value=down]").setAttribute("aria-disabled", at === all.length - 1);
  });
}

/** Puts the item at a place by moving the others past it, so that it keeps the focus. */
function place(list, item, to) {
  for (let all = items(list); all.indexOf(item) < to; all = items(list)) item.before(all[all.indexOf(item) + 1]);
  for (let all = items(list); all.indexOf(item) > to; all = items(list)) item.after(all[all.indexOf(item) - 1]);
  refresh(list);
}

const waiting = new WeakMap();

/** Tells the server where the item now is, one move after the other; what it refuses goes back. */
function moved(list, item, from) {
  const to = items(list).indexOf(item);
  if (to === from) return;
  tell(say("moved", { place: to + 1, count: items(list).length }));
  const before = waiting.get(list) ?? Promise.resolve();
  waiting.set(list, before.then(async () => {
    if (await send(formOf(item), to + 1)) return;
    place(list, item, from);
    tell(say("notMoved"));
  }));
}

function press(list, item, button) {
  const from = items(list).indexOf(item);
  const to = from + (button.value === "up" ? -1 : 1);
  if (to < 0 || to >= items(list).length) return;
  place(list, item, to);
  moved(list, item, from);
}

/** Follows the pointer until it is let go; Escape puts the item back. */
function drag(list, item, handle, { pointerId }) {
  const from = items(list).indexOf(item);
  const done = new AbortController();
  const on = (target, kind, act) => target.addEventListener(kind, act, { signal: done.signal });
  const end = (keep) => {
    done.abort();
    delete item.dataset.dragged;
    if (!keep) place(list, item, from);
    moved(list, item, from);
  };
  item.dataset.dragged = "";
  handle.setPointerCapture(pointerId);
  on(handle, "pointermove", ({ clientY }) => {
    if (clientY < EDGE) window.scrollBy(0, -STEP);
    if (clientY > innerHeight - EDGE) window.scrollBy(0, STEP);
    place(list, item, placeAt(list, item, clientY));
  });
  on(handle, "pointerup", () => end(true));
  on(handle, "pointercancel", () => end(false));
  on(document, "keydown", ({ key }) => key === "Escape" && end(false));
}

/** Where among the others a height on the screen is: past each whose middle is above it. */
function placeAt(list, item, height) {
  const others = items(list).filter((other) => other !== item);
  return others.filter((other) => {
    const { top, bottom } = other.getBoundingClientRect();
    return (top + bottom) / 2 < height;
  }).length;
}

/** Lets the items of every list in `root` that asks for it be moved. */
export function moveItems(root) {
  for (const list of root.querySelectorAll("[data-movable]:not([data-moves])")) {
    list.dataset.moves = "";
    refresh(list);
    list.addEventListener("submit", (event) => {
      const item = items(list).find((one) => formOf(one) === event.target);
      if (!item) return;
      event.preventDefault();
      press(list, item, event.submitter);
    });
    list.addEventListener("pointerdown", (event) => {
      const handle = event.target.closest("[data-handle]");
      const item = handle && items(list).find((one) => one.contains(handle));
      if (!item || event.button !== 0) return;
      event.preventDefault();
      drag(list, item, handle, event);
    });
  }
}
