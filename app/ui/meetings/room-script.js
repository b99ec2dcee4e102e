// The room in the browser: the clock runs, a tap is kept at once, and what cannot be sent waits for a connection. Without it every button loads the page.
// @ts-check
(() => {
  const SECOND = 1_000;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const list = /** @type {HTMLFormElement | null} */ (document.getElementById("aanwezigheid-lijst"));
  const said = document.getElementById("aanwezigheid-stand");
  const running = document.querySelector("[data-spent]");
  const { person = "", tap: address = "" } = script.dataset;
  /** @type {Record<"waiting" | "signedOut" | "refused", string>} */
  const texts = JSON.parse(script.dataset["texts"] ?? "{}");

  if (running instanceof HTMLElement) {
    const [start, spent] = [Date.now(), Number(running.dataset["spent"])];
    setInterval(() => {
      const seconds = spent + Math.floor((Date.now() - start) / SECOND);
      running.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }, SECOND);
  }

  if (list === null || said === null) return;
  const key = `ggi-aanwezig:${person}:${address}`;
  /** @type {string[]} */
  let waiting = kept();
  let isSending = false;

  function kept() {
    try {
      return /** @type {string[]} */ (JSON.parse(localStorage.getItem(key) ?? "[]"));
    } catch {
      return [];
    }
  }
  function keep() {
    try {
      if (waiting.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(waiting));
    } catch {
      // A browser that keeps nothing: the taps wait on the page.
    }
  }

  /** @param {string} tap */
  function show(tap) {
    const [who] = tap.split(":");
    for (const button of list?.querySelectorAll("button") ?? []) {
      if (button.value.split(":")[0] === who) button.setAttribute("aria-pressed", String(button.value === tap));
    }
  }

  /** One after the other, so that the last tap about somebody is the last that counts. */
  async function send() {
    if (isSending) return;
    isSending = true;
    for (let tap = waiting[0]; tap !== undefined; tap = waiting[0]) {
      const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ tik: tap }), redirect: "manual" }).catch(() => null);
      if (answer === null || answer.status >= 500 || answer.type === "opaqueredirect") {
        say(answer?.type === "opaqueredirect" ? texts.signedOut : texts.waiting);
        break;
      }
      waiting.shift();
      keep();
      say(answer.ok ? (await answer.json()).sentence : texts.refused);
    }
    isSending = false;
  }

  /** @param {string} sentence */
  function say(sentence) {
    if (said !== null) said.textContent = sentence;
  }

  list.addEventListener("submit", (event) => {
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    waiting = [...waiting.filter((tap) => tap.split(":")[0] !== submitter.value.split(":")[0] || (isSending && tap === waiting[0])), submitter.value];
    keep();
    show(submitter.value);
    void send();
  });
  addEventListener("online", () => void send());
  for (const tap of waiting) show(tap);
  if (waiting.length > 0) void send();
})();
