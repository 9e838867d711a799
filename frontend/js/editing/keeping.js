/** Words that have not reached the server, kept in the browser: a list for each address, person and field. */
import { whose } from "./words.js";

const begins = () => ["unsaved", whose(), location.pathname, ""].join(" ");

const visit = `${Date.now()}-${Math.random()}`;

/** What is kept of one field, and this visit's own part of it. */
export class Keeping {
  constructor(form) {
    this.key = `${begins()}${new URL(form.action).pathname} ${form.elements.words.id}`;
  }

  /** What is kept for fields of this page that are no longer there, each with a way to let it go. */
  static astray() {
    const keys = kept().filter((key) => key.startsWith(begins()));
    const lost = keys.filter((key) => !document.getElementById(key.slice(key.lastIndexOf(" ") + 1)));
    return lost.flatMap((key) => read(key).map(({ words, at }) => ({ words, at, drop: () => localStorage.removeItem(key) })));
  }

  /** What earlier visits left, oldest first. */
  left() {
    return read(this.key).filter((kept) => kept.visit !== visit);
  }

  /** Keeps what is typed now, until it is saved. */
  keep(words) {
    this.#write([...this.left(), { visit, words, at: Date.now() }]);
  }

  /** Lays words aside that have been replaced, to be found again. */
  layAside(words) {
    const kept = { visit: `${visit} ${Math.random()}`, words, at: Date.now() };
    this.#write([...read(this.key), kept]);
    return kept;
  }

  /** What is typed now is saved. */
  settle() {
    this.#write(this.left());
  }

  /** Something kept is done with. */
  drop(done) {
    this.#write(read(this.key).filter((kept) => kept.visit !== done.visit));
  }

  #write(list) {
    try {
      if (list.length) localStorage.setItem(this.key, JSON.stringify(list));
      else localStorage.removeItem(this.key);
    } catch {
      // A browser without room or leave to keep anything still saves to the server.
    }
  }
}

function kept() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}
