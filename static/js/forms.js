/* Long forms: what is typed is not lost, and a report is saved while it is written. */
"use strict";

const OLD_PAGE = 5 * 60 * 1000;
const WRITING_PAUSE = 2000;
const OFFLINE = {
  title: "Ingen kontakt med servern",
  text: "Det du skrev finns kvar på den här sidan. Kontrollera uppkopplingen och försök igen.",
};
const SIGNED_OUT = {
  title: "Du har blivit utloggad",
  text: "Det du skrev finns kvar på den här sidan. Logga in i en ny flik och kom sedan tillbaka hit.",
  signIn: true,
  retry: "Jag har loggat in: skicka nu",
};
/* When the server last said who is signed in. */
let known = Date.now();
/* Forms with something in them that is neither sent nor saved. */
const unsent = new Set();

async function signedIn() {
  const answer = await fetch("/inloggad/", { headers: { Accept: "application/json" }, redirect: "manual" });
  return answer.ok ? answer.json() : null;
}

/* A sign-in in another tab has given everybody's forms a new token. */
function renewToken(token) {
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
  document.body.dataset.hxHeaders = JSON.stringify({ "X-CSRFToken": token });
  known = Date.now();
}

/* What keeps a form from being received, or nothing. */
async function hindrance() {
  try {
    const found = await signedIn();
    if (!found) return SIGNED_OUT;
    if (String(found.person) !== document.body.dataset.person) {
      const text = `${found.name} är inloggad nu. Logga in som den som skrev texten, så kan den skickas.`;
      return { title: "Någon annan är inloggad", text };
    }
    renewToken(found.token);
    return null;
  } catch {
    return OFFLINE;
  }
}

function hindranceDialog(problem, again) {
  const dialog = element("dialog", "dialog", "");
  const heading = element("h2", "", problem.title);
  heading.id = "hindrance-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  const buttons = element("div", "buttons", "");
  const close = element("button", "button", "Stäng");
  const retry = element("button", "button button--primary", problem.retry || "Försök igen");
  close.type = retry.type = "button";
  buttons.append(close);
  if (problem.signIn) {
    const link = element("a", "button", "Logga in (ny flik)");
    link.href = "/logga-in/?next=/inloggad/";
    link.target = "_blank";
    link.rel = "noopener";
    buttons.append(link);
  }
  buttons.append(retry);
  dialog.append(heading, element("p", "", problem.text), buttons);
  close.addEventListener("click", () => dialog.close());
  retry.addEventListener("click", () => dialog.close("again"));
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.returnValue === "again") again();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/* Asks first who is signed in, so that what was typed never leaves the page in vain. */
async function sendWhenKnown(form, sender) {
  const problem = await hindrance();
  if (problem) hindranceDialog(problem, () => sendWhenKnown(form, sender));
  else form.requestSubmit(sender);
}

/* A form with data-guard asks before typed text is left behind. */
function guardForms() {
  for (const form of document.querySelectorAll("form[data-guard]")) {
    if (form.querySelector("[data-error-summary]") || form.matches("[data-unsent]")) unsent.add(form);
    form.addEventListener("input", () => unsent.add(form));
    form.addEventListener("saved", () => unsent.delete(form));
    form.addEventListener("submit", (event) => {
      if (!document.body.dataset.person || Date.now() - known < OLD_PAGE) return unsent.delete(form);
      event.preventDefault();
      sendWhenKnown(form, event.submitter);
    });
  }
  window.addEventListener("beforeunload", (event) => {
    if (unsent.size) event.preventDefault();
  });
}

async function saveDraft(form) {
  const headers = { Accept: "application/json" };
  const send = () => fetch(form.dataset.draft, {
    method: "POST", body: new URLSearchParams(new FormData(form)), headers, redirect: "manual",
  });
  let answer = await send();
  if (answer.status === 403 && !(await hindrance())) answer = await send();
  if (answer.type === "opaqueredirect" || answer.status === 403) return SIGNED_OUT.title + ". Det senaste är inte sparat.";
  if (answer.ok) {
    known = Date.now();
    unsent.delete(form);
  }
  return (await answer.json()).said;
}

/* A form with data-draft is saved while it is written. */
function keepDrafts() {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const said = form.querySelector("[data-saved]");
    let timer = 0;
    const save = () => saveDraft(form).catch(() => OFFLINE.title + ". Det senaste är inte sparat.");
    form.addEventListener("input", () => {
      clearTimeout(timer);
      if (!form.elements.description.value.trim()) return;
      timer = setTimeout(async () => { said.textContent = await save(); }, WRITING_PAUSE);
    });
    form.addEventListener("submit", () => clearTimeout(timer));
  }
}

/* What is perhaps no deviation: the way to where it belongs comes up beside the words. */
function showWays() {
  for (const list of document.querySelectorAll("[data-triage]")) {
    const text = list.closest("form").elements.description;
    const ways = [...list.children].map((way) => {
      const words = way.dataset.words.split("|").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      return [way, new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.join("|")})`, "iu")];
    });
    const show = () => ways.forEach(([way, words]) => { way.hidden = !words.test(text.value); });
    text.addEventListener("input", show);
    show();
  }
}

document.addEventListener("DOMContentLoaded", () => {
  guardForms();
  keepDrafts();
  showWays();
});
