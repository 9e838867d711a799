/** The words of the interface, which the page carries translated in `shell/parts/editing.html`. */
const template = () => document.getElementById("editing");

/** A sentence of the interface, its `{names}` filled in. */
export function say(name, values = {}) {
  return template().dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

/** A fresh copy of a part of the interface: the element marked `data-part="name"`. */
export function part(name) {
  return template().content.querySelector(`[data-part="${name}"]`).cloneNode(true);
}

/** When something was typed: the time today, else the day too, as the page's language writes it. */
export function clock(moment) {
  const then = new Date(moment);
  const language = document.documentElement.lang;
  const time = then.toLocaleTimeString("sv", { hour: "2-digit", minute: "2-digit" }).replace(":", language === "sv" ? "." : ":");
  if (then.toDateString() === new Date().toDateString()) return time;
  return `${then.toLocaleDateString(language, { day: "numeric", month: "long" })} ${time}`;
}

/** Whose words are kept on this machine: nobody is offered another's. */
export const whose = () => template().dataset.whose;
