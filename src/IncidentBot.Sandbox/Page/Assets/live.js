// The browser's half of Page/Live: shows what the server draws, sends what the person does.
"use strict";

const page = document.getElementById("page");
const socket = new WebSocket(`${location.origin.replace("http", "ws")}/page/live${location.search}`);
const sentBy = new WeakMap();
let number = 0;
let seen = 0;
let drawn = "";

// --- drawing: the new HTML is laid over the old, elements that stay keep their focus, scroll position and typed text

socket.onmessage = (message) => {
  const drawing = JSON.parse(message.data);
  seen = drawing.seen;
  drawn = drawing.html ?? drawn;
  const template = document.createElement("template");
  template.innerHTML = drawn;
  layChildren(page, template.content);
  page.querySelectorAll("input, textarea, select").forEach(setValue);
  const address = page.querySelector("[data-address]")?.dataset.address;
  if (address && location.search !== address) history.replaceState(null, "", address);
  socket.send(JSON.stringify({ shown: true }));
};

function layChildren(old, fresh) {
  const keyed = new Map();
  for (const child of old.children) {
    if (child.dataset.key) keyed.set(child.dataset.key, child);
  }

  let at = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const key = wanted.dataset?.key;
    const match = key ? keyed.get(key) : at && !at.dataset?.key && isAlike(at, wanted) ? at : null;
    if (!match || !isAlike(match, wanted)) {
      old.insertBefore(wanted, at);
      arrive(wanted);
      continue;
    }

    if (match === at) at = at.nextSibling;
    else old.insertBefore(match, at);
    lay(match, wanted);
  }

  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function isAlike(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.type ?? "") === (b.type ?? "");
}

function lay(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }

  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  if (old.nodeName !== "TEXTAREA") layChildren(old, fresh);
}

// Fields without a value attribute belong to the browser; so do those whose newest text the server has not seen yet.
function setValue(field) {
  if ((sentBy.get(field) ?? 0) > seen) return;
  if (field.type === "checkbox" || field.type === "radio") {
    field.checked = field.hasAttribute("checked");
  } else if (field.matches("input[value]:not([type=file]), textarea[value], select[value]")) {
    const value = field.getAttribute("value");
    if (field.value !== value) field.value = value;
  }
}

function arrive(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const focus = node.matches("[data-focus]") ? node : node.querySelector("[data-focus]");
  focus?.focus();
}

// --- acting: the nearest element that listens gets the event

function send(event, more = {}) {
  const target = event.target.closest?.(`[data-on${event.type}]`);
  if (!target || socket.readyState !== WebSocket.OPEN) return false;
  number += 1;
  if ("value" in event.target) sentBy.set(event.target, number);
  const handler = Number(target.getAttribute(`data-on${event.type}`));
  socket.send(JSON.stringify({ number, handler, type: event.type, ...more }));
  return true;
}

document.addEventListener("click", (event) => {
  const handled = send(event);
  if (handled && event.target.closest("a, button, summary")?.matches("[data-onclick]:not([data-follow])")) event.preventDefault();
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event);
  event.target.querySelectorAll("[data-empties]").forEach((field) => { field.value = ""; });
});

document.addEventListener("input", (event) => send(event, { value: event.target.value }));

document.addEventListener("change", async (event) => {
  const field = event.target;
  const isBox = field.type === "checkbox" || field.type === "radio";
  if (field.type !== "file") {
    send(event, { value: field.value, checked: isBox ? field.checked : undefined });
  } else {
    send(event, { files: await Promise.all([...field.files].map(read)) });
    field.value = "";
  }
});

async function read(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return { name: file.name, content: btoa(text) };
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    [...document.querySelectorAll("[data-escape]")].pop()?.click();
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.matches("[data-enter]")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  } else {
    send(event, { key: event.key });
  }
});

// --- the server went away: come back with it

socket.onclose = async () => {
  document.getElementById("offline").hidden = false;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const answer = await fetch("/").catch(() => null);
    if (answer?.ok) location.reload();
  }
};
