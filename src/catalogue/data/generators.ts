/** What a script that makes data up says: libraries it loads and calls it makes. Sources: the libraries' own documentation. */
export const GENERATOR_MARKS =
  /@faker-js\/faker|\bfaker\b|\bFaker\(|\bmimesis\b|\bchance\b.{0,20}\bnew Chance|\bnew Chance\(|\bcasual\b.{0,20}require|@ngneat\/falso|\bBogus\b|\bfactory_?boy\b|\bFactoryBot\b|\brandom\.(?:choice|randint|sample|seed)\b|\bnp\.random\b|\bMath\.random\(|\bgofakeit\b|\bfixtures_gen|\bmodel_bakery\b|\bSynthea\b|\bsdv\b|\bgretel\b|\bmockaroo\b/i;

/** Words in a file's path that say it was made up. A path alone is weak: real data is regularly found under them. */
export const MADE_UP_PATHS =
  /(?:^|[/_.-])(?:mocks?|mocked|fake|faker|faked|fixtures?|__fixtures__|seeds?|seed_data|dummy|sample|samples|synthetic|synth|made-?up|examples?|demo|testdata|test-data|tests?|spec|specs|stubs?|placeholder)(?:[/_.-]|$)/i;

/** Words in a path that say it is a copy of the real thing. */
export const LIVE_PATHS =
  /(?:^|[/_.-])(?:export|exports|exported|dump|backup|prod|production|live|customers?_list|kunden|real|actual|download|downloads)(?:[/_.-]|$)/i;

/** The header that Mockaroo's own example schema has. */
export const MOCKAROO_HEADER = "id,first name,last name,email,gender,ip address" as const;
