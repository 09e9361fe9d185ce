// The install step alone, for CI.
import { ensureInstalled } from "./install.mjs";

ensureInstalled();
