/* A section of a report: saved while it is written, and told of when somebody else writes in it. */
"use strict";

const PAUSE = 1500;
const LOOK = 10000;

function studio(form) {
  const said = form.querySelector("[data-saved]");
  const note = document.querySelector("[data-others]");
  let timer = 0;
  let saving = false;
  let changes = 0;
  let stopped = false;

  const url = form.dataset.studio;
  const headers = { Accept: "application/json" };

  /* Another person's text is shown beside one's own; nothing is saved over it unseen. */
  function showOther(found) {
    stopped = true;
    note.hidden = false;
    note.querySelector("[data-by]").textContent = `${found.by} sparade avsnittet ${found.at}`;
    note.querySelector("[data-body]").innerHTML = found.body;
    note.querySelector("[data-take]").onclick = () => {
      form.elements.version.value = found.version;
      stopped = false;
      note.hidden = true;
      save();
    };
    note.focus();
  }

  async function save() {
    if (saving) return;
    saving = true;
    const sent = changes;
    said.textContent = "Sparar …";
    try {
      const answer = await fetch(url, { method: "POST", body: new URLSearchParams(new FormData(form)), headers, redirect: "manual" });
      if (answer.type === "opaqueredirect" || answer.status === 403) throw new Error();
      const found = await answer.json();
      if (sent === changes || !answer.ok) said.textContent = found.said;
      if (answer.ok) {
        form.elements.version.value = found.version;
        if (form.elements.status.value === "not_started") form.elements.status.value = found.status;
        if (sent === changes) form.dispatchEvent(new CustomEvent("saved"));
      }
      if (answer.status === 409) showOther(found);
    } catch {
      said.textContent = "Inte sparat: ingen kontakt med servern, eller så är du utloggad. Texten står kvar här.";
      setTimeout(save, LOOK);
    }
    saving = false;
    if (sent !== changes && !stopped) timer = setTimeout(save, PAUSE);
  }

  async function look() {
    if (stopped || saving || document.hidden) return;
    const answer = await fetch(`${url}lage/`, { headers }).catch(() => null);
    if (!answer?.ok) return;
    const found = await answer.json();
    if (!saving && found.version > Number(form.elements.version.value)) showOther(found);
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    if (stopped) return;
    changes += 1;
    said.textContent = "Inte sparat än";
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", () => { clearTimeout(timer); stopped = true; });
  setInterval(look, LOOK);
}

document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("form[data-studio]")) studio(form);
});
