// Under the title of a new proposal: what looks like it, while one types. The page works as well without this.
const title = document.querySelector("[data-similar] input, input[data-similar]") ?? document.getElementById("title");
const place = document.getElementById("lijkt-op-titel");

if (title instanceof HTMLInputElement && place) {
  const address = place.dataset["address"] ?? "";
  let waiting = 0;
  let asked = 0;

  /** @param {{ address: string, label: string, about: string }[]} similar */
  const show = (similar) => {
    const list = place.querySelector("ul");
    if (!list) return;
    list.replaceChildren(
      ...similar.map(({ address: to, label, about }) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = to;
        link.textContent = label;
        item.append(link, ` (${about})`);
        return item;
      }),
    );
    place.hidden = similar.length === 0;
  };

  const ask = async () => {
    const mine = ++asked;
    const typed = title.value.trim();
    if (typed.length < 5) return show([]);
    const answer = await fetch(`${address}?titel=${encodeURIComponent(typed)}`, { headers: { accept: "application/json" } }).catch(() => null);
    // An answer that comes after a newer question is about a title that is gone.
    if (answer?.ok && mine === asked && answer.headers.get("content-type")?.includes("json")) show(await answer.json());
  };

  title.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(), 400);
  });
}
