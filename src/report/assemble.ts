/** A document of blocks that fits: blocks are left out from the first that doesn't fit, and how many is said. */
export function assemble(blocks: readonly string[], longest: number): string {
  const kept: string[] = [];
  let length = 0;
  for (const block of blocks.filter((text) => text !== "")) {
    length += block.length + 2;
    if (length > longest - ROOM) return `${[...kept, MORE].join("\n\n")}\n`;
    kept.push(block);
  }
  return `${kept.join("\n\n")}\n`;
}

const MORE = "There is more than fits here. The full list is in the JSON report.";
const ROOM = MORE.length + 4;
