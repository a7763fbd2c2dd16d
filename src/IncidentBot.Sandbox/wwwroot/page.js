// The few things that can't wait for a response of the server; the components do everything else.
"use strict";

// Enter submits and clears the field at once, because the next letter belongs to the next message.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    [...document.querySelectorAll("[data-escape]")].pop()?.click();
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.matches("[data-enter]")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

document.addEventListener("submit", (event) => {
  event.target.querySelectorAll("[data-empties]").forEach((field) => { field.value = ""; });
});

// After a restart the sandbox has a new workspace, so the page reloads.
document.getElementById("components-reconnect-modal").addEventListener("components-reconnect-state-changed", (event) => {
  if (["rejected", "resume-failed"].includes(event.detail.state)) location.reload();
});

Blazor.start({ circuit: { reconnectionOptions: { maxRetries: Number.MAX_SAFE_INTEGER, retryIntervalMilliseconds: 1000 } } });
