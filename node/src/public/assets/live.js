// Brings in what has become public while a page is open. Without this script the page is complete as it stands.
const changes = new EventSource("/public/events");
let running = false;
let again = false;

changes.addEventListener("changed", refresh);
// After a break something may have been missed.
changes.addEventListener("open", () => {
  if (changes.opened) refresh();
  changes.opened = true;
});

async function refresh() {
  again = running;
  if (running) return;
  running = true;
  try {
    const answer = await fetch(location.pathname, { cache: "no-cache" });
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // The line is down: EventSource tries again by itself, and its opening brings in what was missed.
  }
  running = false;
  if (again) refresh();
}

/** Puts the new content in place of the old; forms stay the elements that they are, with what was typed and the focus. */
function show(page) {
  document.title = page.title;
  document.querySelector(".mast")?.replaceWith(page.querySelector(".mast"));
  const [held, fresh] = [document.querySelector("main"), page.querySelector("main")];
  if (held.innerHTML === fresh.innerHTML) return;
  const focused = document.activeElement;
  const selection = focused?.selectionStart === undefined ? null : [focused.selectionStart, focused.selectionEnd];
  for (const form of held.querySelectorAll("form")) {
    fresh.querySelector(`form[action="${form.getAttribute("action")}"]`)?.replaceWith(form);
  }
  held.replaceWith(fresh);
  if (focused?.isConnected && focused !== document.activeElement) focused.focus({ preventScroll: true });
  // Only text fields have a selection; an address field answers null.
  if (selection?.[0] !== null && selection?.[0] !== undefined) focused.setSelectionRange(...selection);
}
