import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DataError, readDataSets, readOwnKnowledge } from './data-sets.mjs';
import { findShortfalls, measure } from './measure.mjs';
import { fillIn, toMarkdown, toText } from './table.mjs';

const usage = `Measures the engine beside fuse.js, MiniSearch and node-nlp, on the project's own knowledge and on public data sets.

  npm run bench
  npm run bench -- --data FOLDER

  --data FOLDER   also measure on every NAME.faq.json with its NAME.questions.jsonl in this folder
  --help          print this

Prints a table, and writes it into bench/README.md. The exit code is 1 where the engine isn't ahead of its peers.
`;

const root = new URL('../', import.meta.url);
const readme = new URL('bench/README.md', root);

class UsageError extends Error {}

async function main() {
  const { data, help } = parseOptions();
  if (help) return print(usage);
  const dataSets = data === undefined ? [] : readDataSets(data);
  requireBuild();
  installPeers();
  const { contestants } = await import('./peers.mjs');
  const results = [];
  for (const set of [await readOwnKnowledge(root), ...dataSets]) {
    const rows = [];
    for (const contestant of contestants) {
      note(`${set.name}: ${contestant.name}`);
      rows.push(await measure(contestant, set));
    }
    results.push({ set, rows });
  }
  report(results);
}

/** The README comes first: a closed pipe must not cost what took minutes to measure. */
function report(results) {
  const measured = `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.version}.`;
  writeFileSync(readme, fillIn(readFileSync(readme, 'utf8'), `${measured}\n\n${toMarkdown(results)}`));
  print(`${measured}\n\n${toText(results)}`);
  const shortfalls = findShortfalls(results);
  for (const shortfall of shortfalls) note(shortfall);
  if (shortfalls.length > 0) process.exitCode = 1;
}

function parseOptions() {
  try {
    return parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean' } } }).values;
  } catch (cause) {
    throw new UsageError(`${cause.message.replace(/\.? To specify.*/s, '')}. Usage: npm run bench -- [--data FOLDER] [--help]`, { cause });
  }
}

function requireBuild() {
  if (existsSync(new URL('dist/src/match/train.js', root))) return;
  throw new Error('The engine is not built: the dist folder is missing. Run npm ci in the project first.');
}

/** The peers belong to the benchmark alone, so the first run fetches them. */
function installPeers() {
  const { dependencies } = readJson(new URL('bench/package.json', root));
  const versionOf = (name) => {
    const installed = new URL(`bench/node_modules/${name}/package.json`, root);
    return existsSync(installed) ? readJson(installed).version : undefined;
  };
  if (Object.entries(dependencies).every(([name, version]) => versionOf(name) === version)) return;
  note('Installing the peers into bench/node_modules');
  const { error, status } = spawnSync('npm', ['ci', '--prefix', 'bench'], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The peers could not be installed; npm ci --prefix bench says why.', { cause: error });
}

const readJson = (url) => JSON.parse(readFileSync(url, 'utf8'));
const print = (text) => void process.stdout.write(text);
const note = (text) => void process.stderr.write(`${text}\n`);

process.stdout.on('error', () => {});
main().catch((error) => {
  note(error.message);
  process.exitCode = error instanceof UsageError || error instanceof DataError ? 2 : 1;
});
