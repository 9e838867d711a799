/** Tables whose cells hold running text: moving between cells, adding and removing rows and columns. */
import { Extension } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";

/** Where the selection is in a table: the table, its place, and which row and column; null outside. */
export function placeInTable({ $from }) {
  for (let depth = $from.depth; depth > 1; depth--) {
    if ($from.node(depth).type.name !== "tableCell") continue;
    return { table: $from.node(depth - 2), start: $from.start(depth - 2), row: $from.index(depth - 2), column: $from.index(depth - 1), cell: $from.before(depth) };
  }
  return null;
}

/** The cells that a selection touches, as [position, node]; empty unless it goes past one cell in a table. */
function cellsIn({ doc, selection: { from, to, empty } }) {
  const cells = [];
  if (!empty) doc.nodesBetween(from, to, (node, at) => void (node.type.name === "tableCell" && cells.push([at, node])));
  return cells;
}

const crossesCells = (state) => cellsIn(state).length > 1 && placeInTable(state.selection) !== null;

/** Replaces the table by one of the given rows, the cursor in the cell at a row and column; no rows: no table. */
function rebuild({ state, tr, dispatch }, { table, start }, rows, row, column) {
  if (!dispatch) return true;
  const from = start - 1;
  if (!rows.length) {
    const alone = tr.doc.resolve(from).parent.childCount === 1;
    tr.replaceWith(from, from + table.nodeSize, alone ? state.schema.nodes.paragraph.create() : []);
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size))));
    return true;
  }
  const made = table.type.create(null, rows.map((cells) => state.schema.nodes.tableRow.create(null, cells)));
  tr.replaceWith(from, from + table.nodeSize, made);
  tr.setSelection(TextSelection.near(tr.doc.resolve(cellAt(made, start, row, column) + 1)));
  tr.scrollIntoView();
  return true;
}

function cellAt(table, start, row, column) {
  const at = Math.min(Math.max(row, 0), table.childCount - 1);
  let position = start + 1;
  for (let index = 0; index < at; index++) position += table.child(index).nodeSize;
  for (let index = 0; index < Math.min(Math.max(column, 0), table.child(at).childCount - 1); index++) position += table.child(at).child(index).nodeSize;
  return position;
}

const rowsOf = (table) => table.children.map((row) => [...row.children]);

function changeRows(change) {
  return () => (props) => {
    const place = placeInTable(props.state.selection);
    if (!place) return false;
    const rows = rowsOf(place.table);
    const { row, column } = change(rows, place, () => props.state.schema.nodes.tableCell.create());
    return rebuild(props, place, rows.filter((cells) => cells.length), row, column);
  };
}

/** To another cell, its words selected; past the first and the last the Tab key leaves the editor. */
function go(editor, step) {
  const place = placeInTable(editor.state.selection);
  if (!place) return false;
  const cells = [];
  place.table.descendants((node, at) => void (node.type.name === "tableCell" && cells.push(place.start + at)));
  const next = cells[cells.indexOf(place.cell) + step];
  if (next === undefined) return false;
  return editor.commands.command(({ tr }) => {
    const cell = tr.doc.nodeAt(next);
    tr.setSelection(TextSelection.create(tr.doc, next + 1, next + 1 + cell.content.size)).scrollIntoView();
    return true;
  });
}

function goDown(editor) {
  const place = placeInTable(editor.state.selection);
  if (!place) return false;
  if (place.row === place.table.childCount - 1) return editor.commands.leaveTable();
  return editor.commands.setTextSelection(cellAt(place.table, place.start, place.row + 1, place.column) + 1);
}

/** Empties the cells of a selection that goes past one, since deleting it would shift the columns. */
function emptyCells(state, dispatch) {
  const { tr, selection: { from, to } } = state;
  for (const [at, node] of cellsIn(state).reverse()) {
    const [first, last] = [Math.max(from, at + 1), Math.min(to, at + 1 + node.content.size)];
    if (first < last) tr.delete(first, last);
  }
  dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(from))));
  return true;
}

const keepsCells = new Plugin({
  props: {
    handleKeyDown: (view, { key }) => ["Backspace", "Delete"].includes(key) && crossesCells(view.state) && emptyCells(view.state, view.dispatch),
    handleTextInput(view, _from, _to, text) {
      if (!crossesCells(view.state)) return false;
      emptyCells(view.state, view.dispatch);
      view.dispatch(view.state.tr.insertText(text));
      return true;
    },
    handleDOMEvents: {
      cut(view) {
        if (!crossesCells(view.state)) return false;
        document.execCommand("copy");
        emptyCells(view.state, view.dispatch);
        return true;
      },
    },
  },
});

export const Tables = Extension.create({
  name: "tables",
  priority: 200,
  addCommands: () => ({
    insertTable: () => ({ state, tr, dispatch }) => {
      const { $from } = state.selection;
      if (placeInTable(state.selection) || !$from.parent.isTextblock) return false;
      if (!dispatch) return true;
      const { table, tableRow, tableCell } = state.schema.nodes;
      const row = () => tableRow.create(null, [tableCell.create(), tableCell.create(), tableCell.create()]);
      const [from, to] = $from.parent.content.size ? [$from.after(), $from.after()] : [$from.before(), $from.after()];
      tr.replaceWith(from, to, table.create(null, [row(), row()]));
      tr.setSelection(TextSelection.create(tr.doc, from + 3)).scrollIntoView();
      return true;
    },
    addRow: changeRows((rows, { row }, cell) => {
      rows.splice(row + 1, 0, rows[row].map(cell));
      return { row: row + 1, column: 0 };
    }),
    addColumn: changeRows((rows, { row, column }, cell) => {
      for (const cells of rows) cells.splice(column + 1, 0, cell());
      return { row, column: column + 1 };
    }),
    removeRow: changeRows((rows, { row, column }) => {
      rows.splice(row, 1);
      return { row, column };
    }),
    removeColumn: changeRows((rows, { row, column }) => {
      for (const cells of rows) cells.splice(column, 1);
      return { row, column };
    }),
    leaveTable: () => ({ state, tr, dispatch }) => {
      const place = placeInTable(state.selection);
      if (!place) return false;
      const after = place.start - 1 + place.table.nodeSize;
      if (!dispatch) return true;
      const next = tr.doc.resolve(after).nodeAfter;
      if (!next?.isTextblock) tr.insert(after, state.schema.nodes.paragraph.create());
      tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView();
      return true;
    },
  }),
  addKeyboardShortcuts() {
    return {
      Tab: () => go(this.editor, 1),
      "Shift-Tab": () => go(this.editor, -1),
      Enter: () => goDown(this.editor),
      "Mod-Enter": () => this.editor.commands.leaveTable(),
    };
  },
  addProseMirrorPlugins: () => [keepsCells],
});
