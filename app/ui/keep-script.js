// Keeps what somebody types in a form, every few seconds and when the page goes; what cannot be sent stays in the browser. Without it the buttons do the same.
// @ts-check
(() => {
  const SAVE_AFTER = 3_000;
  const RETRY_AFTER = 8_000;
  const MOST_IN_BEACON = 60_000;

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { draft = "", person = "" } = script.dataset;
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById(script.dataset["form"] ?? ""));
  const state = document.getElementById("concept-stand");
  const offer = document.getElementById("lokale-tekst");
  const others = document.getElementById("andere-tekst");
  /** @type {Record<"saving" | "saved" | "lost" | "signedOut" | "restored", string>} */
  const texts = JSON.parse(script.dataset["texts"] ?? "{}");
  if (form === null || state === null) return;

  const key = `ggi-concept:${person}:${draft}`;
  let isDirty = false;
  let isLeaving = false;
  let isBusy = false;
  /** somebody else kept another text: only a button goes on from there */
  let isRefused = false;
  let leaving = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const typed = () => new URLSearchParams([...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" && name !== "stap" ? [[name, value]] : [])));
  /** @param {string} sentence */
  const say = (sentence) => void (state.textContent = sentence);

  /** @param {URLSearchParams} text */
  function keepHere(text) {
    try {
      localStorage.setItem(key, text.toString());
    } catch {
      // A browser that keeps nothing: the text is still in the form.
    }
  }
  function keptHere() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  function forgetHere() {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  }

  /** @param {number} wait */
  function plan(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  async function save() {
    if (!isDirty || isLeaving || isBusy || isRefused) return;
    const text = typed();
    isBusy = true;
    isDirty = false;
    say(texts.saving);
    try {
      const answer = await fetch(draft, { method: "POST", body: text, redirect: "manual", signal: leaving.signal });
      if (answer.type === "opaqueredirect") failed(text, texts.signedOut);
      else if (answer.ok || answer.status === 409) {
        const { at, sentence, revision, theirs } = await answer.json();
        if (sentence === null) forgetHere();
        else keepHere(text);
        if (revision !== undefined) setRevision(String(revision));
        if (typeof theirs === "string") showOthers(theirs);
        say(sentence ?? texts.saved + at);
      } else failed(text, texts.lost);
    } catch {
      failed(text, texts.lost);
    }
    isBusy = false;
    if (isDirty) plan(RETRY_AFTER);
  }

  /** Where the next message starts from. @param {string} revision */
  function setRevision(revision) {
    const field = form?.elements.namedItem("revision");
    if (field instanceof HTMLInputElement) field.value = revision;
  }

  /** @param {string} theirs */
  function showOthers(theirs) {
    isRefused = true;
    const text = others?.querySelector("pre");
    if (!others || !text) return;
    text.textContent = theirs;
    others.hidden = false;
  }

  /**
   * @param {URLSearchParams} text
   * @param {string} sentence
   */
  function failed(text, sentence) {
    isDirty = true;
    if (!isLeaving) keepHere(text);
    say(sentence);
  }

  /** @param {string} kept */
  function fill(kept) {
    const values = new URLSearchParams(kept);
    for (const field of form?.elements ?? []) {
      if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = values.getAll(field.name).includes(field.value);
      else if (field instanceof HTMLInputElement && field.type === "radio") field.checked = values.get(field.name) === field.value;
      else if ((field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) && values.has(field.name)) field.value = values.get(field.name) ?? "";
    }
  }

  form.addEventListener("input", () => {
    if (!isDirty) plan(SAVE_AFTER);
    isDirty = true;
  });
  form.addEventListener("submit", (event) => {
    // Without a connection the page would be gone, and the text with it.
    if (!navigator.onLine) {
      event.preventDefault();
      isDirty = true;
      keepHere(typed());
      return say(texts.lost);
    }
    isLeaving = true;
    leaving.abort();
  });
  addEventListener("online", () => isDirty && plan(0));
  addEventListener("pageshow", () => {
    isLeaving = false;
    leaving = new AbortController();
  });
  addEventListener("pagehide", () => {
    if ((!isDirty && !isBusy) || isLeaving) return;
    const text = typed();
    const isSent = !isRefused && navigator.onLine && text.toString().length < MOST_IN_BEACON && navigator.sendBeacon(draft, text);
    if (!isSent) keepHere(text);
  });

  // After a button the form holds text that nobody kept yet.
  if (script.dataset["unsaved"] !== undefined) {
    isDirty = true;
    plan(SAVE_AFTER);
  }

  const kept = keptHere();
  if (kept !== null && offer !== null) {
    if (kept === typed().toString()) return forgetHere();
    offer.hidden = false;
    offer.addEventListener("click", ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      offer.hidden = true;
      if (target.value !== "terug") return forgetHere();
      fill(kept);
      isDirty = true;
      say(texts.restored);
      plan(SAVE_AFTER);
    });
  }
})();
