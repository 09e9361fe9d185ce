import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import { personContact, personName } from "../format/person.ts";
import { ruleNames } from "../format/rules.ts";
import { shared } from "../texts/shared.ts";
import { unsent } from "../texts/unsent.ts";
import { Badge } from "../ui/badge.tsx";
import type { Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";
import { Said } from "../ui/said.tsx";

const words = unsent.columns;

/** What the list tells of each. */
export const unsentColumns: readonly Column<Schemas["UnsentSubmission"]>[] = [
  {
    title: words.name,
    cell: (one) => (
      <Link
        to="/not-sent"
        data-opens
        search={(before) => ({ ...before, open: one.id })}
        className="hover:underline"
      >
        {personName(one)}
      </Link>
    ),
  },
  {
    title: words.contact,
    cell: (one) => <span className="text-soft">{personContact(one) ?? shared.none}</span>,
    wide: true,
  },
  {
    title: words.rule,
    cell: ({ rule }) => <Badge look={rule === "quarantined" ? "warn" : "calm"}>{ruleNames[rule]}</Badge>,
  },
  {
    title: words.why,
    cell: ({ explanation }) => (
      <span className="text-soft line-clamp-2">
        <Said text={explanation} />
      </span>
    ),
    wide: true,
    long: true,
  },
  { title: words.at, cell: ({ submitted_at }) => <When at={submitted_at} /> },
];
