import { defineRule } from "../../model/rule.js";
import { mayNameProduction } from "./evidence/mentions.js";
import { REFERENCE_WORDS, referenceMatch } from "./evidence/reference.js";
import { isCommented, isProse } from "./reading/comments.js";
import { type Segment, segmentsOf } from "./reading/segments.js";
import { databaseHosts, MANAGED_SUFFIXES, managedHosts, type NamedHost } from "./values/hosts.js";

const connect = (host: string) => ({
  path: "fetch.py",
  text: `connection = psycopg.connect(host="${host}", dbname="customers")\n`,
});
const RDS = "c9akciq32rgz.eu-west-1.rds.amazonaws.com";

export default defineRule({
  ...REFERENCE_WORDS,
  id: "secrets/production-host",
  summary: "This connects to a production database.",
  appliesTo: {
    keywords: [
      ...MANAGED_SUFFIXES,
      "psycopg",
      "postgres",
      "mysql",
      "mongo",
      "redis",
      "snowflake",
      "DB_HOST",
      "PGHOST",
      "database",
      "cloudsql",
    ],
  },
  detect: (file, surroundings) => {
    if (isProse(file)) return [];
    const { production } = surroundings;
    const isPossible = (segment: Segment) => production.hosts.length > 0 || mayNameProduction(segment, production);
    return segmentsOf(file)
      .filter(isPossible)
      .flatMap((segment) =>
        unique([...managedHosts(segment), ...databaseHosts(segment)])
          .filter(({ start }) => !isCommented(segment.text, start))
          .flatMap(({ host, start, end }) =>
            referenceMatch(
              {
                what: "a database",
                message: `This connects to the database host \`${host}\`, which is production.`,
                quoted: host,
                positions: [{ kind: "host", value: host }],
                place: segment.place(start, end),
              },
              file,
              surroundings,
            ),
          ),
      );
  },
  examples: {
    match: [
      { ...connect("customers.prod.acme.example"), suggests: "handoff" },
      { ...connect(`orders-prod.${RDS}`), suggests: "handoff" },
      { path: "app.env", text: "DB_HOST=/cloudsql/acme-prod:europe-west1:orders\n", suggests: "handoff" },
      {
        ...connect(`orders.${RDS}`),
        given: { production: production([`orders.${RDS}`]) },
        suggests: "handoff",
      },
    ],
    skip: [
      connect("localhost"),
      connect("customers.dev.acme.example"),
      connect(`orders-staging.${RDS}`),
      connect(`orders.${RDS}`),
      connect("products.acme.example"),
      { path: "app.py", text: `# host="customers.prod.acme.example" is the real database\n` },
    ],
  },
});

function unique(hosts: readonly NamedHost[]): readonly NamedHost[] {
  return hosts.filter((one, i) => hosts.findIndex((other) => other.end === one.end && other.host === one.host) === i);
}

function production(hosts: readonly string[]) {
  const none: readonly string[] = [];
  return {
    words: ["production", "prod"],
    accounts: none,
    projects: none,
    subscriptions: none,
    clusters: none,
    hosts,
    vaults: none,
    namespaces: none,
  };
}
