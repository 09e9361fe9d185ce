import { login } from "./login/login.ts";
import { logout } from "./logout/logout.ts";
import type { Noun } from "./noun.ts";
import { whoami } from "./whoami/whoami.ts";

/** Every noun, in the order in which help lists them. */
export const nouns: readonly Noun[] = [login, logout, whoami];
