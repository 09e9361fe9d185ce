import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** A figure that leads to the list it counts. */
export const Tile = ({
  title,
  value,
  to,
  children,
}: {
  title: string;
  value: string;
  to: "/leads" | "/deliveries" | "/dead-letters";
  children: ReactNode;
}) => (
  <Link
    to={to}
    className="bg-surface border-line hover:border-brand grid content-start gap-1 rounded-lg border p-4"
  >
    <span className="text-soft text-xs font-medium">{title}</span>
    <span className="text-2xl font-semibold tabular-nums">{value}</span>
    <span className="text-soft text-xs">{children}</span>
  </Link>
);
