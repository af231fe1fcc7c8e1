/**
 * What one contestant reached on one data set: shares from 0 to 1, times in milliseconds and microseconds.
 * @typedef {object} Row
 * @property {string} contestant
 * @property {number} rightFirst the share of the questions in scope whose right entry is found first
 * @property {number} rightWhenSure see `rightWhileMostAre`
 * @property {number | undefined} auroc see `areaUnderCurve`
 * @property {number} buildMs
 * @property {number} medianUs
 * @property {number} p99Us
 *
 * @typedef {{ inScope: boolean, right: boolean, score: number }} Judged an answer that is never given scores -Infinity
 */

/** So many questions, untimed, let Node compile what it runs. */
const warmUp = 20;

/** @returns {Promise<Row>} */
export async function measure(contestant, set) {
  const started = performance.now();
  const ask = await contestant.build(set.faq);
  const buildMs = performance.now() - started;
  for (const { question } of set.faq.entries.slice(0, warmUp)) await ask(question);
  const judged = [];
  const times = [];
  for (const { text, entries } of set.questions) {
    const asked = performance.now();
    const found = await ask(text);
    times.push((performance.now() - asked) * 1000);
    judged.push(judge(found, entries, set.declines));
  }
  times.sort((a, b) => a - b);
  return { contestant: contestant.name, ...rate(judged), buildMs, medianUs: quantile(times, 0.5), p99Us: quantile(times, 0.99) };
}

/** To find nothing, or an entry that only says there is no answer, is to stay silent. */
function judge(found, entries, declines) {
  const silent = !found || declines(found.entry);
  return {
    inScope: entries.length > 0,
    right: !silent && entries.includes(found.entry),
    score: silent ? Number.NEGATIVE_INFINITY : found.score,
  };
}

/** @param {readonly Judged[]} judged */
function rate(judged) {
  const inside = judged.filter(({ inScope }) => inScope);
  const outside = judged.filter(({ inScope }) => !inScope);
  return {
    rightFirst: inside.filter(({ right }) => right).length / inside.length,
    rightWhenSure: rightWhileMostAre(judged) / inside.length,
    auroc: areaUnderCurve(inside, outside),
  };
}

/**
 * How many right answers can be given while at least this share of those given are right: of all cuts through the
 * scores, the one that gives most. A cut can't part equal scores.
 */
function rightWhileMostAre(judged, share = 0.95) {
  const given = judged.filter(({ score }) => score > Number.NEGATIVE_INFINITY).sort((a, b) => b.score - a.score);
  let right = 0;
  let most = 0;
  given.forEach((answer, i) => {
    if (answer.right) right++;
    const cut = given[i + 1]?.score !== answer.score;
    if (cut && right / (i + 1) >= share) most = right;
  });
  return most;
}

/** The chance that a question in scope scores higher than one out of scope, equal scores counting half. */
function areaUnderCurve(inside, outside) {
  if (inside.length === 0 || outside.length === 0) return undefined;
  let won = 0;
  for (const { score } of inside) for (const other of outside) won += score > other.score ? 1 : score === other.score ? 0.5 : 0;
  return won / (inside.length * outside.length);
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** How far the engine must be above fuse.js by itself. */
const leastLead = 0.25;

/**
 * @param {readonly { set: { name: string }, rows: readonly Row[] }[]} results each with the engine's row first, and fuse.js by itself next
 * @returns {string[]} a sentence for each promise that isn't kept
 */
export function findShortfalls(results) {
  const points = (share) => (share * 100).toFixed(1);
  return results.flatMap(({ set, rows: [ours, ...peers] }) => {
    const ahead = peers.filter((peer) => peer.rightFirst >= ours.rightFirst);
    const [fuse] = peers;
    const lead = ours.rightFirst - fuse.rightFirst;
    return [
      ...ahead.map(
        (peer) =>
          `On ${set.name} ${peer.contestant} is right on ${points(peer.rightFirst)} %, ${ours.contestant} on ${points(ours.rightFirst)} %.`,
      ),
      ...(lead < leastLead
        ? [`On ${set.name} the lead over ${fuse.contestant} is ${points(lead)} points; it must be ${points(leastLead)}.`]
        : []),
    ];
  });
}
