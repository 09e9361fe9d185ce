/** What `--help` prints, and what stands above an error. */
export const usage = `Usage: DELIVERY_MASTER_KEY=<id:base64> npm run -s tenant:sql -- \\
  --client <name> --form-key <key> --make-url <url> [--allowed-host <host>]… [--agency <name>] \\
  [--thank-you <url>] [--region <XX>] [--api-key <key>] [--environment production|development] \\
  [--owner-email <you@example.com> --public-url <https://…>] [--help]

  --client        the client's name; the same name is the same client, so a second form can be added to it
  --form-key      the public name in /f/{form key}: letters, digits, _ and -
  --make-url      the scenario's https webhook address; printed sealed. A client has one, for all its forms
  --allowed-host  where the form stands, such as www.example.com or localhost:3000; repeatable;
                  *.example.com covers every subdomain
  --agency        your own name (default: Agency)
  --thank-you     where a submission leads (default: /thank-you on the page's host)
  --region        two letters, such as IN: where phone numbers typed without a country code are from
  --api-key       sent to Make as x-make-apikey, if the webhook asks for one
  --environment   the ENVIRONMENT that delivers there (default: production); development also takes
                  an http or private --make-url
  --owner-email   invites the first owner: the link to accept with is printed beside the SQL, once
  --public-url    where the consumer Worker is reached, for that link

Prints SQL; run it with: npx wrangler d1 execute leadrelay --remote -c wrangler.consumer.toml --file tenant.sql
Run again with the same names, it changes what is there.`;
