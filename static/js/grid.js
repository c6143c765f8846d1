/* The grid of outcomes: from cell to cell by the keyboard, a block from Excel, saved row by row.
   Without this the whole form is sent and answered in the same way. */
"use strict";

const SAVING_PAUSE = 150;
const waiting = new Set();
let isSaving = false;

const cellsOf = (line) => [...line.querySelectorAll(".grid-cell")];
const inColumn = (line, column) => line?.querySelector(`.grid-cell[data-column="${column}"]`);
const linesOf = (form) => [...form.querySelectorAll("tr")].filter((line) => line.querySelector(".grid-cell"));
const textsOf = (row) => JSON.stringify([...row.querySelectorAll("[name]")].filter((field) => !field.name.endsWith("-version")).map((field) => (field.type === "checkbox" ? field.checked : field.value)));
const isNew = (row) => textsOf(row) !== row.dataset.stored;

function remember(form) {
  for (const row of form.querySelectorAll("[data-row]")) row.dataset.stored ??= textsOf(row);
}

function say(row, text, isWrong) {
  const said = row.querySelector("[data-said]");
  said.replaceChildren(text ? element("strong", isWrong ? "error" : "", text) : "");
}

function tell(form, text) {
  form.querySelector("[data-grid-status]").textContent = text;
}

/* The answer is the row as it now stands; what has been typed meanwhile is not written over. */
function take(row, html, sent) {
  const table = document.createElement("table");
  table.innerHTML = html;
  const fresh = table.tBodies[0];
  if (textsOf(row) !== sent) {
    const version = (of) => of.querySelector("[name$='-version']");
    if (version(row) && version(fresh)) version(row).value = version(fresh).value;
    return row;
  }
  const focused = row.contains(document.activeElement) ? document.activeElement.id : "";
  row.replaceWith(fresh);
  if (focused) document.getElementById(focused)?.focus();
  return fresh;
}

async function send(form, row) {
  const body = new URLSearchParams({ rad: row.dataset.row });
  for (const field of row.querySelectorAll("[name]")) {
    if (field.type !== "checkbox" || field.checked) body.append(field.name, field.value);
  }
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  return fetch(form.action, { method: "POST", body, redirect: "manual" });
}

async function saveRow(form, row) {
  const sent = textsOf(row);
  say(row, "Sparar…", false);
  let answer = await send(form, row);
  if (answer.status === 403 && !(await hindrance())) answer = await send(form, row);
  if (answer.type === "opaqueredirect" || answer.status === 403) return say(row, `Inte sparat. ${SIGNED_OUT.title}.`, true);
  if (![200, 409, 422].includes(answer.status)) return say(row, "Inte sparat. Försök igen om en stund.", true);
  const name = row.querySelector("th a").textContent.split(" ")[0];
  const fresh = take(row, await answer.text(), sent);
  /* A row that was refused is sent again when something in it has changed. */
  fresh.dataset.stored = fresh === row ? sent : textsOf(fresh);
  fresh.toggleAttribute("data-refused", !answer.ok);
  tell(form, `${name}: ${answer.ok ? "sparat" : "inte sparat"}`);
}

/* One row after another, so that a pasted block does not meet itself. */
async function saveWaiting(form) {
  if (isSaving) return;
  isSaving = true;
  for (const key of waiting) {
    waiting.delete(key);
    const row = document.getElementById(key);
    if (!row || !isNew(row)) continue;
    await saveRow(form, row).catch(() => say(row, `Inte sparat. ${OFFLINE.title}.`, true));
  }
  isSaving = false;
  if (waiting.size) return saveWaiting(form);
  if (![...form.querySelectorAll("[data-row]")].some((row) => isNew(row) || row.matches("[data-refused]"))) unsent.delete(form);
}

function leave(form, row) {
  if (!row || !isNew(row)) return;
  waiting.add(row.id);
  setTimeout(() => saveWaiting(form), SAVING_PAUSE);
}

function move(form, cell, step) {
  const lines = linesOf(form);
  const next = lines[lines.indexOf(cell.closest("tr")) + step];
  if (!next) return leave(form, cell.closest("[data-row]"));
  const target = inColumn(next, cell.dataset.column) || cellsOf(next)[0];
  target.focus();
  target.select();
}

/* A block from a spreadsheet fills cells to the right and below. */
function paste(form, cell, text) {
  const block = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
  const lines = linesOf(form);
  const first = lines.indexOf(cell.closest("tr"));
  const place = Number(cell.dataset.column);
  let filled = 0;
  let given = 0;
  block.forEach((values, down) => values.forEach((value, right) => {
    const target = inColumn(lines[first + down], place + right);
    given += value.trim() || target ? 1 : 0;
    if (!target) return;
    target.value = value.trim();
    filled += 1;
  }));
  tell(form, filled < given ? `${filled} av ${given} värden fick plats.` : `${filled} värden är inklistrade.`);
  unsent.add(form);
  for (const row of form.querySelectorAll("[data-row]")) leave(form, row);
}

function runGrid(form) {
  remember(form);
  form.querySelectorAll("[data-grid-help]").forEach((help) => { help.hidden = false; });
  form.addEventListener("keydown", (event) => {
    const cell = event.target.closest(".grid-cell");
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!cell || !step || event.isComposing) return;
    event.preventDefault();
    move(form, cell, step);
  });
  form.addEventListener("paste", (event) => {
    const cell = event.target.closest(".grid-cell");
    const text = event.clipboardData.getData("text/plain");
    if (!cell || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    paste(form, cell, text);
  });
  form.addEventListener("focusout", (event) => {
    const row = event.target.closest("[data-row]");
    if (row && !row.contains(event.relatedTarget)) leave(form, row);
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("[name$='-confirmed']")) leave(form, event.target.closest("[data-row]"));
  });
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("form[data-grid]").forEach(runGrid);
});
