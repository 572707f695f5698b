import { defineRule } from "../../model/rule.js";
import { REFERENCE_WORDS, referenceMatch } from "./evidence/reference.js";
import { pathEnvironment } from "./evidence/surroundings.js";

/** What files of encrypted secrets hold. */
const MARKS = [
  "ENC[AES256_GCM,",
  "$ANSIBLE_VAULT;",
  "encrypted:B",
  "DOTENV_PUBLIC_KEY",
  "-----BEGIN AGE ENCRYPTED FILE",
];

const sops = (path: string) => ({
  path,
  text: `password: ${MARKS[0]}data:AgB=,iv:x,tag:y,type:str]\nsops: { version: 3.9.0 }\n`,
});

export default defineRule({
  ...REFERENCE_WORDS,
  id: "secrets/encrypted-secret",
  summary: "Encrypted production secrets are kept here.",
  why: "They are well kept; but whoever runs this with the key to them works on production.",
  appliesTo: { keywords: MARKS },
  detect: (file, surroundings) => {
    if (file.kind === "docs" || file.kind === "code") return [];
    const mark = MARKS.find((one) => file.text.includes(one));
    if (mark === undefined || pathEnvironment(file.path, surroundings.production.words) !== "production") return [];
    const start = file.text.indexOf(mark);
    const positions = file.path
      .split("/")
      .slice(-2)
      .reverse()
      .map((value) => ({ kind: "word" as const, value }));
    const place = { range: [start, start + mark.length] as const };
    return referenceMatch(
      {
        what: "encrypted secrets",
        message: "Encrypted production secrets are kept here.",
        quoted: file.path,
        positions,
        place,
      },
      file,
      surroundings,
    );
  },
  examples: {
    match: [
      { ...sops("secrets/prod.enc.yaml"), suggests: "handoff" },
      { path: "group_vars/prod/vault.yml", text: `${MARKS[1]}1.1;AES256\n6162\n`, suggests: "handoff" },
    ],
    skip: [
      sops("secrets/dev.enc.yaml"),
      sops("secrets/preprod.enc.yaml"),
      { path: "group_vars/staging/vault.yml", text: `${MARKS[1]}1.1;AES256\n` },
    ],
  },
});
