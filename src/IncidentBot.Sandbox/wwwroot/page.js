// What cannot wait for an answer of the server. Everything else is the components'.
"use strict";

// Enter sends and empties the field at once: the next letter belongs to the next message.
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

// When the sandbox was away: the workspace of a new one is another one, so the page is opened anew.
document.getElementById("components-reconnect-modal").addEventListener("components-reconnect-state-changed", (event) => {
  if (["rejected", "resume-failed"].includes(event.detail.state)) location.reload();
});

Blazor.start({ circuit: { reconnectionOptions: { maxRetries: Number.MAX_SAFE_INTEGER, retryIntervalMilliseconds: 1000 } } });
