import type { FileKind } from "../model/source-file.js";

const ENDINGS: Readonly<Record<Exclude<FileKind, "other">, string>> = {
  code: "ts tsx mts cts js jsx mjs cjs py pyw rb go java kt kts scala groovy cs fs vb php rs swift m mm c h cc cpp hpp dart lua pl pm r jl ex exs erl clj sh bash zsh fish ps1 psm1 bat cmd vue svelte astro html htm gs sol applescript tiltfile jenkinsfile rakefile gemfile fastfile procfile",
  config:
    "yml yaml json jsonc json5 toml ini cfg conf config properties env tf tofu tfvars hcl nomad bicep bicepparam xml plist pubxml publishsettings service timer socket container gradle template example tmpl tpl lock dockerfile containerfile makefile justfile caddyfile vagrantfile npmrc pypirc netrc",
  data: "csv tsv tab psv jsonl ndjson sql dump xlsx xls xlsm ods parquet sqlite sqlite3 db db3 har eml mbox vcf vcard log arrow feather avro",
  docs: "md mdx markdown rst txt adoc org tex rtf",
  notebook: "ipynb",
};

const KINDS: ReadonlyMap<string, FileKind> = new Map(
  Object.entries(ENDINGS).flatMap(([kind, endings]) => endings.split(" ").map((e) => [e, kind as FileKind] as const)),
);

/** What a file is for, by the end of its name; a name without an end is looked up whole (`Dockerfile`, `.env`). */
export function fileKind(path: string): FileKind {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const known = KINDS.get(name.slice(name.lastIndexOf(".") + 1));
  if (known !== undefined) return known;
  if (/^\.env(\.|$)|\.env\.|^(docker|container)file[.-]/.test(name)) return "config";
  return "other";
}
