/* Small helps on top of pages that work without them. */
"use strict";

function focusErrorSummary() {
  const summary = document.querySelector("[data-error-summary]:not([data-sample] *)");
  if (summary) document.title = "Fel: " + document.title;
  (summary || document.querySelector("[data-focus]"))?.focus();
}

function element(tag, className, text) {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

function confirmDialog(form) {
  const dialog = element("dialog", "dialog", "");
  const heading = element("h2", "", form.dataset.confirmTitle || "Är du säker?");
  heading.id = "confirm-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  const no = element("button", "button", "Avbryt");
  const yes = element("button", "button button--danger", form.dataset.confirmButton || "Ja");
  no.type = yes.type = "button";
  const buttons = element("div", "buttons", "");
  buttons.append(no, yes);
  dialog.append(heading, element("p", "", form.dataset.confirm), buttons);
  no.addEventListener("click", () => dialog.close());
  yes.addEventListener("click", () => dialog.close("yes"));
  document.body.append(dialog);
  return dialog;
}

/* A form with data-confirm asks in a dialog of its own before it is sent. */
function confirmForms() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.confirm || form.dataset.confirmed) return;
    event.preventDefault();
    event.stopPropagation();
    const sender = event.submitter;
    const dialog = confirmDialog(form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (dialog.returnValue !== "yes") return;
      form.dataset.confirmed = "yes";
      form.requestSubmit(sender);
    });
    dialog.showModal();
  }, true);
}

function closeMenus() {
  const closeOthers = (target) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(target)) menu.open = false;
    }
  };
  document.addEventListener("click", (event) => closeOthers(event.target));
  document.addEventListener("focusin", (event) => closeOthers(event.target));
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

/* A table or chart that scrolls sideways must be reachable by the keyboard; one that fits must not stop it. */
function scrollableTables() {
  const mark = (wrap) => {
    const scrolls = wrap.scrollWidth > wrap.clientWidth && getComputedStyle(wrap).overflowX === "auto";
    wrap.toggleAttribute("data-scrolls", scrolls);
    if (!scrolls) return wrap.removeAttribute("tabindex");
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "group");
    const caption = wrap.querySelector("caption") || wrap.closest("figure")?.querySelector("figcaption");
    wrap.setAttribute("aria-label", caption?.textContent.trim() || "Tabell");
  };
  const observer = new ResizeObserver((entries) => entries.forEach((entry) => mark(entry.target)));
  document.querySelectorAll(".table-wrap, .exhibit, .chart__scroll").forEach((wrap) => observer.observe(wrap));
}

/* The rich text editor hides its text area: what names and describes that must lead to the editor. */
function nameEditor(event) {
  const { editor, textarea } = event.detail;
  const attributes = { id: `${textarea.id}_editor`, "aria-multiline": "true" };
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (textarea.hasAttribute(name)) attributes[name] = textarea.getAttribute(name);
  }
  const [label] = textarea.labels;
  if (label) {
    label.id ||= `${textarea.id}_label`;
    attributes["aria-labelledby"] = label.id;
    label.addEventListener("click", () => editor.commands.focus());
  }
  editor.setOptions({ editorProps: { attributes } });
  for (const link of document.querySelectorAll(`a[href="#${textarea.id}"]`)) {
    link.hash = attributes.id;
  }
}

/* The live figures beside the editor: found by a word, and put where the cursor is. */
function searchFigures(picker) {
  const search = picker.querySelector("input[type=search]");
  const groups = [...picker.querySelectorAll("details")];
  search.parentElement.hidden = false;
  search.addEventListener("input", () => {
    const word = search.value.trim().toLowerCase();
    for (const group of groups) {
      const rows = [...group.querySelectorAll("dl > div")];
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(word);
      group.hidden = rows.every((row) => row.hidden);
      group.open = word ? !group.hidden : group === groups[0];
    }
    const none = groups.every((group) => group.hidden);
    picker.querySelector("[role=status]").textContent = none ? "Ingen siffra stämmer med sökningen." : "";
  });
}

/* A chip where the editor knows chips, else the words. */
function asFigure(editor, words) {
  if (!editor.schema.nodes.liveFigure || !words.startsWith("{{")) return words;
  const a = words.replace(/^\{\{\s*|\s*\}\}$/g, "");
  return [{ type: "liveFigure", attrs: { a } }, { type: "text", text: " " }];
}

/* The editor and the list come in either order. */
function insertFigures() {
  let editor = null;
  const offer = () => {
    for (const button of document.querySelectorAll("[data-insert]")) button.hidden = !editor;
  };
  document.addEventListener("prose-editor:ready", (event) => {
    editor = event.detail.editor;
    offer();
  });
  document.addEventListener("htmx:load", offer);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    if (button) editor.chain().focus().insertContent(asFigure(editor, button.dataset.insert)).run();
  });
}

/* A value to type elsewhere goes to the clipboard; the button says that it did. */
function copyValues() {
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText.trim());
    document.querySelector("[data-copied]").textContent = `${button.dataset.name} är kopierat.`;
    const said = button.textContent;
    button.textContent = "Kopierat";
    setTimeout(() => { button.textContent = said; }, 2000);
  });
}

/* A page that is meant for paper offers it; without JavaScript the browser's own menu does. */
function printButtons() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

document.addEventListener("prose-editor:ready", nameEditor);
document.addEventListener("htmx:load", ({ target }) => {
  const picker = target.matches("[data-figures]") ? target : target.querySelector("[data-figures]");
  if (picker) searchFigures(picker);
});
insertFigures();
document.addEventListener("DOMContentLoaded", () => {
  focusErrorSummary();
  confirmForms();
  closeMenus();
  scrollableTables();
  copyValues();
  printButtons();
});
