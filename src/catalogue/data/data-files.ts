/** Files that tables of people are read out of. */
export const DATA_FILES = [
  "**/*.{csv,tsv,tab,psv}",
  "**/*.{json,jsonl,ndjson,geojson,har}",
  "**/*.{sql,dump}",
  "**/*.{xlsx,xlsm,parquet,sqlite,sqlite3,db,db3}",
  "**/*.{xls,ods,arrow,feather,avro}",
  "**/*.{eml,mbox,vcf,vcard,log}",
  "**/*.{yml,yaml,ipynb,txt}",
  "**/*.{ts,js,mjs,cjs,py,rb}",
  "**/*.{gz,zip}",
] as const;
