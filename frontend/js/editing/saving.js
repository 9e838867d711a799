/** A form marked `data-save` saves its `words` as one types: one request at a time, and nothing typed is ever lost. */
import { choose } from "./choosing.js";
import { Keeping } from "./keeping.js";
import { renewTokens, send } from "./sending.js";
import { clock, part, say } from "./words.js";

const PAUSE = 600;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 60_000;
const savers = new Map();

const lines = (text) => text.replace(/\r\n?/g, "\n");

class Saver {
  constructor(form) {
    this.form = form;
    this.control = form.elements.words;
    this.base = form.elements.base;
    this.status = form.querySelector("[role=status]");
    this.fault = form.querySelector("[role=alert]");
    this.singleLine = "line" in this.control.dataset;
    this.prose = "prose" in this.control.dataset;
    this.saved = this.tidy = this.control.localName === "select" ? this.words : lines(this.base.value);
    this.keeping = new Keeping(form);
    this.failures = 0;
    this.#listen();
    for (const kept of this.keeping.left()) this.#offer(kept);
    if (this.unsaved) this.#typed();
  }

  get words() {
    return lines(this.control.value);
  }

  get unsaved() {
    return this.words !== this.saved;
  }

  #listen() {
    this.control.addEventListener("input", () => this.#typed());
    this.control.addEventListener("change", () => this.flush());
    this.control.addEventListener("keydown", (event) => {
      if (!this.singleLine || event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.flush();
    });
    this.form.addEventListener("focusout", ({ relatedTarget }) => {
      if (this.form.contains(relatedTarget)) return;
      this.#showTidy(relatedTarget);
      this.flush();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.flush();
    });
  }

  #typed() {
    if (this.singleLine && this.words.includes("\n")) this.control.value = this.words.replace(/\s*\n\s*/g, " ");
    this.conflict?.refresh("mine", this.words);
    if (!this.unsaved) return this.keeping.settle();
    this.keeping.keep(this.words);
    if (!this.failures) this.#later(PAUSE);
  }

  #later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  /** Sends what is unsaved now, unless something is on its way or a choice is awaited. */
  async flush() {
    clearTimeout(this.timer);
    if (this.sending || this.conflict || !this.unsaved) return;
    this.sending = true;
    const sent = this.words;
    if (this.signedOut) await renewTokens();
    const answer = await send(this.form);
    this.sending = false;
    this.signedOut = answer.outcome === "signedOut";
    const known = { saved: this.#isSaved, conflict: this.#isContested, fault: this.#isRefused };
    (known[answer.outcome] ?? this.#hasFailed).call(this, answer, sent);
  }

  #isSaved({ words, message }, sent) {
    this.failures = 0;
    this.saved = sent;
    this.base.value = words;
    this.tidy = this.prose ? sent : lines(words);
    this.#tell(message);
    this.#tellFault("");
    this.#showTidy(document.activeElement);
    if (this.unsaved) this.#later(0);
    else this.keeping.settle();
  }

  #isRefused({ fault }, sent) {
    this.failures = 0;
    this.#tell("");
    this.#tellFault(fault);
    if (this.words !== sent) this.#later(PAUSE);
  }

  #hasFailed({ outcome }) {
    this.#tell(say(outcome));
    this.#later(Math.min(FIRST_RETRY * 2 ** this.failures++, LONGEST_RETRY));
  }

  #isContested({ theirs, by, at, merged }, sent) {
    this.failures = 0;
    const their = lines(theirs);
    if (their === this.words) return this.#isSaved({ words: theirs, message: "" }, this.words);
    this.#tell(say("conflict", { who: by, time: at }));
    this.conflict = choose(this.form, {
      title: say("conflict", { who: by, time: at }),
      mine: { words: this.words, label: say("mine"), choice: say("keepMine") },
      theirs: { words: their, label: say("by", { who: by, time: at }), choice: say("takeTheirs") },
      chosen: (choice) => this.#decide(choice, theirs, this.words === sent ? merged : null),
    });
  }

  #decide(choice, theirs, merged) {
    this.conflict = null;
    const mine = this.words;
    this.base.value = theirs;
    this.saved = this.tidy = lines(theirs);
    this.#tell("");
    this.#show({ mine, theirs: this.saved, both: merged ?? this.#both(mine, this.saved) }[choice]);
    if (choice === "theirs") this.#offer(this.keeping.layAside(mine));
    this.#focus();
    this.#typed();
    if (choice === "mine") this.flush();
  }

  /** Both texts, one after the other, in the form of the field. */
  #both(first, second) {
    if (this.prose) return JSON.stringify([...JSON.parse(first || "[]"), ...JSON.parse(second || "[]")]);
    return [first, second].filter(Boolean).join(this.singleLine ? " " : "\n\n");
  }

  /** Says that there are words from before, which may be looked at or thrown away. */
  #offer(kept) {
    if (kept.words === this.words) return this.keeping.drop(kept);
    const offer = part("offer");
    const time = clock(kept.at);
    offer.querySelector("span").textContent = say("left", { time });
    const [look, discard] = offer.querySelectorAll("button");
    look.addEventListener("click", () => {
      offer.remove();
      this.#compare(kept, time);
    });
    discard.addEventListener("click", () => {
      offer.remove();
      this.keeping.drop(kept);
      this.#focus();
    });
    this.form.append(offer);
  }

  #compare(kept, time) {
    const compared = choose(this.form, {
      title: say("left", { time }),
      mine: { words: kept.words, label: say("leftLabel", { time }), choice: say("takeLeft") },
      theirs: { words: this.words, label: say("inField"), choice: say("keepField") },
      chosen: (choice) => {
        const { words: now, unsaved } = this;
        this.#show({ mine: kept.words, theirs: now, both: this.#both(now, kept.words) }[choice]);
        if (choice === "mine" && unsaved) this.#offer(this.keeping.layAside(now));
        this.#focus();
        this.#typed();
        this.keeping.drop(kept);
      },
    });
    compared.focus();
  }

  #show(words) {
    this.control.value = words;
    this.control.dispatchEvent(new Event("shown", { bubbles: true }));
  }

  /** The words as the server writes them, when they are left and nothing has been typed since. */
  #showTidy(focused) {
    if (this.unsaved || this.words === this.tidy || this.form.contains(focused)) return;
    this.saved = this.tidy;
    this.#show(this.tidy);
  }

  #focus() {
    (this.form.querySelector("[contenteditable=true], summary") ?? this.control).focus();
  }

  #tell(message) {
    if (this.status.textContent !== message) this.status.textContent = message;
  }

  #tellFault(fault) {
    if (this.fault.textContent !== fault) this.fault.textContent = fault;
    const field = this.form.querySelector("[contenteditable]") ?? this.control;
    if (fault) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}

/** Words for what somebody has removed or decided meanwhile are shown above the page's first part. */
function offerAstray() {
  if (document.querySelector("main > .offer")) return;
  for (const { words, at, drop } of Keeping.astray()) {
    const offer = part("offer");
    offer.querySelector("span").textContent = say("astray", { time: clock(at) });
    const [look, discard] = offer.querySelectorAll("button");
    look.addEventListener("click", () => {
      const shown = document.createElement("div");
      shown.className = "choice__words";
      shown.textContent = words;
      look.remove();
      offer.after(shown);
      if (words.startsWith("[{")) shown.dispatchEvent(new CustomEvent("prose", { bubbles: true, detail: words }));
    });
    discard.addEventListener("click", () => {
      drop();
      offer.nextElementSibling.matches(".choice__words") && offer.nextElementSibling.remove();
      offer.remove();
    });
    document.querySelector("main .title").after(offer);
  }
}

/** Lets every form in `root` that asks for it save itself. */
export function saveForms(root) {
  for (const form of root.querySelectorAll("form[data-save]")) if (!savers.has(form)) savers.set(form, new Saver(form));
  offerAstray();
}

const flushAll = () => savers.forEach((saver) => saver.flush());

window.addEventListener("online", flushAll);
window.addEventListener("focus", flushAll);
document.addEventListener("visibilitychange", flushAll);
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  flushAll();
});
window.addEventListener("beforeunload", (event) => {
  if ([...savers.values()].some((saver) => saver.unsaved)) event.preventDefault();
});
