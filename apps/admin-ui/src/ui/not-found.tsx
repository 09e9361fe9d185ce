import { Link } from "@tanstack/react-router";
import { buttonClass } from "./button.tsx";
import { Empty } from "./notices.tsx";
import { shared } from "../texts/shared.ts";

/** Where an address leads nowhere. */
export const NotFound = () => (
  <Empty title={shared.page.missing}>
    <p>{shared.page.missingWhy}</p>
    <Link to="/" className={buttonClass()}>
      {shared.home}
    </Link>
  </Empty>
);
