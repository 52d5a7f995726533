// Installs the packages of package-lock.json, unless node_modules already holds exactly those: of this folder's parent, or of the
// folder that is named.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';

const root = process.argv[2] ? resolve(process.argv[2]) : dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(root, 'package-lock.json');
const installedLock = join(root, 'node_modules', '.brightline-installed-lock.json');

if (existsSync(installedLock) && readFileSync(installedLock).equals(readFileSync(lock))) {
  process.exit(0);
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const outcome = spawnSync(npm, ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (outcome.error) {
  console.error(`npm could not be started (${outcome.error.code}): install Node.js 20 or newer with npm.`);
  process.exit(1);
}
if (outcome.status === 0) {
  copyFileSync(lock, installedLock);
}
process.exit(outcome.status ?? 1);
