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
  "Albers Bauer Costa Dietz Engel Fuchs Garcia Hahn Iversen Jung Keller Lange Moreau Novak Olsen Peters Quist Roth Sander Thiele".split(
    " ",
  );
const STREETS = "Lindenstrasse Hauptstrasse Gartenweg Seestrasse Bergstrasse Schulweg".split(" ");
const MAIL = ["gmail", "outlook", "yahoo"].map((name) => `${name}.com`);

/** Eighty customers who don't exist, in a file that looks as if they did. */
export function customers() {
  const pick = (list, n) => list[n % list.length];
  const rows = Array.from({ length: 80 }, (_, i) => {
    const [first, last] = [pick(FIRST, i * 7 + 3), pick(LAST, i * 11 + (i >> 2))];
    const mail = `${first}.${last}${(i * 37) % 90}@${pick(MAIL, i)}`.toLowerCase();
    const phone = `+49 151 ${String(23_456_701 + i * 918_273).slice(0, 8)}`;
    const born = `19${60 + ((i * 13) % 39)}-${String((i % 12) + 1).padStart(2, "0")}-${String(((i * 5) % 27) + 1).padStart(2, "0")}`;
    const total = (((i * 7919) % 90_000) / 100 + 12).toFixed(2);
    return `${10_421 + i * 3},${first},${last},${mail},${phone},${born},${pick(STREETS, i)} ${(i * 3) % 80 || 7},${total}`;
  });
  return `customer_id,first_name,last_name,email,phone,date_of_birth,street,last_invoice_total\n${rows.join("\n")}\n`;
}
