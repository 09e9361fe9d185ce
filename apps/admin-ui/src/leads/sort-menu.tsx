import { ArrowDownUp } from "lucide-react";
import { useMay } from "../shell/use-may.ts";
import { leadTexts } from "../texts/leads.ts";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { sortWords, type LeadView } from "./list-search.ts";

/** In which order leads come. By name only for who sees names. */
export function SortMenu({
  sort = "newest",
  isOrdered,
  onChange,
}: {
  sort: LeadView["sort"];
  /** They come in an order of their own. */
  isOrdered: boolean;
  onChange: (sort: LeadView["sort"]) => void;
}) {
  const seesNames = useMay("contacts:read");
  const trigger = (
    <>
      <ArrowDownUp aria-hidden className="size-4" />
      {leadTexts.sorts[sort]}
    </>
  );
  if (isOrdered)
    return (
      <Button why={leadTexts.sortedByItself}>
        <ArrowDownUp aria-hidden className="size-4" />
        {leadTexts.sort}
      </Button>
    );
  return (
    <Menu
      label={`${leadTexts.sort}: ${leadTexts.sorts[sort]}`}
      trigger={trigger}
      items={sortWords
        .filter((word) => word !== "name" || seesNames)
        .map((word) => ({
          key: word,
          title: leadTexts.sorts[word],
          isChosen: word === sort,
          onChoose: () => onChange(word === "newest" ? undefined : word),
        }))}
    />
  );
}
