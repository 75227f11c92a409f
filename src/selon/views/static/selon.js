// Refinements only: every page reads, searches and judges without this file.
"use strict";

// A card and its words light up together.
for (const card of document.querySelectorAll(".card")) {
  const mark = document.getElementById("c-" + card.id.slice(2));
  if (!mark) continue;
  const light = (on) => { mark.classList.toggle("lit", on); card.classList.toggle("lit", on); };
  for (const element of [card, mark]) {
    element.addEventListener("mouseenter", () => light(true));
    element.addEventListener("mouseleave", () => light(false));
    element.addEventListener("focusin", () => light(true));
    element.addEventListener("focusout", () => light(false));
  }
}

// In a folder of files the list of questions is narrowed here; a server does it itself.
const local = document.querySelector("form[data-local]");
if (local) {
  local.hidden = false;
  const items = [...document.querySelectorAll(".questions > li")];
  const none = document.querySelector("[data-none]");
  const has = (words, word) => !word || (words || "").split(" ").includes(word);
  const narrow = () => {
    const f = new FormData(local);
    let shown = 0;
    for (const item of items) {
      const [first, last] = (item.dataset.days || "").split(" ");
      const fits = has(item.dataset.speaker, f.get("speaker")) && has(item.dataset.place, f.get("place")) &&
        has(item.dataset.language, f.get("language")) && (!f.get("conflict") || item.dataset.conflict) &&
        (!f.get("since") || (last && last >= f.get("since"))) && (!f.get("until") || (first && first <= f.get("until")));
      item.hidden = !fits;
      shown += fits;
    }
    none.hidden = shown > 0;
  };
  local.addEventListener("submit", (event) => { event.preventDefault(); narrow(); });
  local.addEventListener("change", narrow);
}

// Two answers can be picked in the table, and the judge's name is kept for the next time.
const judge = document.querySelector("form.judge");
if (judge) {
  const picked = [];
  for (const row of document.querySelectorAll("tr[data-claim]")) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.className = "pick";
    box.setAttribute("aria-label", judge.dataset.pick.replace("#", row.dataset.number));
    box.addEventListener("change", () => {
      const at = picked.indexOf(box);
      if (box.checked) picked.push(box); else if (at >= 0) picked.splice(at, 1);
      while (picked.length > 2) picked.shift().checked = false;
      picked.forEach((each, i) => { judge.elements[i ? "b" : "a"].value = each.closest("tr").dataset.claim; });
    });
    row.cells[0].append(" ", box);
  }
  const who = judge.elements.who;
  try {
    who.value = who.value || localStorage.getItem("selon.who") || "";
    judge.addEventListener("submit", () => localStorage.setItem("selon.who", who.value));
  } catch { /* a browser that keeps nothing */ }
}
