import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rules of the folders that the linter cannot say. Each lists the offenders, so that the failure names them. */

const root = resolve('src');
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.split(sep).join('/'),
);
const sources = paths.filter((path) => /\.tsx?$/.test(path) && !path.startsWith('bindings/'));
const shipped = sources.filter((path) => !/\.test\.tsx?$|^testing\/|^gallery\//.test(path));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Source without comments and texts, so that words about a rule do not break it. */
function code(path: string): string {
  return text(path)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

/** What a file imports: folders of ours as paths below `src`, packages by name. */
function importsOf(path: string): string[] {
  const specifiers = [...text(path).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(
    ([, specifier = '']) => specifier,
  );
  return specifiers.map((specifier) =>
    specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(path), specifier))
          .split(sep)
          .join('/')
      : specifier,
  );
}

const folderOf = (path: string): string => path.split('/')[0] ?? '';
const featureOf = (path: string): string | undefined => /^features\/([^/]+)/.exec(path)?.[1];

/** What each folder may import of ours. `features` and the entries may import everything below them. */
const mayImport: Record<string, readonly string[]> = {
  design: [],
  bindings: [],
  platform: ['bindings'],
  i18n: ['platform', 'bindings'],
  route: [],
  components: ['i18n', 'design'],
  reorder: ['components', 'i18n', 'design'],
  form: ['components', 'i18n', 'design', 'bindings'],
  query: ['platform', 'bindings'],
};

describe('the folders', () => {
  it('import only what lies below them', () => {
    const offenders = shipped.flatMap((path) => {
      const folder = folderOf(path);
      const allowed = mayImport[folder];
      if (!allowed) return [];
      return importsOf(path)
        .filter((imported) => paths.some((one) => folderOf(one) === folderOf(imported)))
        .filter((imported) => folderOf(imported) !== folder && !allowed.includes(folderOf(imported)))
        .map((imported) => `${path} imports ${imported}`);
    });
    expect(offenders).toEqual([]);
  });

  it('keep features apart: pages compose them', () => {
    const offenders = shipped.flatMap((path) => {
      const feature = featureOf(path);
      if (feature === undefined) return [];
      return importsOf(path)
        .filter((imported) => featureOf(imported) !== undefined && featureOf(imported) !== feature)
        .map((imported) => `${path} imports ${imported}`);
    });
    expect(offenders).toEqual([]);
  });

  it('leave the gallery and the tests out of the product', () => {
    const offenders = shipped.flatMap((path) =>
      importsOf(path)
        .filter((imported) => ['gallery', 'testing'].includes(folderOf(imported)))
        .map((imported) => `${path} imports ${imported}`),
    );
    expect(offenders).toEqual([]);
  });

  it('know Tauri and dnd-kit in one place each', () => {
    const homes: readonly (readonly [string, string])[] = [
      ['@tauri-apps/', 'platform'],
      ['@dnd-kit/', 'reorder'],
    ];
    const offenders = homes.flatMap(([name, home]) =>
      shipped.filter(
        (path) => folderOf(path) !== home && importsOf(path).some((imported) => imported.startsWith(name)),
      ),
    );
    expect(offenders).toEqual([]);
  });
});

describe('the sources', () => {
  it('stay under 400 lines', () => {
    const tall = paths.filter((path) => /\.(tsx?|css)$/.test(path) && !path.startsWith('bindings/'));
    expect(tall.filter((path) => text(path).split('\n').length > 400)).toEqual([]);
  });

  it('assert no types outside platform/', () => {
    const asserting = shipped.filter((path) => {
      const inside = code(path).replaceAll(/^(?:import|export)[\s\S]*?;$/gm, '');
      return folderOf(path) !== 'platform' && /\sas\s+(?!const\b)[A-Za-z{[]/.test(inside);
    });
    expect(asserting).toEqual([]);
  });

  it('say Swedish words only in i18n/', () => {
    const swedish = shipped.filter(
      (path) =>
        folderOf(path) !== 'i18n' && /[åäöÅÄÖ]/.test(text(path).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    );
    expect(swedish).toEqual([]);
  });

  it('leave nothing half done and silence no rule', () => {
    const marks = new RegExp(
      ['TO', 'DO|FIX', 'ME|biome', '-ignore|@ts-', '(ignore|expect|nocheck)'].join(''),
    );
    expect(sources.filter((path) => marks.test(text(path)))).toEqual([]);
  });

  it('write no style attribute: measured geometry is set on the element', () => {
    expect(shipped.filter((path) => /\sstyle=\{/.test(code(path)))).toEqual([]);
  });
});

describe('the policy of the window', () => {
  const policies = [
    ['tauri.conf.json', /"csp": "([^"]*)"/],
    ['src-tauri/crates/inbox/src/headers.rs', /"(default-src [^;]*;(?:[^"\\]|\\\s*)*)"/],
  ] as const;

  it.each(policies)('in %s lets pictures of forms be data, and nothing else', (path, pattern) => {
    const [, policy = ''] = pattern.exec(readFileSync(resolve('..', path), 'utf8')) ?? [];
    const directives = policy.split(';').map((one) => one.replaceAll(/\\?\s+/g, ' ').trim());
    expect(directives).toContain("default-src 'none'");
    expect(directives.filter((one) => one.includes('data:')).map((one) => one.split(' ')[0])).toEqual([
      'img-src',
    ]);
    expect(policy).not.toMatch(/unsafe|\*|https:/);
  });
});

describe('the styles', () => {
  const styles = paths.filter((path) => path.endsWith('.css'));

  it('take every colour from the tokens', () => {
    const coloured = styles.filter(
      (path) => path !== 'design/tokens.css' && /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i.test(text(path)),
    );
    expect(coloured).toEqual([]);
  });

  it('use only tokens that exist', () => {
    const declared = new Set(
      styles.flatMap((path) => [...text(path).matchAll(/(--[a-z0-9-]+)\s*:/g)].map(([, name]) => name)),
    );
    // React Aria measures this one and sets it on the popover.
    declared.add('--trigger-width');
    const missing = styles.flatMap((path) =>
      [...text(path).matchAll(/var\((--[a-z0-9-]+)/g)].flatMap(([, name]) =>
        declared.has(name) ? [] : [`${path}: ${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it('have every class that is asked of them', () => {
    const faults = styles
      .filter((path) => path.endsWith('.module.css'))
      .flatMap((path) => {
        const classes = new Set([...text(path).matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name));
        const users = sources.filter((source) => importsOf(source).some((imported) => imported === path));
        const asked = users.flatMap((user) => {
          const name = new RegExp(`import (\\w+) from '[^']*${path.split('/').at(-1)}'`).exec(
            text(user),
          )?.[1];
          return [...text(user).matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, one = '']) => one);
        });
        return asked.filter((name) => !classes.has(name)).map((name) => `${path} has no .${name}`);
      });
    expect(faults).toEqual([]);
  });
});
