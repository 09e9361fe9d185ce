import { Link } from "@tanstack/react-router";
import { buttonClass } from "./button.tsx";
import { Empty } from "./notices.tsx";

/** Where an address leads nowhere. */
export const NotFound = () => (
  <Empty title="There is no such page">
    <p>The address was cut off, or what it was about is gone.</p>
    <Link to="/" className={buttonClass()}>
      Home
    </Link>
  </Empty>
);
