// What is in the files of the demo. Keys and people are made up while it runs, and stand in no file of this project.
import { randomBytes } from "node:crypto";

export const POLICY = `# The organisation's policy: two lines are enough for this demo.
policy: { version: "2026.1" }
dev: { team: acme/dev, intake-repo: acme/dev-intake }
routing: { customer: [privacy], payment: [finance] }
teams: { privacy: acme/privacy, finance: acme/finance }
`;

export const MANIFEST = `# What this is, and who to ask.
name: Invoice sorter
summary: Can a model sort our invoices by cost centre?
owner: maria
team: Finance Ops
data: made-up
data-kinds: [customer, payment]
`;

export const SORTER = `"""Sorts made-up invoices into cost centres."""

INVOICES = ["Printer paper", "Train to the trade fair", "Coffee beans"]

for invoice in INVOICES:
    print(invoice, "->", "office" if "paper" in invoice else "other")
`;

export const DEPLOY = `name: deploy
on:
  push:
    branches: [main]
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@v4
      - run: kubectl --context prod apply -f k8s/
`;

/** A file with a key that looks like a live one. */
export function payments() {
  const letters = randomBytes(32)
    .toString("base64")
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 24);
  const key = ["sk", "live", letters].join("_");
  return `import stripe\n\nstripe.api_key = "${key}"\nprint(stripe.Charge.list(limit=3))\n`;
}

const FIRST =
  "Anna Ben Clara David Elif Farid Greta Hugo Ines Jonas Katja Liam Mira Noah Olga Paul Rosa Samir Tara Uwe".split(" ");
const LAST =
  "Albersmann Bauerlein Costarelli Dietzfelder Engelbrink Fuchsberg Garzmann Hahnloser Iverström Jungnickl Kellerhoff Langewand Moreauvin Novakowitz Olsenbach Petersdorn Quistorf Rothacker Sanderling Thielenkamp".split(
    " ",
  );
const STREETS = "Lindenstrasse Hauptstrasse Gartenweg Seestrasse Bergstrasse Schulweg".split(" ");
/** As unevenly spread as people's mail providers are. */
const MAIL = "gmail gmail gmail gmail gmail gmail gmail yahoo outlook gmail gmail icloud gmail gmx".split(" ");
/** People choose their addresses in many ways. */
const ADDRESSES = [
  (first, last) => `${first}.${last}`,
  (first, last) => `${first}${last}`,
  (first, last, year) => `${first}.${last}${year % 100}`,
  (first, last) => `${first[0]}.${last}`,
  (_first, last, year) => `${last}${year}`,
  (first, last) => `${first}_${last}`,
  (first, _last, year) => `${first}${year}`,
  (first, last) => `${first[0]}${last}`,
  (_first, _last, year) => `sonnenblume${year % 100}`,
  (_first, _last, year) => `der.gaertner${year}`,
];

/** Eighty customers who don't exist, in a file that looks as if they did. */
export function customers() {
  const pick = (list, n) => list[n % list.length];
  const rows = Array.from({ length: 80 }, (_, i) => {
    const [first, last] = [pick(FIRST, i * 7 + 3), pick(LAST, i * 11 + (i >> 2))];
    const year = 1960 + ((i * 13) % 39);
    const provider = pick(MAIL, i * 5 + (i >> 3));
    const mail =
      `${pick(ADDRESSES, i * 3 + (i >> 2))(first, last, year)}@${provider}.${provider === "gmx" ? "de" : "com"}`.toLowerCase();
    const digits = String(23_456_701 + i * 918_273).slice(0, 8);
    const phone = [`+49 151 ${digits}`, `0151/${digits}`, "", `0151 ${digits} `][i % 4];
    const born = `${year}-${String((i % 12) + 1).padStart(2, "0")}-${String(((i * 5) % 27) + 1).padStart(2, "0")}`;
    const total = (((i * 7919) % 90_000) / 100 + 12).toFixed(2);
    return `${10_421 + i * 3},${first},${last},${mail},${phone},${born},${pick(STREETS, i)} ${(i * 3) % 80 || 7},${total}`;
  });
  return `customer_id,first_name,last_name,email,phone,date_of_birth,street,last_invoice_total\n${rows.join("\n")}\n`;
}
