/** What was done to an operator's account or with it, for whoever reads who did what; all else is told by its own name, as `--action` takes it. */
const words: Readonly<Record<string, string>> = {
  "password.changed": "changed the password",
  "password.reset": "chose a password by a link",
  "password_reset.created": "made a password link",
  "second_factor.prepared": "began to set a second factor up, with backup codes",
  "second_factor.enabled": "switched the second factor on",
  "second_factor.replaced": "replaced the second factor and its backup codes",
  "second_factor.disabled": "switched the second factor off",
  "backup_codes.created": "made new backup codes",
  "backup_code.used": "used a backup code",
  "name.changed": "changed the own name",
  "sessions.revoked": "ended sessions",
  "sign_in.succeeded": "signed in",
  "sign_in.failed": "failed to sign in",
  "sign_in.delayed": "tried so many passwords that others wait",
  "leads.exported": "exported leads",
};

/** What an entry of the audit log says was done. */
export const sayAction = (action: string): string => words[action] ?? action;
