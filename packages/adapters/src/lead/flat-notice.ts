import type { Notice } from "@leadrelay/contracts/notice";

/** A notice all on one level: `change_from`, `destination_name`; its type and version stand elsewhere. */
export function flatNotice(notice: Notice): Record<string, unknown> {
  const { v: _, type: __, ...told } = notice;
  return Object.fromEntries(flattened("", told));
}

const flattened = (prefix: string, value: object): [string, unknown][] =>
  Object.entries(value).flatMap(([name, inner]: [string, unknown]): [string, unknown][] =>
    typeof inner === "object" && inner !== null
      ? flattened(`${prefix}${name}_`, inner)
      : [[`${prefix}${name}`, inner]],
  );
