/** Words of signing in. */
export const signInTexts = {
  title: "Sign in",
  to: (name: string) => `Sign in to ${name}`,
  email: "E-mail address",
  password: "Password",
  signIn: "Sign in",
  signingIn: "Signing in …",
  noAccount:
    "Forgot it, or new here? Ask whoever runs your agency’s account for a link: nobody signs up by themselves.",
  code: {
    title: "One more step",
    digits: "The six digits of your authenticator",
    backup: "Backup code",
    goOn: "Go on",
    checking: "Checking …",
    useDigits: "Use the authenticator",
    useBackup: "Use a backup code",
    again: "Start again",
  },
};
