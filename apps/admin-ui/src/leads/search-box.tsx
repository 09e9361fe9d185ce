import { Search, X } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useMay } from "../shell/use-may.ts";
import { leadTexts } from "../texts/leads.ts";
import { searchFor, useSearched } from "./searched.ts";

/** Finds leads by who they are. What is typed stands in no address. */
export function SearchBox() {
  const searched = useSearched();
  const [text, setText] = useState(searched);
  const maySearch = useMay("contacts:read");
  const { search } = leadTexts;
  const find = (event: FormEvent) => {
    event.preventDefault();
    searchFor(text);
  };
  const clear = () => {
    setText("");
    searchFor("");
  };
  return (
    <form onSubmit={find} role="search" aria-label={search.placeholder} className="relative max-sm:w-full">
      <Search aria-hidden className="text-soft pointer-events-none absolute start-2.5 top-2 size-4" />
      <input
        type="search"
        aria-label={search.label}
        title={maySearch ? undefined : search.masked}
        disabled={!maySearch}
        placeholder={search.placeholder}
        maxLength={200}
        value={text}
        onChange={({ target: { value } }) => (value === "" ? clear() : setText(value))}
        className="bg-raised border-line placeholder:text-soft h-8 w-52 rounded-md border ps-8 pe-8 max-sm:w-full max-sm:text-base [&::-webkit-search-cancel-button]:hidden"
      />
      {text === "" ? null : (
        <button
          type="button"
          aria-label={search.clear}
          onClick={clear}
          className="text-soft hover:text-ink absolute end-1 top-1 grid size-6 place-items-center rounded"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </form>
  );
}
