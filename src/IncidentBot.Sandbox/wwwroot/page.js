// The few things that can't wait for a response of the server, or that only the browser can do; the components do everything else.
"use strict";

// Enter submits and clears the field at once, because the next letter belongs to the next message. Esc closes what is in front.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const modal = [...document.querySelectorAll(".overlay")].pop();
    const menu = modal ? null : document.querySelector("[data-escape=menu]");
    (menu ?? [...(modal ?? document).querySelectorAll("[data-escape]")].pop())?.click();
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.matches("[data-enter]")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

document.addEventListener("submit", (event) => {
  event.target.querySelectorAll("[data-empties]").forEach((field) => { field.value = ""; });
});

// The field or button that had the focus before a modal opened gets it back.
let before = null;
document.addEventListener("focusout", (event) => { if (!event.target.closest(".overlay")) before = event.target; });
new MutationObserver(() => {
  if (before && document.activeElement === document.body && !document.querySelector(".overlay")) {
    (before.isConnected ? before : document.querySelector(".composer textarea"))?.focus();
    before = null;
  }
}).observe(document.getElementById("page"), { childList: true, subtree: true });

window.sandbox = {
  // Back and Forward stay in the page; registered first, so that the framework does not load it again.
  onBack: (page) => { window.sandbox.page = page; },
  // A link to a message shows it, once it is drawn.
  jump: (ts) => {
    const message = [...document.querySelectorAll(`[data-ts="${CSS.escape(ts)}"]`)].pop();
    message?.scrollIntoView({ block: "center" });
    message?.animate([{ background: "#dcecef" }, { background: "transparent" }], 2500);
  },
};
window.addEventListener("popstate", (event) => {
  event.stopImmediatePropagation();
  window.sandbox.page?.invokeMethodAsync("Return", location.search);
}, true);

// After a restart the sandbox has a new workspace, so the page reloads.
document.getElementById("components-reconnect-modal").addEventListener("components-reconnect-state-changed", (event) => {
  if (["rejected", "resume-failed"].includes(event.detail.state)) location.reload();
});

Blazor.start({ circuit: { reconnectionOptions: { maxRetries: Number.MAX_SAFE_INTEGER, retryIntervalMilliseconds: 1000 } } });
