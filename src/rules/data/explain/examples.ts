import type { Example } from "../../../model/rule.js";
/** An example whose table is made when somebody reads it: a check of a few files never does. */
export function tableExample(path: string, table: () => string, more: Omit<Example, "path" | "text"> = {}): Example {
  return {
    path,
    get text() {
      return table();
    },
    ...more,
  };
}

/**
 * A table that looks real by construction: nobody is in it. Names are put together from syllables, addresses in the
 * many ways in which people choose theirs, and one provider leads.
 */
export function exampleTable(rows: number, seed = 11): string {
  const draw = drawer(seed);
  const lines = Array.from({ length: rows }, (_, i) => {
    const person = examplePerson(draw);
    return `${i + 1},${person.name},${person.email},${exampleMoment(draw, i)}`;
  });
  return `id,name,email,created_at\n${lines.join("\n")}\n`;
}

const STARTS = "Bra Kel Dro Vis Mar Tho Lun Zed Pri Osk Hal Wen Rud Gry Jor Fen Ivo Sab Nol Quen".split(" ");
const MIDDLES = "ma dri lo ven ske tu ra bel ni go".split(" ");
const ENDS = "rk dsen vic tto shi mann ley oux gan stra kov well".split(" ");
const PROVIDERS =
  "gmail.com gmail.com gmail.com gmail.com gmail.com gmail.com gmail.com outlook.com icloud.com yahoo.com gmx.de web.de".split(
    " ",
  );

export interface ExamplePerson {
  readonly name: string;
  readonly email: string;
}

/** One made-up person, as unlike a generator's as can be. */
export function examplePerson(draw: (below: number) => number): ExamplePerson {
  const pick = (list: readonly string[]): string => list[draw(list.length)] ?? "";
  const [first, last] = [pick(STARTS) + pick(ENDS), pick(STARTS) + pick(MIDDLES) + pick(ENDS)];
  const [f, l] = [first.toLowerCase(), last.toLowerCase()];
  const number = String(draw(100));
  const other = pick(STARTS).toLowerCase() + pick(MIDDLES) + pick(MIDDLES);
  const locals = [
    `${f}.${l}`,
    `${f}${l}`,
    `${f[0]}${l}`,
    `${f[0]}.${l}`,
    `${l}.${f}`,
    `${f}${number}`,
    `${f}_${l}${number}`,
    f,
    l,
    `${f}${l[0]}`,
    `${f}-${l}`,
    `${l}${f[0]}${number}`,
    other,
    `${other}${number}`,
  ];
  const domain =
    draw(10) < 6
      ? pick(PROVIDERS)
      : `${pick(STARTS).toLowerCase()}${pick(MIDDLES)}${pick(ENDS)}.${pick(["com", "net", "de", "io"])}`;
  return { name: `${first} ${last}`, email: `${pick(locals)}@${domain}` };
}

/** A moment in somebody's working day, later for later rows. */
export function exampleMoment(draw: (below: number) => number, row: number): string {
  const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(row / 5) * 7 + (row % 5))).toISOString().slice(0, 10);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${day} ${two(9 + draw(8))}:${two(draw(60))}:${two(draw(60))}`;
}

/** Numbers below a bound; the same seed gives the same ones. */
export function drawer(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export const MOCK_TABLE = `id,name,email,phone
${Array.from({ length: 30 }, (_, i) => `${i + 1},Ada Baker,ada.baker${i}@example.com,555-01${String(i).padStart(2, "0")}`).join("\n")}
`;

/** Rows that could be either, under the header of an export: everyday names, one recipe, one provider. */
export function exportTable(rows: number): string {
  const draw = drawer(5);
  const lines = Array.from({ length: rows }, (_, i) => {
    const { name, email } = examplePerson(draw);
    const [first, last] = name.split(" ");
    return `${1000 + i},${first},${last},${first?.toLowerCase()}.${last?.toLowerCase()}@${email.split("@")[1]},lead`;
  });
  return `Record ID,First Name,Last Name,Email,Lifecycle Stage\n${lines.join("\n")}\n`;
}

/** Rows as a library writes them: the address starts with a capital and has nothing to do with the name. */
export function fakerTable(rows: number): string {
  const names = ["Ada Baker", "Finn Carter", "Ines Dyer", "Jo Archer", "Hana Potter"];
  const providers = ["gmail.com", "yahoo.com", "hotmail.com"];
  const lines = Array.from({ length: rows }, (_, i) => `${names[i % 5]},Kira${i}_Olson@${providers[i % 3]}`);
  return `name,email\n${lines.join("\n")}\n`;
}
