import { defineRule, type Match } from "../../model/rule.js";
import type { Surroundings } from "../../model/surroundings.js";
import { environmentOf } from "../../text/environment-words.js";
import { type Claims, claimsOf } from "../../text/jwt.js";
import { sampleOf, seeded } from "../../text/shape.js";
import { byName } from "./evidence/surroundings.js";
import { nameBefore } from "./reading/names.js";
import { type Segment, segmentsOf } from "./reading/segments.js";

const TOKEN = /(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,1000}/g;
/** Every token that ended before this day (in seconds) has ended, whenever the scan runs: 1 November 2026. */
const ENDED = 1_793_491_200;

const token = (claims: Claims, name = "KEY") => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signature = sampleOf("{url:43}", seeded(80));
  return {
    path: "app.py",
    text: `${name} = "${[part({ alg: "HS256", typ: "JWT" }), part(claims), signature].join(".")}"\n`,
    shown: `${name} = "a token that says ${JSON.stringify(claims).replaceAll('"', "'")}"`,
  };
};

export default defineRule({
  id: "secrets/role-token",
  family: "production-secret",
  summary: "A signed token with wide rights is in this file.",
  why: "Whoever has the token can do what its role may do, without logging in.",
  remedy:
    "Take it out of the file and have the signing key or the token replaced at its owner, because the history keeps it. In a browser or an app, use the public (anon) key.",
  trigger: null,
  confidence: "high",
  suggests: "advice",
  appliesTo: { keywords: [".eyJ"] },
  detect: (file, surroundings) =>
    segmentsOf(file).flatMap((segment) =>
      [...segment.text.matchAll(TOKEN)].slice(0, 100).flatMap((hit) => look(hit, segment, surroundings)),
    ),
  limits: "Tokens that say neither a role nor an environment are left alone: most of them last for minutes.",
  get examples() {
    return {
      match: [
        { ...token({ iss: "supabase", role: "service_role", exp: 4_000_000_000 }), suggests: "advice" as const },
        { ...token({ iss: "supabase", role: "service_role" }, "PROD_SUPABASE_KEY"), suggests: "stop" as const },
        { ...token({ sub: "app", env: "production" }), suggests: "stop" as const },
      ],
      skip: [
        token({ iss: "supabase", role: "anon", exp: 4_000_000_000 }),
        token({ iss: "supabase", role: "service_role", exp: 1_600_000_000 }),
        token({ iss: "supabase-demo", role: "service_role" }),
        token({ sub: "1234567890", name: "John Doe" }),
        token({ sub: "app", env: "staging" }),
      ],
    };
  },
});

function look(hit: RegExpMatchArray, segment: Segment, { production }: Surroundings): readonly Match[] {
  const [value] = hit;
  const claims = claimsOf(value);
  if (claims === null || isOver(claims) || claims.iss === "supabase-demo") return [];
  const at = hit.index ?? 0;
  const said = [claims.env, claims.environment, claims.stage].find((claim) => typeof claim === "string");
  const says = typeof said === "string" ? environmentOf(said, production.words) : "none";
  const named = byName(nameBefore(segment.text, at), production.words);
  const admin = claims.role === "service_role";
  if (says === "other" || named?.says === "other" || (!admin && says !== "production")) return [];
  const live = says === "production" || named?.says === "production";
  return [
    {
      ...segment.place(at, at + value.length),
      evidence: `signed token, ${value.length} characters`,
      because: [
        ...(admin ? ["Its role is the service role, for which no row is out of reach."] : []),
        ...(says === "production" ? ["It says itself that it is for production."] : []),
        named?.because ?? "I looked for a sign that it has ended or is a published demo token and found none.",
      ],
      secrets: [value],
      identity: value,
      ...(live ? { suggests: "stop", trigger: "production-systems" } : {}),
    },
  ];
}

function isOver({ exp }: Claims): boolean {
  return typeof exp === "number" && exp < ENDED;
}
