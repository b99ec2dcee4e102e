// The text of a field as it will look, below the field while somebody types.
// @ts-check
(() => {
  const PREVIEW_AFTER = 500;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { preview = "" } = script.dataset;
  const form = document.getElementById(script.dataset["form"] ?? "");
  if (form === null) return;

  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  const previews = new Map();
  /** @param {HTMLTextAreaElement} field */
  function planPreview(field) {
    const box = document.querySelector(`[data-preview="${field.name}"]`);
    if (!(box instanceof HTMLElement)) return;
    clearTimeout(previews.get(field.name));
    previews.set(
      field.name,
      setTimeout(async () => {
        const text = field.value;
        const answer = text.trim() === "" ? null : await fetch(preview, { method: "POST", body: new URLSearchParams({ text }), redirect: "manual" }).catch(() => null);
        // Somebody who types on gets the preview of the newer text.
        if (text !== field.value) return;
        const { html } = answer?.ok ? await answer.json() : { html: "" };
        box.hidden = html === "";
        const prose = box.querySelector(".prose");
        if (prose !== null && html !== "") prose.innerHTML = html;
      }, PREVIEW_AFTER),
    );
  }

  for (const moment of ["input", "focusin"]) {
    form.addEventListener(moment, ({ target }) => {
      if (target instanceof HTMLTextAreaElement) planPreview(target);
    });
  }
})();
