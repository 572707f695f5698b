// Draws how often tables with a given score are real: on the diagonal, a score says what it means.
const WIDTH = 420;
const HEIGHT = 320;
const LEFT = 56;
const BOTTOM = 48;
const BINS = 10;

export function calibrationSvg(points) {
  const bins = Array.from({ length: BINS }, () => ({ sum: 0, real: 0, count: 0 }));
  for (const { score, isReal } of points) {
    const probability = 1 / (1 + Math.exp(-score));
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))];
    bin.sum += probability;
    bin.count++;
    if (isReal) bin.real++;
  }
  const x = (share) => (LEFT + share * (WIDTH - LEFT - 16)).toFixed(1);
  const y = (share) => (HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - 16)).toFixed(1);
  const dots = bins
    .filter(({ count }) => count > 0)
    .map(({ sum, real, count }) => {
      const [at, share] = [sum / count, real / count];
      const radius = Math.min(12, 3 + Math.log2(count)).toFixed(1);
      return `<circle cx="${x(at)}" cy="${y(share)}" r="${radius}"><title>${count} tables: said ${(at * 100).toFixed(0)}%, real ${(share * 100).toFixed(0)}%</title></circle>`;
    });
  const ticks = [0, 0.5, 1].flatMap((share) => [
    `<text x="${x(share)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${share * 100}%</text>`,
    `<text x="${LEFT - 8}" y="${Number(y(share)) + 4}" text-anchor="end">${share * 100}%</text>`,
  ]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="How often tables with a given score are real" font-family="system-ui, sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#8c959f" stroke-dasharray="4 4"/>
<path d="M${x(0)} ${y(1)}V${y(0)}H${x(1)}" fill="none" stroke="#57606a"/>
<g fill="#0969da" fill-opacity="0.75">${dots.join("")}</g>
<g fill="#24292f">${ticks.join("")}
<text x="${x(0.5)}" y="${HEIGHT - 8}" text-anchor="middle">what the score says</text>
<text transform="translate(14 ${y(0.5)}) rotate(-90)" text-anchor="middle">how many are real</text></g>
</svg>
`;
}
