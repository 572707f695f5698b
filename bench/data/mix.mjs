// Builds a folder of mixed data files, the same bytes every time, and tells which file has which layout.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load, root } from "../../tools/lib/load.mjs";
import { FILES } from "./files.mjs";
import { numbers } from "./people.mjs";
import { lifelike, madeUp } from "./records.mjs";

const VERSION = "2";
/** As much as those files hold that the sizes are taken from. */
const BYTES = 197_000_000;
/** Of ten files of tables two hold made-up people and one people who look real; the others hold things. */
const [MADE_UP, LIFELIKE] = [2, 1];
/** The sizes of 3,977 data files of two kilobytes or more in 38 public repositories: so many bytes at each share of them. */
const SIZES = [
  [0, 2000],
  [0.1, 2259],
  [0.2, 2691],
  [0.3, 3441],
  [0.4, 4518],
  [0.5, 6152],
  [0.6, 8374],
  [0.7, 12_520],
  [0.8, 21_854],
  [0.9, 62_111],
  [0.95, 170_744],
  [0.99, 1_016_381],
  [1, 3_802_764],
];

function sizeAt(share) {
  const above = SIZES.findIndex(([at]) => at >= share);
  const [[low, from], [high, to]] = above < 1 ? [SIZES[0], SIZES[1]] : [SIZES[above - 1], SIZES[above]];
  return from * (to / from) ** ((share - low) / (high - low));
}

/** The folder and its files, built where they are not there yet. */
export async function mixedFiles() {
  const folder = join(root, ".bench/data");
  const list = join(root, `.bench/data-${VERSION}.json`);
  if (!existsSync(list)) {
    console.error("Building the data files. This happens once and takes a minute or so.");
    rmSync(folder, { recursive: true, force: true });
    const like = lifelike(await load("src/rules/data/explain/examples.ts"));
    const files = FILES.flatMap((one, i) => layoutFiles(folder, one, numbers(i + 1), like));
    writeFileSync(list, JSON.stringify(files));
  }
  return { folder, files: JSON.parse(readFileSync(list, "utf8")) };
}

/** Files of one layout until they have their share of the bytes. A few large ones hold most of them, as they do. */
function layoutFiles(folder, { layout, ending, share, kinds, write }, draw, like) {
  const files = [];
  let left = (BYTES * share) / 100;
  for (let number = 0; left > 2000; number++) {
    const bytes = Math.min(left, sizeAt(draw(10_000) / 10_000));
    const turn = number % 10;
    const make = turn < LIFELIKE ? like : turn < LIFELIKE + MADE_UP ? madeUp : kinds?.[number % kinds.length];
    const path = `${ending}/${layout.replaceAll(/\W+/g, "-").toLowerCase()}-${number}.${ending}`;
    const content = Buffer.from(write({ draw, make, bytes }));
    mkdirSync(join(folder, ending), { recursive: true });
    writeFileSync(join(folder, path), content);
    files.push({
      path,
      layout,
      holds:
        kinds === undefined
          ? "things"
          : turn < LIFELIKE
            ? "lifelike"
            : turn < LIFELIKE + MADE_UP
              ? "made up"
              : "things",
    });
    left -= content.length;
  }
  return files;
}
