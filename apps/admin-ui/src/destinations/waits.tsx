import { Link } from "@tanstack/react-router";
import { destinations as texts } from "../texts/destinations.ts";
import type { PartProps } from "./parts.ts";

const most = 1_000;
const names = ["dead", "held", "pending", "unconfirmed"] as const;

/** What has not arrived, each a link to what it counts. */
export function Waits({ destination: { id, waits } }: Pick<PartProps, "destination">) {
  const shown = names.filter((name) => waits[name] > 0);
  if (shown.length === 0) return <p className="text-good">{texts.nothingWaits}</p>;
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {shown.map((name) => {
        const said = (
          <>
            <span className={`font-semibold ${name === "dead" ? "text-bad" : ""}`}>
              {waits[name] >= most ? `${most}+` : waits[name]}
            </span>{" "}
            {texts.waits[name]}
          </>
        );
        return (
          <li key={name}>
            {name === "unconfirmed" ? (
              <Link
                to="/leads"
                search={({ client }) => ({ client, stands: "unconfirmed" as const })}
                className="hover:underline"
              >
                {said}
              </Link>
            ) : (
              <Link
                to="/deliveries"
                search={({ client }) => ({ client, destination: id, status: name })}
                className="hover:underline"
              >
                {said}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
