// Pairs of files: one with a live credential, and its harmless twin. Values are put together here, from a seed.

/** `{ name, live: [path, content], twin: [path, content] }`, at least sixty of them. */
export function twins(engine) {
  return [...byForm(engine), ...byPlace(engine), ...byContext(engine)];
}

/** Where the provider gives live and test keys different forms. */
function byForm({ PROVIDERS, sampleKey, sampleLine, sampleOf, seeded }) {
  return PROVIDERS.filter(({ live, test }) => live !== undefined && test !== undefined).map(({ id, live, test }, n) => {
    const [form] = live;
    const twin = sampleOf(test[0], seeded(1000 + n));
    return pair(id, "app.env", sampleLine(form, sampleKey(form, 500 + n)), sampleLine(form, twin));
  });
}

/** The same live key and the same test key, in the places where people leave them. */
function byPlace({ PROVIDERS, sampleKey, sampleOf, seeded }) {
  const stripe = PROVIDERS.find(({ id }) => id === "stripe");
  const live = sampleKey(stripe.live[0], 901);
  const twin = sampleOf(stripe.test[0], seeded(902));
  const place = (name, path, write) => pair(`stripe in ${name}`, path, write(live), write(twin));
  return [
    place("a notebook's source", "pay.ipynb", (key) => notebook([`stripe.api_key = "${key}"\n`], [])),
    place("a notebook's output", "out.ipynb", (key) => notebook(["print(key)"], [`key: ${key}\n`])),
    place("a log", "run.log", (key) => `12:00:01 POST /v1/charges -u ${key}:\n`),
    place("shell history", "bash_history.txt", (key) => `curl https://api.stripe.com/v1/charges -u ${key}:\n`),
    place("a link", "links.txt", (key) => `https://pay.acme.example/?key=${key}&x=1\n`),
    place("UTF-16", "keys.txt", (key) => Buffer.from(`\ufeffkey=${key}\r\n`, "utf16le")),
    place("a Kubernetes secret", "secret.yaml", (key) => kubernetes("web", { key })),
    place("one long line", "big.json", (key) => `{"a":"${"x1 ".repeat(300_000)}","key":"${key}"}`),
    place("documentation", "setup.md", (key) => `Set the key to \`${key}\`.\n`),
    place(
      "a compose file",
      "compose.yaml",
      (key) => `services:\n  web:\n    environment:\n      - STRIPE_KEY=${key}\n`,
    ),
  ];
}

/** Where only a checksum, a host, a name or a file can tell. */
function byContext({ PROVIDERS, sampleKey, sampleOf, seeded }) {
  const form = (id, kind, number = 0) => PROVIDERS.find((one) => one.id === id)[kind][number];
  const neutral = (id, number = 0) => sampleKey(form(id, "neutral", number), 700);
  const random = (shape, seed) => sampleOf(shape, seeded(seed));
  const github = sampleKey(form("github", "live"), 801);
  const npm = sampleKey(form("npm", "live"), 802);
  const wrong = (token) => `${token.slice(0, -2)}${token.endsWith("zz") ? "aa" : "zz"}`;
  const aws = (id, secret) => `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;
  const documented = ["AKIAIOSF", "ODNN7EXAMPLE"].join("");
  const documentedSecret = ["wJalrXUtnFEMI/K7MDENG", "bPxRfiCYEXAMPLEKEY"].join("/");
  const url = (scheme, host, password) => `${scheme}://app:${password}@${host}/orders`;
  const password = random("{an:22}", 803);
  const rds = "c9akciq32rgz.eu-west-1.rds.amazonaws.com";
  const jwt = (claims) => token(claims, random("{url:43}", 804));
  const hosts = (id, name, live, test) =>
    pair(
      id,
      "pay.py",
      `url = "${live}"\n${name} = "${neutral(id)}"\n`,
      `url = "${test}"\n${name} = "${neutral(id)}"\n`,
    );
  return [
    pair("github, checksum", "ci.py", `token = "${github}"\n`, `token = "${wrong(github)}"\n`),
    pair(
      "github app token",
      "ci.py",
      `t = "${sampleKey(form("github", "live", 1), 805)}"\n`,
      `t = "ghs_1_eyJhbGciOiJub25lIn0.${"e30".repeat(40)}"\n`,
    ),
    pair("npm, checksum", "publish.txt", `//registry/:_authToken=${npm}\n`, `//registry/:_authToken=${wrong(npm)}\n`),
    pair(
      "aws, documented sample",
      "credentials.ini",
      aws(sampleKey(form("aws", "live"), 806).replace(/^ASIA/, "AKIA"), random("{b64:40}", 807)),
      aws(documented, documentedSecret),
    ),
    hosts("square", "TOKEN", "https://connect.squareup.com", "https://connect.squareupsandbox.com"),
    hosts("paypal", "PAYPAL_CLIENT_SECRET", "https://api-m.paypal.com", "https://api-m.sandbox.paypal.com"),
    hosts("dwolla", "DWOLLA_SECRET", "https://api.dwolla.com", "https://api-sandbox.dwolla.com"),
    hosts("alpaca", "ALPACA_SECRET_KEY", "https://api.alpaca.markets", "https://paper-api.alpaca.markets"),
    hosts("adyen", "ADYEN_API_KEY", "https://a1-checkout-live.adyenpayments.com", "https://checkout-test.adyen.com"),
    hosts("plaid", "PLAID_SECRET", "https://production.plaid.com", "https://sandbox.plaid.com"),
    pair(
      "plaid, setting",
      ".env",
      `PLAID_ENV=production\nPLAID_SECRET=${neutral("plaid")}\n`,
      `PLAID_ENV=sandbox\nPLAID_SECRET=${neutral("plaid")}\n`,
    ),
    pair(
      "braintree, setting",
      "pay.py",
      `Environment.Production\nbraintree_private_key="${neutral("braintree")}"\n`,
      `Environment.Sandbox\nbraintree_private_key="${neutral("braintree")}"\n`,
    ),
    pair(
      "twilio, name",
      "sms.py",
      `PROD_TWILIO_AUTH_TOKEN = "${neutral("twilio")}"\n`,
      `TEST_TWILIO_AUTH_TOKEN = "${neutral("twilio")}"\n`,
    ),
    pair(
      "salesforce, host",
      "crm.py",
      `# salesforce https://login.salesforce.com\nt = "${neutral("salesforce")}"\n`,
      `# salesforce https://test.salesforce.com\nt = "${neutral("salesforce")}"\n`,
    ),
    twoFiles("slack, file", `SLACK_BOT_TOKEN=${neutral("slack")}\n`, ".env.production", ".env.development"),
    twoFiles("sendgrid, file", `SENDGRID_API_KEY=${neutral("sendgrid")}\n`, "config/prod.env", "config/staging.env"),
    pair(
      "supabase, role",
      "app.ts",
      `const PROD_KEY = "${jwt({ iss: "supabase", role: "service_role" })}"\n`,
      `const PROD_KEY = "${jwt({ iss: "supabase", role: "anon" })}"\n`,
    ),
    pair(
      "token, environment",
      "app.ts",
      `const key = "${jwt({ sub: "app", env: "production" })}"\n`,
      `const key = "${jwt({ sub: "app", env: "staging" })}"\n`,
    ),
    pair(
      "google service account",
      "sa.json",
      account("acme-prod", random("{b64:800}", 808)),
      account("acme-dev", random("{b64:800}", 808)),
    ),
    pair(
      "postgres",
      "app.env",
      `DATABASE_URL=${url("postgres", `orders-prod.${rds}`, password)}\n`,
      `DATABASE_URL=${url("postgres", "localhost:5432", password)}\n`,
    ),
    pair(
      "mysql",
      "app.env",
      `DATABASE_URL=${url("mysql", `orders-prod.${rds}`, password)}\n`,
      `DATABASE_URL=${url("mysql", `orders-test.${rds}`, password)}\n`,
    ),
    pair(
      "mongodb",
      "app.py",
      `c = MongoClient("${url("mongodb+srv", "prod.ab1cd.mongodb.net", password)}")\n`,
      `c = MongoClient("${url("mongodb+srv", "dev.ab1cd.mongodb.net", password)}")\n`,
    ),
    pair(
      "redis",
      "app.env",
      `PROD_REDIS_URL=${url("rediss", "cache.acme.example", password)}\n`,
      `REDIS_URL=${url("redis", "redis:6379", password)}\n`,
    ),
    pair(
      "amqp",
      "app.env",
      `AMQP=${url("amqps", "mq.prod.acme.example", password)}\n`,
      `AMQP=${url("amqp", "guest.localhost", "guest")}\n`,
    ),
    pair("password, name", "report.py", `PROD_DB_PASSWORD = "${password}"\n`, `DEV_DB_PASSWORD = "${password}"\n`),
    pair(
      "password, placeholder",
      "report.py",
      `PROD_DB_PASSWORD = "${password}"\n`,
      'PROD_DB_PASSWORD = "change-me-please"\n',
    ),
    twoFiles("private key, file", pem(random), "keys/prod.pem", "keys/test.pem"),
    pair(
      "kubernetes, namespace",
      "secret.yaml",
      kubernetes("production", { password }),
      kubernetes("staging", { password }),
    ),
  ];
}

const pair = (name, path, live, twin) => ({ name, live: [path, live], twin: [path, twin] });
const twoFiles = (name, content, live, twin) => ({ name, live: [live, content], twin: [twin, content] });

function notebook(source, printed) {
  const outputs = printed.length === 0 ? [] : [{ output_type: "stream", name: "stdout", text: printed }];
  const cell = { cell_type: "code", execution_count: 1, metadata: {}, source, outputs };
  return JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

function kubernetes(namespace, data) {
  const lines = Object.entries(data).map(([key, value]) => `  ${key}: ${Buffer.from(value).toString("base64")}\n`);
  return `apiVersion: v1\nkind: Secret\nmetadata: { name: web, namespace: ${namespace} }\ndata:\n${lines.join("")}`;
}

function token(claims, signature) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return [part({ alg: "HS256", typ: "JWT" }), part(claims), signature].join(".");
}

function account(project, body) {
  const key = `-----BEGIN ${"PRIVATE"} KEY-----\n${body}\n-----END ${"PRIVATE"} KEY-----\n`;
  return JSON.stringify({ type: "service_account", project_id: project, private_key: key }, null, 2);
}

function pem(random) {
  const lines = Array.from({ length: 14 }, (_, n) => random("{b64:64}", 820 + n));
  return [`-----BEGIN ${"PRIVATE"} KEY-----`, ...lines, `-----END ${"PRIVATE"} KEY-----`, ""].join("\n");
}
