/** Lists marked `data-movable`: each item has a `data-move` form with buttons, and a handle to drag it by.
 * Between lists that say the same there, an item can be moved too: `data-home` is what each is called when it is sent. */
import { say } from "./words.js";

const EDGE = 60;
const STEP = 12;

const formOf = (item) => item.querySelector("form[data-move]");
/** The items of a list, in order. */
const items = (list) => [...list.children].filter(formOf);
/** The lists that an item of this one can be in. */
const alike = (list) => (list.dataset.movable ? [...document.querySelectorAll(`[data-movable="${list.dataset.movable}"]`)] : [list]);
/** Where an item is: in which list, and which of the items there. */
const placeOf = (item) => ({ list: item.parentElement, at: items(item.parentElement).indexOf(item) });

/** Asks the server to put the item at a place, counted from 1, in a home; says whether it did. */
async function send(form, to, home) {
  const body = new URLSearchParams(new FormData(form));
  body.set("to", to);
  if (home) body.set("home", home);
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
    const form = formOf(item);
    form.querySelector("[value=up]").setAttribute("aria-disabled", at === 0);
    form.querySelector("[value=down]").setAttribute("aria-disabled", at === all.length - 1);
    for (const button of form.querySelectorAll("[name=home]")) button.hidden = button.value === list.dataset.home;
  });
}

/** Puts the item at a place by moving the others past it, so that it keeps the focus; in another list by moving itself. */
function place(item, { list, at }) {
  const left = item.parentElement;
  if (left !== list) {
    list.append(item);
    refresh(left);
  }
  for (let all = items(list); all.indexOf(item) < at; all = items(list)) item.before(all[all.indexOf(item) + 1]);
  for (let all = items(list); all.indexOf(item) > at; all = items(list)) item.after(all[all.indexOf(item) - 1]);
  refresh(list);
}

let waiting = Promise.resolve();

/** Tells the server where the item now is, one move after the other; what it refuses goes back. */
function moved(item, from) {
  const { list, at } = placeOf(item);
  const isOver = list !== from.list;
  if (!isOver && at === from.at) return;
  const form = formOf(item);
  const home = isOver ? list.dataset.home : "";
  const name = home && form.querySelector(`[name=home][value="${home}"]`).textContent;
  tell(say(isOver ? "movedOver" : "moved", { home: name, place: at + 1, count: items(list).length }));
  waiting = waiting.then(async () => {
    if (await send(form, at + 1, home)) return;
    place(item, from);
    tell(say("notMoved"));
  });
}

function press(item, button) {
  const from = placeOf(item);
  if (button.name === "home") return pressHome(item, button, from);
  const at = from.at + (button.value === "up" ? -1 : 1);
  if (at < 0 || at >= items(from.list).length) return;
  place(item, { list: from.list, at });
  moved(item, from);
}

/** Last in the list that the button names; the focus goes with it. */
function pressHome(item, button, from) {
  const list = alike(from.list).find(({ dataset }) => dataset.home === button.value);
  if (!list) return;
  place(item, { list, at: items(list).length });
  const choices = button.closest("details");
  choices.open = false;
  choices.querySelector("summary").focus();
  moved(item, from);
}

/** Follows the pointer until it is let go, and the page with it; Escape puts the item back. */
function drag(item, { pointerId, clientY }) {
  const from = placeOf(item);
  const done = new AbortController();
  const on = (kind, act) => document.addEventListener(kind, act, { signal: done.signal });
  let height = clientY;
  let frame = 0;
  const follow = () => place(item, placeAt(item, height));
  const scroll = () => {
    const step = height < EDGE ? -STEP : height > innerHeight - EDGE ? STEP : 0;
    if (step) {
      window.scrollBy(0, step);
      follow();
    }
    frame = requestAnimationFrame(scroll);
  };
  const end = (keep) => {
    done.abort();
    cancelAnimationFrame(frame);
    delete item.dataset.dragged;
    if (!keep) place(item, from);
    moved(item, from);
  };
  item.dataset.dragged = "";
  document.documentElement.setPointerCapture(pointerId);
  scroll();
  on("pointermove", (event) => {
    height = event.clientY;
    follow();
  });
  on("pointerup", () => end(true));
  on("pointercancel", () => end(false));
  on("keydown", ({ key }) => key === "Escape" && end(false));
}

/** Where a height on the screen is: in the nearest list, past each of the others there whose middle is above it. */
function placeAt(item, height) {
  const away = (list) => {
    const { top, bottom } = list.getBoundingClientRect();
    return Math.max(top - height, height - bottom, 0);
  };
  const list = alike(item.parentElement).reduce((near, one) => (away(one) < away(near) ? one : near), item.parentElement);
  const above = items(list).filter((other) => {
    const { top, bottom } = other.getBoundingClientRect();
    return other !== item && (top + bottom) / 2 < height;
  });
  return { list, at: above.length };
}

/** The choice of another list closes when one turns away from it, or by Escape. */
function closeChoices(event) {
  for (const choices of document.querySelectorAll(".move__over[open]")) {
    if (event.type === "keydown" ? event.key !== "Escape" : choices.contains(event.target)) continue;
    choices.open = false;
    if (event.type === "keydown") choices.querySelector("summary").focus();
  }
}

for (const kind of ["keydown", "pointerdown", "focusin"]) document.addEventListener(kind, closeChoices);

/** Lets the items of every list in `root` that asks for it be moved. */
export function moveItems(root) {
  for (const list of root.querySelectorAll("[data-movable]:not([data-moves])")) {
    list.dataset.moves = "";
    refresh(list);
    list.addEventListener("submit", (event) => {
      const item = items(list).find((one) => formOf(one) === event.target);
      if (!item) return;
      event.preventDefault();
      press(item, event.submitter);
    });
    list.addEventListener("pointerdown", (event) => {
      const handle = event.target.closest("[data-handle]");
      const item = handle && items(list).find((one) => formOf(one).contains(handle));
      if (!item || event.button !== 0) return;
      event.preventDefault();
      drag(item, event);
    });
  }
}
