// Makes one script and one style sheet of refero and of what draws with it.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [place] = process.argv.slice(2);
const require = createRequire(join(place, 'package.json'));
const { sassPlugin } = require('esbuild-sass-plugin');
await require('esbuild').build({
  absWorkingDir: place,
  entryPoints: ['refero.jsx'],
  outfile: 'bundle.js',
  bundle: true,
  format: 'iife',
  jsx: 'automatic',
  // It asks where it lies to start a worker, which a page from a file may not.
  define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '"http://localhost/"' },
  loader: { '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl' },
  plugins: [sassPlugin()],
  logLevel: 'error',
});
