// Records of the kinds that data files of public repositories hold. The same numbers drawn give the same records.

const WORDS =
  "account amount area batch bottle box cable case chain color copper cotton crop delay depth door engine field filter flow frame garden glass grain green gross handle harbor heat index island item kettle label lamp layer leaf level light linen machine market metal meter middle model motion motor night north oak order outer paper path phase pipe plain plate pressure product pump range rate record river road roof salt sample scale screen season sensor series shell shift silver site small soil south spring stage state station steel stock stone storm street summer surface switch table target tower train valve value vessel wall water wave wheel width wind window winter wire wood yellow zone".split(
    " ",
  );
export const FIRST =
  "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Carlos Karen Priya Nancy Wei Lisa Ahmed Sandra Elena Ashley Marcus Kimberly".split(
    " ",
  );
export const LAST =
  "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Chen Patel Kim Nguyen Okafor".split(
    " ",
  );
const STATES = "CA TX NY FL IL PA OH GA NC MI".split(" ");

const pick = (draw, list) => list[draw(list.length)];
export const words = (draw, n) => Array.from({ length: n }, () => pick(draw, WORDS)).join(" ");
export const sentences = (draw, n) =>
  Array.from({ length: n }, () => {
    const text = words(draw, 6 + draw(12));
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  }).join(" ");
const two = (value) => String(value).padStart(2, "0");
const moment = (draw) =>
  `20${two(15 + draw(11))}-${two(1 + draw(12))}-${two(1 + draw(28))} ${two(draw(24))}:${two(draw(60))}:${two(draw(60))}`;
export const hex = (draw, n) => Array.from({ length: n }, () => draw(16).toString(16)).join("");

export const thing = (draw, i) => ({
  id: i + 1,
  sku: `${pick(draw, WORDS).slice(0, 3).toUpperCase()}-${1000 + draw(9000)}`,
  title: words(draw, 3),
  category: pick(draw, WORDS),
  description: sentences(draw, 1 + draw(3)),
  price: (draw(100_000) / 100).toFixed(2),
  currency: pick(draw, ["EUR", "USD", "GBP"]),
  stock: draw(500),
  is_active: draw(4) > 0,
  created_at: moment(draw),
});

export const measurement = (draw, i) => ({
  time: new Date(Date.UTC(2024, 0, 1, 0, i * 10)).toISOString(),
  station: `st-${two(draw(40))}`,
  temperature: (draw(400) / 10 - 8).toFixed(1),
  humidity: draw(100),
  pressure: (980 + draw(600) / 10).toFixed(1),
  wind: (draw(250) / 10).toFixed(1),
  quality: pick(draw, ["good", "good", "good", "checked", "missing"]),
});

export const event = (draw, i) => ({
  ts: new Date(Date.UTC(2025, 2, 1, 0, 0, i * 7)).toISOString(),
  level: pick(draw, ["info", "info", "info", "warn", "error"]),
  service: `${pick(draw, WORDS)}-service`,
  host: `node-${draw(30)}.internal.example`,
  request_id: hex(draw, 16),
  path: `/api/v${1 + draw(3)}/${pick(draw, WORDS)}/${draw(90_000)}`,
  status: pick(draw, [200, 200, 200, 201, 304, 404, 500]),
  duration_ms: draw(2000),
  message: words(draw, 6),
});

/** What a model is tuned on: a question and an answer. */
export const talk = (draw) => ({
  messages: [
    { role: "system", content: "You are a helpful assistant." },
    { role: "user", content: sentences(draw, 1 + draw(2)) },
    { role: "assistant", content: sentences(draw, 2 + draw(6)) },
  ],
});

/** Somebody as a script or a library makes them up. */
export function madeUp(draw, i) {
  const [first, last] = [pick(draw, FIRST), pick(draw, LAST)];
  const name = `${first}.${last}${draw(90)}`.toLowerCase();
  return {
    id: i + 1,
    first_name: first,
    last_name: last,
    email: `${name}@${pick(draw, ["example.com", "example.org", "example.net"])}`,
    phone: `+1-${200 + draw(700)}-555-01${two(draw(100))}`,
    street: `${1 + draw(900)} ${pick(draw, WORDS)} Street`,
    city: `${pick(draw, WORDS)}ville`,
    state: pick(draw, STATES),
    zip: String(10_000 + draw(89_000)),
    company: `${last} ${pick(draw, ["Inc", "Group", "LLC"])}`,
    created_at: moment(draw),
  };
}

/** Somebody who looks real by construction, though nobody is: `examplePerson` and `exampleMoment` are the rules' own. */
export const lifelike =
  ({ examplePerson, exampleMoment }) =>
  (draw, i) => {
    const { name, email } = examplePerson(draw);
    const [first, last] = name.split(" ");
    return {
      id: 7000 + i * 3,
      first_name: first,
      last_name: last,
      email,
      phone: draw(3) === 0 ? "" : `0${30 + draw(900)} ${100_000 + draw(8_999_999)}`,
      city: pick(draw, ["Lund", "Gent", "Trier", "Graz", "Lyon"]),
      orders: draw(12),
      last_order: draw(4) === 0 ? "" : exampleMoment(draw, i),
      created_at: exampleMoment(draw, i),
    };
  };
