// Compiles the style sheet, bundles each page's scripts and gathers what the pages need from npm packages into one folder: only
// the fonts, images and icons that are used. Texts are laid beside themselves compressed, so that no request waits for it. Does
// nothing while the folder is newer than everything it is made from.
//
// usage: node frontend/build.js <folder>
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundlesOf } from './bundles.js';
import { ICONS, iconSprite } from './icons.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = process.argv[2] ?? join(root, 'target', 'classes', 'static', 'assets');
const packages = join(root, 'node_modules');
const uswds = join(packages, '@uswds', 'uswds');
const scripts = join(root, 'frontend', 'js');
const templates = join(root, 'src', 'main', 'resources', 'templates');
const styleSheet = join(target, 'app.css');

/** Everything below a folder, the folders themselves too: a file that went away changes theirs. */
const below = (folder) => [
  folder,
  ...readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) => join(entry.parentPath, entry.name)),
];

const sources = [join(root, 'package-lock.json'), ...below(join(root, 'frontend')), ...below(templates)];
const newestSource = Math.max(...sources.map((file) => statSync(file).mtimeMs));
if (existsSync(styleSheet) && statSync(styleSheet).mtimeMs > newestSource) {
  process.exit(0);
}

rmSync(styleSheet, { force: true });
for (const folder of ['fonts', 'img', 'js', 'vendor']) {
  rmSync(join(target, folder), { recursive: true, force: true });
}
for (const folder of ['fonts', 'img', 'js']) {
  mkdirSync(join(target, folder), { recursive: true });
}

/** The address of a file by its content, as the server's ContentVersionStrategy gives it: a preloaded font is the style sheet's. */
function versioned(path) {
  const version = createHash('md5').update(readFileSync(join(target, path))).digest('hex');
  return path.replace(/(\.[^.]+)$/, `-${version}$1`);
}

const sass = await import('sass');
const compiled = sass.compile(join(root, 'frontend', 'scss', 'app.scss'), {
  loadPaths: [join(uswds, 'packages')],
  style: 'compressed',
  quietDeps: true,
  logger: sass.Logger.silent,
});
const css = compiled.css
  .replaceAll(/url\(["']?\.\.\/img\/([^"')]+)["']?\)/g, (_, image) => {
    const path = `img/${image.split('/').at(-1)}`;
    copyFileSync(join(uswds, 'dist', 'img', image), join(target, path));
    return `url(${versioned(path)})`;
  })
  .replaceAll(/url\(["']?fonts\/([^"')]+)["']?\)/g, (_, font) => {
    copyFileSync(join(uswds, 'dist', 'fonts', 'public-sans', font), join(target, 'fonts', font));
    return `url(${versioned(`fonts/${font}`)})`;
  });
writeFileSync(
  join(target, 'icons.svg'),
  iconSprite(ICONS, (name) => readFileSync(join(uswds, 'dist', 'img', 'usa-icons', `${name}.svg`), 'utf8')),
);

// The WebAssembly edition needs no program of the machine's own kind, which an installation without optional packages has not.
const { build, stop } = await import('esbuild-wasm');
const pages = below(templates)
  .filter((file) => file.endsWith('.html'))
  .map((file) => readFileSync(file, 'utf8'));
const bundle = (name, entries, format) =>
  build({
    stdin: { contents: entries.map((entry) => `import './${entry}';`).join('\n'), resolveDir: scripts },
    outfile: join(target, 'js', name),
    bundle: true,
    minify: true,
    format,
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
  });
await Promise.all([
  bundle('theme.js', ['theme.js'], 'iife'),
  ...bundlesOf(pages).map(({ name, entries }) => bundle(name, entries, 'esm')),
]);
await stop();

for (const file of [join(target, 'icons.svg'), ...below(join(target, 'js'))]) {
  if (statSync(file).isFile()) {
    compress(file, readFileSync(file));
  }
}
compress(styleSheet, css);
// Last, for it says that everything else is there.
writeFileSync(styleSheet, css);

/** Lays a text compressed beside its file where that is smaller. */
function compress(file, text) {
  const ways = { br: brotliCompressSync(text), gz: gzipSync(text, { level: 9 }) };
  for (const [ending, compressed] of Object.entries(ways)) {
    if (compressed.length < Buffer.byteLength(text)) {
      writeFileSync(`${file}.${ending}`, compressed);
    } else {
      rmSync(`${file}.${ending}`, { force: true });
    }
  }
}
