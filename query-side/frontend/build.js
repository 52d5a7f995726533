// Compiles the style sheet and gathers what the pages need from npm packages into one folder: only the fonts,
// images and icons that are used. Does nothing while the folder is newer than everything it is made from.
//
// usage: node frontend/build.js <folder>
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ICONS, iconSprite } from './icons.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = process.argv[2] ?? join(root, 'target', 'classes', 'static', 'assets');
const packages = join(root, 'node_modules');
const uswds = join(packages, '@uswds', 'uswds');
const styleSheet = join(target, 'app.css');

const sources = [
  join(root, 'package-lock.json'),
  ...readdirSync(join(root, 'frontend'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
];
const newestSource = Math.max(...sources.map((file) => statSync(file).mtimeMs));
if (existsSync(styleSheet) && statSync(styleSheet).mtimeMs > newestSource) {
  process.exit(0);
}

const sass = await import('sass');
const compiled = sass.compile(join(root, 'frontend', 'scss', 'app.scss'), {
  loadPaths: [join(uswds, 'packages')],
  style: 'compressed',
  quietDeps: true,
  logger: sass.Logger.silent,
});

for (const folder of ['fonts', 'img', 'vendor']) {
  mkdirSync(join(target, folder), { recursive: true });
}
const css = compiled.css.replaceAll(/url\(["']?\.\.\/img\/([^"')]+)["']?\)/g, (_, image) => {
  copyFileSync(join(uswds, 'dist', 'img', image), join(target, 'img', basename(image)));
  return `url(img/${basename(image)})`;
});
for (const weight of ['Regular', 'Bold']) {
  const font = `PublicSans-${weight}.woff2`;
  copyFileSync(join(uswds, 'dist', 'fonts', 'public-sans', font), join(target, 'fonts', font));
}
cpSync(join(root, 'frontend', 'js'), join(target, 'js'), { recursive: true });
copyFileSync(join(packages, 'htmx.org', 'dist', 'htmx.min.js'), join(target, 'vendor', 'htmx.min.js'));
writeFileSync(
  join(target, 'icons.svg'),
  iconSprite(ICONS, (name) => readFileSync(join(uswds, 'dist', 'img', 'usa-icons', `${name}.svg`), 'utf8')),
);
writeFileSync(styleSheet, css);
