import { href, paths } from "#app/paths.ts";
import { searchText } from "#app/text/search.ts";
import { Button } from "./button.tsx";
import { controlLook } from "./form-parts.tsx";

/** The search box: one line and its button, to the page with what is found. */
export function SearchBar({ value = "" }: { value?: string }) {
  return (
    <form className="search" role="search" action={href(paths.search)}>
      <label className="vh" htmlFor="q">
        {searchText.label}
      </label>
      <input className={controlLook.textbox()} type="search" id="q" name="q" defaultValue={value} maxLength={100} placeholder={searchText.placeholder} />
      <Button>{searchText.button}</Button>
    </form>
  );
}
