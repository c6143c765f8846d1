/* Three chips of our own in the editor: a live figure, a footnote and a number with its source.
   In the text that is saved they are plain words, as a person types them without JavaScript. */

import { Node, crel, updateAttrsDialog } from "django-prose-editor/editor";

const FIGURE = /\{\{\s*([^{}<>]{3,160}?)\s*\}\}/g;
const NOTE = /\(\(fotnot:\s*([^<>()]{1,400}?)\s*\)\)/gi;
const OWN = /\(\(eget tal:\s*([^();<>]{1,60}?)\s*;\s*källa:\s*([^()<>]{1,200}?)\s*\)\)/gi;

const escaped = (text) => text.replace(/&(?!\w+;|#)/g, "&amp;").replace(/"/g, "&quot;");

/* The stored words become chips before the editor reads them. */
function chipped(html, pattern, mark) {
  return html.replace(pattern, (whole, ...found) => `<span data-chip="${mark}" data-a="${escaped(found[0])}" data-b="${escaped(typeof found[1] === "string" ? found[1] : "")}">${whole}</span>`);
}

function chip(name, mark, pattern, words) {
  return Node.create({
    name,
    group: "inline",
    inline: true,
    atom: true,
    selectable: true,
    addOptions: () => ({ url: "" }),
    addAttributes: () => ({
      a: { default: "", parseHTML: (dom) => dom.dataset.a, renderHTML: (attrs) => ({ "data-a": attrs.a }) },
      b: { default: "", parseHTML: (dom) => dom.dataset.b, renderHTML: (attrs) => ({ "data-b": attrs.b }) },
    }),
    parseHTML: () => [{ tag: `span[data-chip="${mark}"]` }],
    renderHTML: ({ node, HTMLAttributes }) => ["span", { "data-chip": mark, ...HTMLAttributes }, words(node.attrs)],
    renderText: ({ node }) => words(node.attrs),
    onBeforeCreate() {
      const { options } = this.editor;
      if (typeof options.content === "string") options.content = chipped(options.content, pattern, mark);
    },
  });
}

/* Values are asked for once per text and figure, all that wait at once. */
const known = new Map();
let waiting = new Map();
let timer = 0;

function valueOf(url, token) {
  const key = `${url} ${token}`;
  if (!known.has(key)) {
    known.set(key, new Promise((resolve) => {
      waiting.set(token, resolve);
      clearTimeout(timer);
      timer = setTimeout(() => fetchValues(url), 30);
    }));
  }
  return known.get(key);
}

async function fetchValues(url) {
  const asked = waiting;
  waiting = new Map();
  const tokens = [...asked.keys()];
  for (let at = 0; at < tokens.length; at += 20) {
    const some = tokens.slice(at, at + 20);
    const query = new URLSearchParams(some.map((token) => ["t", token]));
    const found = await fetch(`${url}?${query}`, { headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : {}))
      .catch(() => ({}));
    for (const token of some) asked.get(token)(found[token] || {});
  }
}

function button(name, words, title, command) {
  return ({ menu }) => menu.defineItem({
    name,
    groups: "nodes",
    button: crel("span", { className: "prose-menubar__button prose-menubar__button--words", title, textContent: words }),
    command,
  });
}

async function ask(editor, properties, title, attrs) {
  return updateAttrsDialog(properties, { title, submitText: "Infoga" })(editor, attrs);
}

export const LiveFigure = chip("liveFigure", "figure", FIGURE, (attrs) => `{{ ${attrs.a} }}`).extend({
  addInputRules() {
    const { type } = this;
    return [{
      find: /\{\{\s*([^{}<>]{3,160}?)\s*\}\}$/,
      handler: ({ state, range, match }) => {
        state.tr.replaceWith(range.from, range.to, type.create({ a: match[1] }));
      },
    }];
  },
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement("span");
      dom.className = "chip";
      dom.dataset.token = node.attrs.a;
      dom.textContent = node.attrs.a;
      valueOf(this.options.url, node.attrs.a).then((found) => {
        dom.classList.toggle("chip--fault", Boolean(found.fault));
        if (found.text) dom.textContent = found.text;
        dom.title = found.fault || `${node.attrs.a}: ${found.source || "värdet kunde inte hämtas"}`;
        dom.setAttribute("aria-label", `Levande siffra ${dom.textContent}. ${dom.title}`);
      });
      return { dom, ignoreMutation: () => true };
    };
  },
});

export const Footnote = chip("footnote", "note", NOTE, (attrs) => `((fotnot: ${attrs.a}))`).extend({
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const dom = document.createElement("span");
      dom.className = "chip chip--note";
      dom.textContent = "fotnot";
      dom.title = node.attrs.a;
      dom.setAttribute("aria-label", `Fotnot: ${node.attrs.a}`);
      dom.addEventListener("dblclick", async () => {
        const attrs = await ask(editor, { a: { title: "Fotnot", format: "textarea" } }, "Ändra fotnoten", node.attrs);
        if (attrs && attrs.a.trim()) editor.chain().setNodeSelection(getPos()).updateAttributes("footnote", { a: plain(attrs.a) }).run();
      });
      return { dom, ignoreMutation: () => true };
    };
  },
  addMenuItems: button("footnote", "Fotnot", "Lägg till en fotnot", async (editor) => {
    const attrs = await ask(editor, { a: { title: "Fotnotens text", format: "textarea" } }, "Ny fotnot", {});
    if (attrs && attrs.a.trim()) editor.chain().focus().insertContent({ type: "footnote", attrs: { a: plain(attrs.a) } }).run();
  }),
});

export const OwnNumber = chip("ownNumber", "own", OWN, (attrs) => `((eget tal: ${attrs.a}; källa: ${attrs.b}))`).extend({
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement("span");
      dom.className = "chip chip--own";
      dom.textContent = node.attrs.a;
      dom.title = `Eget tal. Källa: ${node.attrs.b}`;
      dom.setAttribute("aria-label", `${node.attrs.a}. ${dom.title}`);
      return { dom, ignoreMutation: () => true };
    };
  },
  addMenuItems: button("ownNumber", "Eget tal", "Ett tal som inget register har, med sin källa", async (editor) => {
    const fields = { a: { title: "Talet, till exempel 12 procent", required: true }, b: { title: "Källan, till exempel SCB 2023", required: true } };
    const attrs = await ask(editor, fields, "Ett tal som inget register har", {});
    if (attrs && attrs.a.trim() && attrs.b.trim()) {
      editor.chain().focus().insertContent({ type: "ownNumber", attrs: { a: plain(attrs.a), b: plain(attrs.b) } }).run();
    }
  }),
});

const plain = (text) => text.replace(/[<>();{}]/g, " ").replace(/\s+/g, " ").trim();
