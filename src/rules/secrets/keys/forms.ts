import type { KeyForm, Provider } from "../../../catalogue/secrets/provider.js";
import { PROVIDERS } from "../../../catalogue/secrets/providers.js";
import { PUBLIC_SHAPES } from "../../../catalogue/secrets/public.js";
import { keywordIndex } from "../../../text/keywords.js";
import { type Anchor, anchorOf, leadOf, matchesAt, shapePattern, tokenPattern } from "../../../text/shape.js";

/** A form of the catalogue with the pattern made from it. */
export interface Form {
  readonly provider: Provider;
  readonly kind: "live" | "neutral";
  readonly form: KeyForm;
  /** Every place of a text with the form, the value as the group `value`. */
  readonly findIn: (text: string) => Iterable<RegExpExecArray>;
  /** The words of which one must be in the file, lower case. */
  readonly keywords: readonly string[];
  /** What every value begins with, before its random part. */
  readonly lead: string;
}

/** Every form, in the order in which they win. Made on first use. */
export const forms = once((): readonly Form[] =>
  PROVIDERS.flatMap((provider) => [
    ...(provider.live ?? []).map((form) => made(provider, "live", form)),
    ...(provider.neutral ?? []).map((form) => made(provider, "neutral", form)),
  ]),
);

/** The forms of one kind of a provider's keys. */
export function formsOf({ id }: Provider, kind: Form["kind"]): readonly Form[] {
  return formsByRule().get(`${kind} ${id}`) ?? [];
}

const formsByRule = once(() => {
  const groups = new Map<string, Form[]>();
  for (const form of forms()) {
    const rule = `${form.kind} ${form.provider.id}`;
    groups.set(rule, [...(groups.get(rule) ?? []), form]);
  }
  return groups;
});

/** The forms of which a keyword is in the bytes, in order: one pass, however many there are. */
export function formsCalledIn(bytes: Uint8Array): readonly Form[] {
  const { index, users } = keywordTable();
  const found = new Set<number>();
  index.search(bytes, (number) => found.add(number));
  if (found.size === 0) return [];
  const called = new Set([...found].flatMap((number) => users[number] ?? []));
  return forms().filter((form) => called.has(form));
}

const keywordTable = once(() => {
  const words = [...new Set(forms().flatMap(({ keywords }) => keywords))];
  const users = words.map((word) => forms().filter(({ keywords }) => keywords.includes(word)));
  return { index: keywordIndex(words), users };
});

/** True for a value of any form, also one for tests or the public. */
export function isKnownShape(value: string): boolean {
  return knownShapes().some((pattern) => pattern.test(value));
}

const knownShapes = once((): readonly RegExp[] =>
  [
    ...PROVIDERS.flatMap(({ live = [], neutral = [], test = [], public: open = [] }) => [
      ...[...live, ...neutral].filter(({ names }) => names === undefined).map(({ shape }) => shape),
      ...test,
      ...open,
    ]),
    ...PUBLIC_SHAPES.map(({ shape }) => shape),
  ].map((shape) => new RegExp(`^${shapePattern(shape)}`)),
);

export function keywordsOf({ keywords, names, shape }: KeyForm): readonly string[] {
  return keywords ?? (leadOf(shape).length >= 3 ? [leadOf(shape)] : (names ?? []));
}

function made(provider: Provider, kind: Form["kind"], form: KeyForm): Form {
  return {
    provider,
    kind,
    form,
    findIn: finder(form),
    keywords: keywordsOf(form).map((word) => word.toLowerCase()),
    lead: leadOf(form.shape),
  };
}

/** The pattern of a form, for a whole text. */
export function patternOf({ names, shape }: KeyForm): string {
  return names === undefined ? tokenPattern(shape) : namedPattern(names, shape);
}

/** Reads what the pattern would match; looks closely only where the shape's fixed text stands. Made on first use. */
function finder(form: KeyForm): Form["findIn"] {
  const anchor = once((): Anchor | null => (form.names === undefined ? anchorOf(form.shape) : null));
  const pattern = once(() => new RegExp(patternOf(form), anchor() === null ? "g" : "y"));
  return (text) => {
    const known = anchor();
    return known === null ? text.matchAll(pattern()) : matchesAt(text, pattern(), known);
  };
}

/** `NAME = "value"`, `name: value`, `"name": "value"`, `name=os.environ.get("NAME", "value")` and their like. */
function namedPattern(names: readonly string[], shape: string): string {
  const name = names.map(anyCase).join("|");
  return `(?:${name})[A-Za-z0-9_]{0,20}["'\\]]{0,2}\\s{0,5}(?:=>|:=|[:=,])\\s{0,5}["'\`]{0,3}(?<value>${shapePattern(shape)})(?![A-Za-z0-9_+/=-])`;
}

/** `plaid_secret` as it is written anywhere: `PLAID_SECRET`, `plaidSecret`, `plaid-secret`. */
function anyCase(name: string): string {
  return [...name].map((unit) => (unit === "_" ? "[_-]?" : `[${unit}${unit.toUpperCase()}]`)).join("");
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
